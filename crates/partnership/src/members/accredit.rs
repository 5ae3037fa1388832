//! Accredit: a member's root key gives an office to a representative's key. Article: offices.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::standing::Needs;
use super::{Credential, Event, ForBeneficiary, MAX_CREDENTIALS, Members, Refusal};
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
        // M3: the member's own root and recovery keys are for nothing else. What others gave a key is not asked.
        if members.is_root_or_recovery(act.post().member, &self.key) {
            return Err(Refusal::RootOrRecovery(self.key).into());
        }
        members.sound(&self.key)?;
        // M6: a bound on what one member can store.
        if members.full(act.post().member, self, now) {
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
    /// The same, without working a point out again that is known.
    fn sound(&self, key: &PublicKey) -> Result<(), Refusal> {
        match self.known.get(key) {
            Some(point) if !point.is_weak() => Ok(()),
            Some(_) => Err(Refusal::UnsoundKey(*key)),
            None => sound(key),
        }
    }

    fn is_root_or_recovery(&self, member: MemberCode, key: &PublicKey) -> bool {
        self.keys.get(&member).is_some_and(|keys| keys.root == *key || keys.recovery == *key)
    }

    /// Whether the member has all the credentials that it may have, apart from the one that is replaced.
    fn full(&self, member: MemberCode, new: &Accredit, now: Moment) -> bool {
        let counts = |held: &&Credential| !held.over(now) && !held.gives(&new.key, new.office);
        self.keys
            .get(&member)
            .is_some_and(|keys| keys.credentials.iter().filter(counts).count() >= MAX_CREDENTIALS)
    }
}

#[cfg(test)]
mod tests;
