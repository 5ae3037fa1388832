//! End: before it is in effect who proposed it takes it back; after that the lead says that it is over, and why. What was
//! delivered, offered and paid stands. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ProcurementNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Ends a procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct End {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
    /// Why.
    #[n(1)]
    pub reason: Phrase,
}

impl Provision for End {
    fn name(&self) -> &'static str {
        "procurement end"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (procurement, by, reason) = (self.procurement, act.post().member, self.reason.clone());
        let goes_on = [Stage::InEffect, Stage::Proposed, Stage::Contracted, Stage::Delivered];
        let text = partnership.frameworks().procurement.at(procurement, &goes_on)?;
        // R80: where the one that could is no member any more, whoever has a share ends it.
        if partnership.charter().member(text.leads()).is_some() {
            text.only_by(by)
        } else {
            text.has_share(by)
        }?;
        Ok(vec![Event::Ended { procurement, by, reason }.into()])
    }
}
