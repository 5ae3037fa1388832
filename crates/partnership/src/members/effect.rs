//! What decisions do to the standing of members. Articles: accession, suspension, amendment, lost keys.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period, Rule};

use super::standing::{On, Refusal as StandingRefusal};
use super::{Admit, AdmitBeneficiary, Adopt, Amend, EndAdmission, Reaccredit, Restore, Suspend};
use crate::event::Event;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal;
use crate::wire;

/// What a decision does to the standing of a member, or to the charter's text.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Effect {
    /// Suspend a member.
    #[n(0)]
    Suspend(#[n(0)] Suspend),
    /// Lift a suspension.
    #[n(1)]
    Restore(#[n(0)] Restore),
    /// Invite a State to accede.
    #[n(2)]
    Admit(#[n(0)] Admit),
    /// Adopt another text.
    #[n(3)]
    Amend(#[n(0)] Amend),
    /// Give new keys to a member that lost both of its own.
    #[n(4)]
    Reaccredit(#[n(0)] Reaccredit),
    /// Admit a State that is no member to ask for help.
    #[n(5)]
    AdmitBeneficiary(#[n(0)] AdmitBeneficiary),
    /// End such an admission.
    #[n(6)]
    EndAdmission(#[n(0)] EndAdmission),
    /// Adopt a text that is no charter.
    #[n(7)]
    Adopt(#[n(0)] Adopt),
}

/// What every effect on standing brings. The checks run when it is tabled, and again when it is executed.
pub(super) trait Provides {
    /// The rule by which it is decided, if the charter has an article on it.
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule>;

    /// The article that it needs.
    fn on(&self) -> On;

    /// The member that it concerns.
    fn concerned(&self) -> Option<MemberCode> {
        None
    }

    /// Whether it can be tabled.
    fn tabled(&self, partnership: &Partnership) -> Result<(), StandingRefusal>;

    /// What it brings.
    fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        now: Moment,
    ) -> Result<Vec<super::Event>, StandingRefusal>;
}

impl Effect {
    fn provides(&self) -> &dyn Provides {
        match self {
            Effect::Suspend(effect) => effect,
            Effect::Restore(effect) => effect,
            Effect::Admit(effect) => effect,
            Effect::Amend(effect) => effect,
            Effect::Reaccredit(effect) => effect,
            Effect::AdmitBeneficiary(effect) => effect,
            Effect::EndAdmission(effect) => effect,
            Effect::Adopt(effect) => effect,
        }
    }

    /// The rule by which it is decided.
    ///
    /// # Errors
    /// M10, if the charter has no article on it.
    pub fn rule<'c>(&self, charter: &'c Charter) -> Result<&'c Rule, StandingRefusal> {
        // M10: what the charter does not provide for cannot be decided.
        let provides = self.provides();
        provides.rule(charter).ok_or_else(|| StandingRefusal::NoArticle(provides.on()))
    }

    /// The member that it concerns, if it concerns one.
    #[must_use]
    pub fn concerned(&self) -> Option<MemberCode> {
        self.provides().concerned()
    }

    /// Appends to what a decision binds which suspension it is about: the first, the second. Of two decisions to suspend a
    /// member one could otherwise be kept, and executed by anyone after the others had restored it.
    pub(crate) fn append_terms(&self, partnership: &Partnership, to: &mut Vec<u8>) {
        if let Effect::Suspend(Suspend { member }) | Effect::Restore(Restore { member }) = self {
            let before = partnership.members().standings.of.get(member).map(|bond| bond.suspensions);
            wire::append(&before.unwrap_or_default(), to);
        }
    }

    /// How long the member concerned is heard between the tabling and the opening.
    pub(crate) fn hearing(&self, charter: &Charter) -> Option<Period> {
        match self {
            Effect::Suspend(_) => charter.suspension().map(|article| article.hearing()),
            _ => None,
        }
    }

    /// Whether the room would take it as a draft.
    pub(crate) fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        self.rule(partnership.charter())?;
        Ok(self.provides().tabled(partnership)?)
    }

    /// What would happen if the decision were executed now.
    pub(crate) fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        self.tabled(partnership)?;
        let events = self.provides().carried_out(partnership, decision, now)?;
        Ok(events.into_iter().map(Event::from).collect())
    }
}
