//! State something on a decision that concerns your member.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, members};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "State something on a decision that concerns your member", long_about = include_str!("decision_state.md").trim_end())]
pub(crate) struct State {
    /// The decision.
    decision: u32,
    /// What your member states.
    text: String,
}

impl Typed for State {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let decision = DecisionNo(self.decision);
        Ok(members::Command::State(members::State { decision, text: phrase(&self.text)? }).into())
    }
}
