//! Say that a step of your own is done.

use clap::Args;
use quorate_partnership::{Command, StepNo, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that a step of your own is done", long_about = include_str!("complete_step.md").trim_end())]
pub(crate) struct CompleteStep {
    /// The number of the step.
    step: u32,
}

impl Typed for CompleteStep {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::InstrumentCommand::CompleteStep(members::CompleteStep { step: StepNo(self.step) }).into())
    }
}
