//! Admit: the members invite a State, with its weights and its first keys. Article: accession.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, MemberError, Rule, RuleName, Title};

use super::beneficiaries::has_open_case;
use super::effect::Provides;
use super::standing::{On, Refusal};
use super::{BeneficiaryRefusal, Event, Members};
use crate::ids::{DecisionNo, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;

/// What a State weighs by one measure.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Weight {
    /// The measure.
    #[n(0)]
    pub measure: RuleName,
    /// The weight.
    #[n(1)]
    pub weight: u64,
}

/// Invites a State to accede on these terms. Nothing binds it until its own root key has acceded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Admit {
    /// The State.
    #[n(0)]
    pub member: MemberCode,
    /// Its name in English.
    #[n(1)]
    pub name_en: Phrase,
    /// Its name in French.
    #[n(2)]
    pub name_fr: Phrase,
    /// Its weights: one for each measure of the charter.
    #[n(3)]
    pub weights: Vec<Weight>,
    /// The root key that it brings.
    #[n(4)]
    pub root: PublicKey,
    /// The recovery key that it brings.
    #[n(5)]
    pub recovery: PublicKey,
}

impl Admit {
    /// The charter with this State as a member.
    ///
    /// # Errors
    /// [`MemberError`]: why it cannot stand there.
    pub fn charter(&self, charter: &Charter) -> Result<Charter, MemberError> {
        let name = Title { en: self.name_en.to_string(), fr: self.name_fr.to_string() };
        let weights: Vec<(RuleName, u64)> =
            self.weights.iter().map(|weight| (weight.measure.clone(), weight.weight)).collect();
        charter.with_member(self.member, name, &weights)
    }
}

impl Provides for Admit {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.accession().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Accession
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        // M16: a State that is no member, with a weight for each measure, and two sound keys that never stood for it; or
        // with the keys that it has, if it was admitted to ask for help. Those alone while it asks or a case of it is open.
        self.charter(partnership.charter()).map_err(Refusal::CannotStand)?;
        let (state, members, keys) = (self.member, partnership.members(), [self.root, self.recovery]);
        if !members.is_beneficiary(state) {
            return members.are_fit(state, keys);
        }
        let own = members.are_its_own(state, keys);
        if own.is_ok() || members.is_admitted(state) || has_open_case(partnership, state) {
            return own;
        }
        members.are_fit(state, keys)
    }

    fn carried_out(
        &self,
        _partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        Ok(vec![Event::Invited { decision, terms: self.clone() }])
    }
}

impl Members {
    /// Whether these can become the root and recovery keys of a State: sound, two, and never its own before.
    pub(super) fn are_fit(&self, member: MemberCode, keys: [PublicKey; 2]) -> Result<(), Refusal> {
        self.are_sound(member, keys).map_err(|key| Refusal::UnfitKey { member, key })
    }

    /// The same, or the key for which they cannot.
    pub(super) fn are_sound(&self, member: MemberCode, keys: [PublicKey; 2]) -> Result<(), PublicKey> {
        let [root, recovery] = keys;
        let stood = |key: &PublicKey| self.keys.get(&member).is_some_and(|keys| keys.stood.contains(key));
        let unfit = |key: &PublicKey| root == recovery || key.point().is_none() || stood(key);
        keys.into_iter().find(unfit).map_or(Ok(()), Err)
    }

    /// Whether these are the root and recovery keys that a State has.
    pub(super) fn are_its_own(
        &self,
        member: MemberCode,
        [root, recovery]: [PublicKey; 2],
    ) -> Result<(), Refusal> {
        let keys = self.keys.get(&member);
        for (key, own) in [(root, keys.map(|keys| keys.root)), (recovery, keys.map(|keys| keys.recovery))] {
            if own != Some(key) {
                return Err(BeneficiaryRefusal::NotItsKey { state: member, key }.into());
            }
        }
        Ok(())
    }
}
