//! Take in, as a depositary, the consent that a State lodged.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take in, as a depositary, the consent that a State lodged", long_about = include_str!("take_in.md").trim_end())]
pub(crate) struct TakeIn {
    /// Whose consent: three capital letters.
    state: MemberCode,
}

impl Typed for TakeIn {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::InstrumentCommand::TakeIn(members::TakeIn { of: self.state }).into())
    }
}
