//! Take back a draft of one's own.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take back a draft of one's own", long_about = include_str!("decision_withdraw.md").trim_end())]
pub(crate) struct Withdraw {
    /// The decision's number.
    decision: u32,
}

impl Typed for Withdraw {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(decisions::Command::Withdraw(decisions::Withdraw { decision: DecisionNo(self.decision) }).into())
    }
}
