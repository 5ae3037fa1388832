//! Execute an adopted decision.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Execute an adopted decision", long_about = include_str!("decision_execute.md").trim_end())]
pub(crate) struct Execute {
    /// The decision's number.
    decision: u32,
}

impl Typed for Execute {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(decisions::Command::Execute(decisions::Execute { decision: DecisionNo(self.decision) }).into())
    }
}
