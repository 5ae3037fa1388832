//! Conclude: a text over an objection is recorded at once, when all have said where they stand. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Refusal;
use super::texts::Stage;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::TextNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Has a text recorded as *supported by*, never as agreed. Without it the rule does the same at its time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Conclude {
    /// The text.
    #[n(0)]
    pub text: TextNo,
}

impl Provision for Conclude {
    fn name(&self) -> &'static str {
        "consultation conclude"
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
        // K20: the silence was broken.
        if !matches!(text.stage, Stage::Broken { .. }) {
            return Err(Refusal::Silence(number).into());
        }
        // K22: its mover, and not before all have said where they stand: nobody's time to dissociate itself is cut short.
        let silent = text.silent(partnership);
        if text.by != by || !silent.is_empty() {
            return Err(Refusal::NotToConclude { by: text.by, silent }.into());
        }
        Ok(vec![text.concluded(number).into()])
    }
}
