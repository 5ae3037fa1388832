//! Support a text, so that it can be recorded over an objection. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::texts::Position;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::TextNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that the member supports a text. Only who says so is recorded as supporting one over an objection.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Support {
    /// The text.
    #[n(0)]
    pub text: TextNo,
}

impl Provision for Support {
    fn name(&self) -> &'static str {
        "consultation support"
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
        let (number, by) = (self.text, act.post().member);
        let text = partnership.consultations().on_table(number, by)?;
        // K21: it says something new, or says it anew since the silence was broken.
        if text.by == by || text.holds(by, Position::Supports) {
            return Err(Refusal::Said(number).into());
        }
        Ok(vec![Event::Supported { text: number, by }.into()])
    }
}
