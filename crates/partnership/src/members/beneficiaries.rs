//! States that are no members and were admitted to ask for help. They have keys and accredit their own officers; they
//! have no voice and no weight, are bound and called for nothing, and run no node. Article: beneficiaries.

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};

use super::standing::{On, Refusal};
use super::{AdmitBeneficiary, BeneficiaryRefusal, Event as MembersEvent, Members};
use crate::ids::DecisionNo;
use crate::partnership::Partnership;

/// What a State that was admitted to ask for help, or that left, may do by a command, though it is no member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForBeneficiary {
    /// Nothing: the command is for members.
    Nothing,
    /// It acts on its own keys, or in its own cases; a State that left does too.
    ForItself,
    /// It asks for help, while its admission runs.
    Asks,
}

/// Something that happened to an admission.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A State was admitted to ask for help.
    #[n(0)]
    Admitted {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The State, its names and keys.
        #[n(1)]
        terms: AdmitBeneficiary,
    },
    /// An admission ended: its approved cases go on, and it asks for nothing new.
    #[n(1)]
    AdmissionEnded {
        /// The State.
        #[n(0)]
        state: MemberCode,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
}

/// Whether each State that was ever admitted may ask now. One that acceded is a member, and is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub(super) struct Beneficiaries(#[n(0)] BTreeMap<MemberCode, bool>);

impl Beneficiaries {
    pub(super) fn apply(&mut self, event: &MembersEvent) {
        match event {
            MembersEvent::Beneficiaries(Event::Admitted { terms, .. }) => {
                self.0.insert(terms.state, true);
            }
            MembersEvent::Beneficiaries(Event::AdmissionEnded { state, .. }) => {
                self.0.insert(*state, false);
            }
            MembersEvent::Acceded { member, .. } => {
                self.0.remove(member);
            }
            _ => {}
        }
    }
}

/// Whether something that was approved for this State goes on: nobody gives it other keys then.
pub(super) fn has_open_case(partnership: &Partnership, state: MemberCode) -> bool {
    let cases = partnership.cases();
    cases.open().any(|case| cases.beneficiary(case) == Some(state))
}

impl Members {
    /// Whether this State, which is no member, was ever admitted to ask for help.
    #[must_use]
    pub fn is_beneficiary(&self, state: MemberCode) -> bool {
        self.beneficiaries.0.contains_key(&state)
    }

    /// Whether help to this State can be approved: the charter binds it, or its admission runs.
    #[must_use]
    pub fn may_be_helped(&self, state: MemberCode) -> bool {
        self.is_bound(state) || self.is_admitted(state)
    }

    /// Whether its admission runs.
    pub(super) fn is_admitted(&self, state: MemberCode) -> bool {
        self.beneficiaries.0.get(&state).copied().unwrap_or_default()
    }

    /// Whether a State that is no member may give a command.
    pub(super) fn beneficiary_may(
        &self,
        state: MemberCode,
        what: ForBeneficiary,
        charter: &Charter,
    ) -> Result<(), Refusal> {
        match what {
            // M32: for itself and in its own cases, and nothing else.
            ForBeneficiary::Nothing => Err(BeneficiaryRefusal::NoMember(state).into()),
            ForBeneficiary::ForItself => Ok(()),
            // M10: while the charter has the article.
            ForBeneficiary::Asks if charter.beneficiaries().is_none() => {
                Err(Refusal::NoArticle(On::Beneficiaries))
            }
            // M34: while its admission runs.
            ForBeneficiary::Asks if self.is_admitted(state) => Ok(()),
            ForBeneficiary::Asks => Err(BeneficiaryRefusal::NotAdmitted(state).into()),
        }
    }
}

impl From<Event> for MembersEvent {
    fn from(event: Event) -> MembersEvent {
        MembersEvent::Beneficiaries(event)
    }
}

#[cfg(test)]
mod tests;
