//! Name the decision that a text asked for.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, TextNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Name the decision that a text asked for", long_about = include_str!("name_decision.md").trim_end())]
pub(crate) struct NameDecision {
    /// The text's number.
    text: u32,
    /// The decision's number.
    decision: u32,
}

impl Typed for NameDecision {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (text, decision) = (TextNo(self.text), DecisionNo(self.decision));
        let named = consultations::NameDecision { text, decision };
        Ok(consultations::Command::NameDecision(named).into())
    }
}
