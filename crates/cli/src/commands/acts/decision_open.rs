//! Open the vote on a draft of one's own.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Open the vote on a draft of one's own", long_about = include_str!("decision_open.md").trim_end())]
pub(crate) struct Open {
    /// The decision's number.
    decision: u32,
}

impl Typed for Open {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(decisions::Command::Open(decisions::Open { decision: DecisionNo(self.decision) }).into())
    }
}
