//! Contract: the lead says that it made the contract. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ProcurementNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Says which contract was made, and when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Contract {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
    /// By what the contract is found.
    #[n(1)]
    pub reference: Phrase,
    /// The day on which it was made.
    #[n(2)]
    pub on: Day,
}

impl Provision for Contract {
    fn name(&self) -> &'static str {
        "procurement contract"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let Contract { procurement, on, .. } = *self;
        let by = act.post().member;
        let text = partnership.frameworks().procurement.at(procurement, &[Stage::InEffect])?;
        text.only_by(by)?;
        happened(on, now)?;
        text.not_before(on)?;
        let reference = self.reference.clone();
        Ok(vec![Event::Contracted { procurement, by, reference, on }.into()])
    }
}

/// R83: what is said to have happened has happened.
pub(super) fn happened(on: Day, now: Moment) -> Result<(), Refusal> {
    if on <= now.day() { Ok(()) } else { Err(Refusal::NotYet) }
}
