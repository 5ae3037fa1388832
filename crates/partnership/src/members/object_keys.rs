//! Object to new keys: a member that has one of its old keys keeps them. Article: lost keys.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::standing::{Needs, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Objects, with the old root or recovery key, to the new keys that others decided for one's own member: they are void.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ObjectKeys {}

impl Provision for ObjectKeys {
    fn name(&self) -> &'static str {
        "member object-keys"
    }

    fn offices(&self) -> Offices {
        &[Office::Root, Office::Recovery]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        // M27: new keys wait.
        let objected = partnership.members().standings.objected(member);
        Ok(vec![objected.ok_or(Refusal::NoRenewal(member))?.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Event;
    use crate::exercise::commands::{execute, indicate, replace_root, table};
    use crate::exercise::keys::public;
    use crate::exercise::standing::{accept, amend, object_keys, reaccredit};
    use crate::exercise::{CHARTER, Exercise};
    use crate::members;

    /// New keys of `FRA` wait; when they would take effect.
    fn waiting() -> (Exercise, Moment) {
        let mut x = Exercise::begin();
        let events = x.carried(reaccredit("FRA", "new root", "new recovery"));
        let Event::Members(members::Event::KeysToBeReplaced { effective, .. }) = events[1] else {
            panic!("new keys")
        };
        (x, effective)
    }

    fn root_of(x: &Exercise) -> bool {
        x.partnership.members().holds("FRA/root".parse().unwrap(), &public("new root"), x.next())
    }

    #[test]
    fn new_keys_take_effect_after_the_wait_and_end_all_credentials() {
        let (mut x, effective) = waiting();
        x.at(Moment(effective.0.saturating_sub(1))).pass();
        assert!(!root_of(&x));
        x.at(effective).pass();
        assert!(root_of(&x));
        let representative = "FRA/representative".parse().unwrap();
        assert!(!x.partnership.members().holds(representative, &public("FRA/representative"), effective));
    }

    #[test]
    fn m27_one_objection_with_an_old_key_voids_them() {
        for office in ["root", "recovery"] {
            let (mut x, effective) = waiting();
            x.at(Moment(effective.0.saturating_sub(1))).accept(&["FRA/", office].concat(), object_keys());
            x.at(effective).pass();
            assert!(!root_of(&x));
            x.refuse("FRA/root", object_keys(), "M27");
        }
        let (mut x, effective) = waiting();
        x.at(effective).refuse("FRA/root", object_keys(), "M27");
        x.refuse("GBR/root", object_keys(), "M27");
    }

    #[test]
    fn a_root_that_the_recovery_key_replaces_voids_them_too() {
        let (mut x, effective) = waiting();
        let root = x.new_key();
        x.accept("FRA/recovery", replace_root(root));
        x.at(effective).pass();
        assert!(!root_of(&x));
        x.accept("FRA/representative", indicate("FRA", None));
    }

    #[test]
    fn m26_one_renewal_at_a_time() {
        let (mut x, effective) = waiting();
        let who = "DEU/representative";
        x.refuse(who, table(reaccredit("FRA", "other root", "other recovery")), "M26");
        let (mut y, _) = waiting();
        let decision = y.resolved(reaccredit("GBR", "other root", "other recovery"));
        y.accept(who, execute(decision));
        x.at(effective).pass();
        x.refuse(who, table(reaccredit("FRA", "new root", "other recovery")), "M16");
        x.refuse(who, table(reaccredit("FRA", "other root", "other root")), "M16");
        x.refuse(who, table(reaccredit("USA", "other root", "other recovery")), "M7");
        x.accept(who, table(reaccredit("FRA", "other root", "other recovery")));
    }

    /// All but `FRA` accept this text, by which two decide.
    fn under_text_2(x: &mut Exercise, text: &str) {
        x.carried(amend(1, &text.replace("least-participating = 3", "least-participating = 2")));
        for member in ["CAN", "DEU", "GBR"] {
            x.accept(&[member, "/root"].concat(), accept(2));
        }
    }

    #[test]
    fn who_has_not_accepted_a_text_objects_for_as_long_as_its_own_text_says() {
        let mut x = Exercise::begin();
        under_text_2(&mut x, &CHARTER.replace("wait = \"30d\"", "wait = \"1h\""));
        for (member, wait) in [("FRA", "30d"), ("GBR", "1h")] {
            let decision = x.resolved(reaccredit(member, "new root", "new recovery"));
            let until = x.next().plus(wait.parse().unwrap());
            let events = x.accept("DEU/representative", execute(decision));
            let Event::Members(members::Event::KeysToBeReplaced { effective, .. }) = events[1] else {
                panic!("new keys")
            };
            assert_eq!(effective, until, "{member}");
        }
    }

    #[test]
    fn m10_nobody_gets_new_keys_by_a_text_that_it_did_not_accept_where_its_own_has_none() {
        let (without, lost) = CHARTER.split_once("[lost-keys]").unwrap();
        let (_, after) = lost.split_once("[promises]").unwrap();
        let mut x = Exercise::under(&[without, "[promises]", after].concat());
        under_text_2(&mut x, CHARTER);
        x.refuse("DEU/representative", table(reaccredit("FRA", "new root", "new recovery")), "M10");
        x.accept("FRA/root", accept(2));
        x.accept("DEU/representative", table(reaccredit("FRA", "new root", "new recovery")));
    }

    #[test]
    fn m10_nobody_gets_new_keys_where_no_article_says_how() {
        let (without, _) = CHARTER.split_once("[lost-keys]").unwrap();
        let mut x = Exercise::under(without);
        x.refuse("DEU/representative", table(reaccredit("FRA", "new root", "new recovery")), "M10");
    }
}
