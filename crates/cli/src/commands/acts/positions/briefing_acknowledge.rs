//! Say that a briefing has come.

use clap::Args;
use quorate_partnership::{BriefingNo, Command, positions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that a briefing has come", long_about = include_str!("briefing_acknowledge.md").trim_end())]
pub(crate) struct Acknowledge {
    /// The briefing's number.
    briefing: u32,
}

impl Typed for Acknowledge {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let briefing = BriefingNo(self.briefing);
        Ok(positions::Command::Acknowledge(positions::Acknowledge { briefing }).into())
    }
}
