//! Accredit: a member's root key gives an office to a representative's key. Article: offices.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, MAX_CREDENTIALS, Members, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::PublicKey;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Gives an office to a key for a term. A second credential for the same key and office replaces the first.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Accredit {
    /// The representative's key.
    #[n(0)]
    pub key: PublicKey,
    /// The office.
    #[n(1)]
    pub office: Office,
    /// The first moment of the term.
    #[n(2)]
    pub from: Moment,
    /// The first moment after the term.
    #[n(3)]
    pub until: Moment,
}

impl Provision for Accredit {
    fn name(&self) -> &'static str {
        "member accredit"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let members = partnership.members();
        // M1: root and recovery come from the founding, not from a credential.
        if !Office::ACCREDITED.contains(&self.office) {
            return Err(Refusal::NotAccredited(self.office).into());
        }
        // M2: the term.
        let longest = partnership.charter().offices().longest_term();
        if self.until <= self.from || self.until <= now || self.until.since(self.from) > longest.millis() {
            return Err(Refusal::Term { longest }.into());
        }
        // M3: one key, one member, and root keys for nothing else.
        if !members.free_for_office(&self.key, act) {
            return Err(Refusal::KeyTaken(self.key).into());
        }
        sound(&self.key)?;
        // M6: a bound on what one member can store.
        if members.full(act.post().member, &self.key, self.office) {
            return Err(Refusal::TooMany.into());
        }
        let Accredit { key, office, from, until } = *self;
        Ok(vec![Event::Accredited { member: act.post().member, key, office, from, until }.into()])
    }
}

/// M4: a point of the curve, and not one of the few under which signatures prove nothing (RFC 8032, 8.9).
pub(super) fn sound(key: &PublicKey) -> Result<(), Refusal> {
    if key.point().is_some() { Ok(()) } else { Err(Refusal::UnsoundKey(*key)) }
}

impl Members {
    /// Whether the acting member may use this key for an office: it is new, or its own and no root or recovery.
    fn free_for_office(&self, key: &PublicKey, act: &Act) -> bool {
        let special = self.keys.values().any(|keys| keys.root == *key || keys.recovery == *key);
        let own = self.known.get(key).is_none_or(|known| known.member == act.post().member);
        own && !special
    }

    fn full(&self, member: quorate_charter::MemberCode, key: &PublicKey, office: Office) -> bool {
        self.keys.get(&member).is_some_and(|keys| {
            let replaces = keys.credentials.iter().any(|held| held.key == *key && held.office == office);
            !replaces && keys.credentials.len() >= MAX_CREDENTIALS
        })
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::commands::{accredit, revoke};
    use crate::exercise::keys::{NO_POINT, WEAK, public};
    use crate::exercise::{DAY, Exercise};

    const OFFICE: Office = Office::Representative;

    #[test]
    fn a_root_key_accredits_representatives() {
        for office in Office::ACCREDITED {
            let mut x = Exercise::begin();
            let (key, from) = (x.new_key(), x.next());
            let until = Moment(from.0 + DAY);
            let events = x.accept("CAN/root", accredit(key, office, from, until));
            let member = "CAN".parse().unwrap();
            assert_eq!(events, vec![Event::Accredited { member, key, office, from, until }.into()]);
            let post = crate::Post { member, office };
            let holds = |at: u64| x.partnership.members().holds(post, &key, Moment(at));
            assert_eq!([from.0 - 1, from.0, until.0 - 1, until.0].map(holds), [false, true, true, false]);
        }
    }

    #[test]
    fn a_second_credential_for_the_same_key_and_office_replaces_the_first() {
        let mut x = Exercise::begin();
        let (key, now) = (x.new_key(), x.next());
        x.accept("CAN/root", accredit(key, OFFICE, now, Moment(now.0 + 2 * DAY)));
        x.accept("CAN/root", accredit(key, OFFICE, now, Moment(now.0 + DAY)));
        let holds = |at| x.partnership.members().holds("CAN/representative".parse().unwrap(), &key, at);
        assert!(holds(now) && !holds(Moment(now.0 + DAY)));
    }

    #[test]
    fn m1_root_and_recovery_are_not_given_by_a_credential() {
        let mut x = Exercise::begin();
        for office in [Office::Root, Office::Recovery] {
            let (key, now) = (x.new_key(), x.next());
            x.refuse("CAN/root", accredit(key, office, now, Moment(now.0 + DAY)), "M1");
        }
    }

    #[test]
    fn m2_a_term_is_not_empty_and_not_over() {
        let mut x = Exercise::begin();
        let key = x.new_key();
        let later = Moment(x.next().0 + DAY);
        x.refuse("CAN/root", accredit(key, OFFICE, later, later), "M2");
        x.refuse("CAN/root", accredit(key, OFFICE, later, Moment(later.0 - 1)), "M2");
        x.accept("CAN/root", accredit(key, OFFICE, later, Moment(later.0 + 1)));
        let now = x.next();
        x.refuse("CAN/root", accredit(key, OFFICE, Moment(now.0 - DAY), now), "M2");
        let now = x.next();
        x.accept("CAN/root", accredit(key, OFFICE, Moment(now.0 - DAY), Moment(now.0 + 1)));
    }

    #[test]
    fn m2_a_term_is_as_long_as_the_charter_allows_and_no_longer() {
        let mut x = Exercise::begin();
        let (key, from) = (x.new_key(), x.next());
        let longest = x.partnership.charter().offices().longest_term().millis();
        x.refuse("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest + 1)), "M2");
        x.accept("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest)));
        x.accept("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest - 1)));
    }

    #[test]
    fn m3_a_key_stands_for_one_member_and_a_root_key_for_nothing_else() {
        let mut x = Exercise::begin();
        let now = x.next();
        let term = |key| accredit(key, OFFICE, now, Moment(now.0 + DAY));
        for taken in ["CAN/root", "CAN/recovery", "DEU/root", "DEU/recovery", "DEU/treasurer"] {
            x.refuse("CAN/root", term(public(taken)), "M3");
        }
        // A representative may hold two offices of its own member.
        x.accept("CAN/root", term(public("CAN/treasurer")));
        // A key that once stood for a member never stands for another.
        x.accept("DEU/root", revoke(public("DEU/treasurer"), Office::Treasurer));
        x.refuse("CAN/root", term(public("DEU/treasurer")), "M3");
    }

    #[test]
    fn m4_a_key_is_a_point_of_the_curve_and_not_a_weak_one() {
        let mut x = Exercise::begin();
        let now = x.next();
        for unsound in [NO_POINT, WEAK] {
            x.refuse("CAN/root", accredit(unsound, OFFICE, now, Moment(now.0 + DAY)), "M4");
        }
    }

    #[test]
    fn m6_a_member_has_a_bounded_number_of_credentials() {
        let mut x = Exercise::begin();
        let until = Moment(x.next().0 + 30 * DAY);
        // Three stand since the exercise began.
        for given in 3..MAX_CREDENTIALS {
            if given % 150 == 0 {
                x.wait("24h");
            }
            let (key, now) = (x.new_key(), x.next());
            x.accept("CAN/root", accredit(key, OFFICE, now, until));
        }
        let (key, now) = (x.new_key(), x.next());
        x.refuse("CAN/root", accredit(key, OFFICE, now, until), "M6");
        x.accept("CAN/root", accredit(public("CAN/treasurer"), Office::Treasurer, now, until));
        x.accept("DEU/root", accredit(key, OFFICE, now, until));
    }
}
