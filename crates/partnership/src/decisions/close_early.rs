//! Close: anyone closes a written vote as soon as all that take part have voted. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Course, Office, Offices, Procedure};

use super::Refusal;
use super::close::closed;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Closes a written vote before its deadline. There is nothing to choose, so that no chair is needed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Close {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
}

impl Provision for Close {
    fn name(&self) -> &'static str {
        "decision close"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::Treasurer, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        _act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let decision = self.decision;
        let poll = partnership.decisions().open_poll(decision, partnership.heard())?;
        // D13: by any other procedure the deadline closes, and nobody else.
        if poll.procedure().map(Procedure::course) != Some(Course::Written) {
            return Err(Refusal::NotWritten(decision).into());
        }
        // D14: all that take part have voted, and none is to confirm its vote.
        if !poll.is_complete() {
            return Err(Refusal::NotAllVoted(decision).into());
        }
        Ok(vec![closed(poll, decision, now).into()])
    }
}

#[cfg(test)]
mod tests;
