//! Revoke: a member's root key ends a credential, at once. Article: offices.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::standing::Needs;
use super::{Event, ForBeneficiary, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::PublicKey;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Ends a credential.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Revoke {
    /// The representative's key.
    #[n(0)]
    pub key: PublicKey,
    /// The office.
    #[n(1)]
    pub office: Office,
}

impl Provision for Revoke {
    fn name(&self) -> &'static str {
        "member revoke"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
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
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        // M5: what is ended was given, has not been ended, and is not over.
        if !partnership.members().can_end(member, self, now) {
            return Err(Refusal::NoCredential { key: self.key }.into());
        }
        Ok(vec![Event::Revoked { member, key: self.key, office: self.office }.into()])
    }
}

impl super::Members {
    fn can_end(&self, member: MemberCode, given: &Revoke, now: Moment) -> bool {
        let keys = self.keys.get(&member);
        let credential = keys.and_then(|keys| keys.credential(&given.key, given.office));
        credential.is_some_and(|credential| !credential.over(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::commands::{accredit, revoke};
    use crate::exercise::keys::public;
    use crate::exercise::{BEGINS, DAY, Exercise};

    #[test]
    fn a_root_key_ends_a_credential() {
        let mut x = Exercise::begin();
        let (key, office) = (public("CAN/treasurer"), Office::Treasurer);
        let at = x.next();
        let holds = |x: &Exercise| x.partnership.members().holds("CAN/treasurer".parse().unwrap(), &key, at);
        assert!(holds(&x));
        let events = x.accept("CAN/root", revoke(key, office));
        let member = "CAN".parse().unwrap();
        assert_eq!(events, vec![Event::Revoked { member, key, office }.into()]);
        assert!(!holds(&x));
        assert_eq!(x.partnership.members().with(office, at).len(), 3);
    }

    #[test]
    fn m5_a_credential_is_ended_until_its_term_is_over() {
        let mut x = Exercise::begin();
        let (key, office, now) = (x.new_key(), Office::Treasurer, x.next());
        let until = Moment(now.0.saturating_add(DAY));
        x.accept("CAN/root", accredit(key, office, now, until));
        x.clone().at(Moment(until.0.saturating_sub(1))).accept("CAN/root", revoke(key, office));
        x.at(until).refuse("CAN/root", revoke(key, office), "M5");
    }

    #[test]
    fn m5_what_is_ended_was_given_and_has_not_been_ended() {
        let mut x = Exercise::begin();
        let unknown = x.new_key();
        x.refuse("CAN/root", revoke(unknown, Office::Treasurer), "M5");
        x.refuse("CAN/root", revoke(public("CAN/treasurer"), Office::Representative), "M5");
        x.refuse("CAN/root", revoke(public("CAN/root"), Office::Root), "M5");
        x.refuse("CAN/root", revoke(public("DEU/treasurer"), Office::Treasurer), "M5");
        x.accept("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer));
        x.refuse("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer), "M5");
    }

    #[test]
    fn m5_a_credential_that_was_ended_and_given_anew_can_be_ended_again() {
        let mut x = Exercise::begin();
        let (key, office) = (public("CAN/treasurer"), Office::Treasurer);
        x.accept("CAN/root", revoke(key, office));
        x.accept("CAN/root", accredit(key, office, BEGINS, Moment(BEGINS.0.saturating_add(DAY))));
        x.accept("CAN/root", revoke(key, office));
    }
}
