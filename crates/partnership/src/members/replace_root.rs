//! Replace a root key: the recovery key names a new root for its member. Article: offices.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::accredit::sound;
use super::standing::Needs;
use super::{Event, ForBeneficiary, Members, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::PublicKey;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Replaces the member's root key. After a loss, what the old root gave can stay; after a theft, it must not: the
/// thief may have given credentials of its own, and every block until the new root has ended them is the thief's.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReplaceRoot {
    /// The new root key: one that has never stood for the member.
    #[n(0)]
    pub root: PublicKey,
    /// Whether all credentials that the old root gave end at once.
    #[n(1)]
    pub end_credentials: bool,
}

impl Provision for ReplaceRoot {
    fn name(&self) -> &'static str {
        "member replace-root"
    }

    fn offices(&self) -> Offices {
        &[Office::Recovery]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        // M3: a new key, or the thief of an old one could come back.
        if partnership.members().has_stood(member, &self.root) {
            return Err(Refusal::Stood(self.root).into());
        }
        sound(&self.root)?;
        let ReplaceRoot { root, end_credentials } = *self;
        let mut events = vec![Event::RootReplaced { member, root, end_credentials }.into()];
        // Who has its recovery key has not lost both: new keys that others decided are void.
        let objected = partnership.members().standings.objected(member);
        events.extend(objected.map(AnyEvent::from));
        Ok(events)
    }
}

impl Members {
    fn has_stood(&self, member: MemberCode, key: &PublicKey) -> bool {
        self.keys.get(&member).is_some_and(|keys| keys.stood.contains(key))
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::exercise::commands::{accredit, receipt, replace_root, replace_stolen_root, revoke, usd};
    use crate::exercise::keys::{NO_POINT, WEAK, public};
    use crate::exercise::{DAY, Exercise, NOON, Real};
    use crate::step::InvalidBlock;

    #[test]
    fn a_recovery_key_names_a_new_root() {
        let mut x = Exercise::begin();
        let (root, at) = (x.new_key(), x.next());
        let events = x.accept("CAN/recovery", replace_root(root));
        let member = "CAN".parse().unwrap();
        assert_eq!(events, vec![Event::RootReplaced { member, root, end_credentials: false }.into()]);
        let members = x.partnership.members();
        let holds = |post: &str, key| members.holds(post.parse().unwrap(), &key, at);
        assert!(holds("CAN/root", root) && !holds("CAN/root", public("CAN/root")));
        assert!(holds("CAN/treasurer", public("CAN/treasurer")), "what the old root gave stays");
    }

    #[test]
    fn with_a_stolen_root_goes_all_that_it_gave() {
        let mut x = Exercise::begin();
        let now = x.next();
        let thief = accredit(public("thief"), Office::Treasurer, now, Moment(now.0 + DAY));
        let root = public("second root");
        x.together([("CAN/root", thief), ("CAN/recovery", replace_stolen_root(root))]);
        let members = x.partnership.members();
        let holds = |post: &str, key: &str| members.holds(post.parse().unwrap(), &public(key), now);
        for office in ["CAN/representative", "CAN/treasurer", "CAN/case-officer"] {
            assert!(!holds(office, office), "{office}");
        }
        assert!(!holds("CAN/treasurer", "thief") && holds("CAN/root", "second root"));
        assert!(holds("CAN/recovery", "CAN/recovery"), "the recovery key is not the root's to give");
        assert!(holds("DEU/treasurer", "DEU/treasurer"), "other members keep what they have");
        let member = "CAN".parse().unwrap();
        let replaced = Event::RootReplaced { member, root, end_credentials: true };
        assert_eq!(x.booked().last().unwrap().event, replaced.into());
    }

    #[test]
    fn o2_and_a1_what_a_new_root_gives_works_from_the_next_block_on_and_nothing_in_between() {
        let mut real = Real::begin();
        let day = Moment(real.next().0 + DAY);
        let anew = |real: &Real| accredit(public("CAN/treasurer"), Office::Treasurer, real.next(), day);
        let line = || receipt("CAN", usd("1.00"), NOON.day(), "a line");
        let replaced = real.sign("CAN/recovery", replace_stolen_root(public("second root")));
        let late = real.sign("CAN/treasurer", line());
        let stepped = real.step(vec![replaced, late]).unwrap();
        let rule = stepped.outcomes[1].refusal.as_ref().map(|refusal| refusal.rule().to_string());
        assert_eq!(rule.as_deref(), Some("O2"), "ended at once");
        let given = anew(&real);
        let given = real.sign_by("second root", "CAN/root", day, given);
        let used = real.sign("CAN/treasurer", line());
        let together = real.step(vec![given.clone(), used.clone()]);
        assert!(matches!(together, Err(InvalidBlock::Unauthentic { position: 1, .. })));
        assert_eq!(real.step(vec![given]).unwrap().outcomes[0].refusal, None);
        assert_eq!(real.step(vec![used]).unwrap().outcomes[0].refusal, None);
    }

    #[test]
    fn m3_a_new_root_has_never_stood_for_the_member() {
        let mut x = Exercise::begin();
        for known in ["CAN/root", "CAN/recovery", "CAN/treasurer"] {
            let refusal = x.refuse("CAN/recovery", replace_root(public(known)), "M3");
            assert_eq!(refusal, Refusal::Stood(public(known)).into());
        }
        // Nor if it stood long ago.
        x.accept("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer));
        x.refuse("CAN/recovery", replace_root(public("CAN/treasurer")), "M3");
        // For whom else a key stands is not asked: nobody can take a new root away beforehand.
        for other in ["DEU/root", "DEU/treasurer"] {
            x.clone().accept("CAN/recovery", replace_root(public(other)));
        }
        let second = x.new_key();
        x.accept("CAN/recovery", replace_root(second));
        // Neither the first root nor the one in force can be named again.
        x.refuse("CAN/recovery", replace_root(public("CAN/root")), "M3");
        x.refuse("CAN/recovery", replace_root(second), "M3");
    }

    #[test]
    fn m4_a_new_root_is_a_sound_key() {
        let mut x = Exercise::begin();
        for unsound in [NO_POINT, WEAK] {
            x.refuse("CAN/recovery", replace_root(unsound), "M4");
        }
    }
}
