//! Report that a State outside puts an arrangement in question.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::amounts::phrase;
use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Report that a State outside puts an arrangement in question", long_about = include_str!("question.md").trim_end())]
pub(crate) struct Question {
    /// The arrangement's number.
    arrangement: u32,
    /// Which State outside.
    #[arg(long, value_name = "STATE")]
    by: MemberCode,
    /// Where that is to be read.
    #[arg(long, value_name = "TEXT")]
    source: String,
    /// For whom the report is.
    #[arg(long, default_value = "members")]
    audience: For,
}

impl Typed for Question {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let (by, source, audience) = (self.by, phrase(&self.source)?, self.audience.into());
        let question = frameworks::Question { arrangement, by, source, audience };
        Ok(frameworks::Command::Question(question).into())
    }
}
