//! Withdraw: the mover takes its draft back before the vote on it is opened. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Takes back a draft of one's own. Nothing can be withdrawn once its vote is open.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Withdraw {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
}

impl Provision for Withdraw {
    fn name(&self) -> &'static str {
        "decision withdraw"
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
        let decision = self.decision;
        partnership.decisions().draft_of(decision, act.post().member)?;
        Ok(vec![Event::Withdrawn { decision }.into()])
    }
}
