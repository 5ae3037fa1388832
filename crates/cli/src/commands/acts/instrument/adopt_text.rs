//! Adopt the charter's text as it was negotiated.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Adopt the charter's text as it was negotiated", long_about = include_str!("adopt_text.md").trim_end())]
pub(crate) struct AdoptText {}

impl Typed for AdoptText {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::InstrumentCommand::AdoptText(members::AdoptText {}).into())
    }
}
