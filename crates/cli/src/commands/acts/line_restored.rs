//! Say that an outage of a line is over.

use clap::Args;
use jiff::Timestamp;
use quorate_partnership::{Command, LiaisonLineNo, continuity};

use super::line_words::Reported;
use super::moments::moment;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that an outage of a line is over", long_about = include_str!("line_restored.md").trim_end())]
pub(crate) struct Restored {
    /// The line's number.
    line: u32,
    /// Since when, as 2026-12-31T12:00:00Z.
    #[arg(long, value_name = "MOMENT")]
    at: Timestamp,
    #[command(flatten)]
    reported: Reported,
}

impl Typed for Restored {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (line, at, reported_of) = (LiaisonLineNo(self.line), moment(self.at)?, self.reported.of);
        Ok(continuity::Command::Restored(continuity::Restored { line, at, reported_of }).into())
    }
}
