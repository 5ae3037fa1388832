//! Put an outage of a line on record.

use clap::Args;
use jiff::Timestamp;
use quorate_partnership::{Command, LiaisonLineNo, continuity};

use super::line_words::{Reported, Said};
use super::moments::moment;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Put an outage of a line between militaries on record", long_about = include_str!("line_outage.md").trim_end())]
pub(crate) struct Outage {
    /// The line's number.
    line: u32,
    /// Since when, as 2026-12-31T00:00:00Z.
    #[arg(long, value_name = "MOMENT")]
    began: Timestamp,
    #[command(flatten)]
    said: Said,
    #[command(flatten)]
    reported: Reported,
}

impl Typed for Outage {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (line, began) = (LiaisonLineNo(self.line), moment(self.began)?);
        let (cause, reported_of) = (self.said.wording()?, self.reported.of);
        Ok(continuity::Command::Outage(continuity::Outage { line, began, cause, reported_of }).into())
    }
}
