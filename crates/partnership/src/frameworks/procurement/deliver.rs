//! Deliver: the lead says that what was bought is there. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::contract::happened;
use super::{Event, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ProcurementNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Says what was delivered, and when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Deliver {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
    /// What is there.
    #[n(1)]
    pub what: Phrase,
    /// The day on which it came.
    #[n(2)]
    pub on: Day,
}

impl Provision for Deliver {
    fn name(&self) -> &'static str {
        "procurement deliver"
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
        let Deliver { procurement, on, .. } = *self;
        let by = act.post().member;
        let text = partnership.frameworks().procurement.at(procurement, &[Stage::Contracted])?;
        text.only_by(by)?;
        happened(on, now)?;
        text.not_before(on)?;
        Ok(vec![Event::Delivered { procurement, by, what: self.what.clone(), on }.into()])
    }
}
