//! Close a written vote in which all have voted.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Close a written vote in which all have voted", long_about = include_str!("decision_close.md").trim_end())]
pub(crate) struct Close {
    /// The decision's number.
    decision: u32,
}

impl Typed for Close {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(decisions::Command::Close(decisions::Close { decision: DecisionNo(self.decision) }).into())
    }
}
