//! End a line.

use clap::Args;
use quorate_partnership::{Command, LiaisonLineNo, continuity};

use super::line_words::Reported;
use super::wording::Worded;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "End a line between militaries", long_about = include_str!("line_close.md").trim_end())]
pub(crate) struct Close {
    /// The line's number.
    line: u32,
    /// Why, in English, in French, or in both.
    #[command(flatten)]
    reason: Worded,
    #[command(flatten)]
    reported: Reported,
}

impl Typed for Close {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (line, reason, reported_of) =
            (LiaisonLineNo(self.line), self.reason.wording()?, self.reported.of);
        Ok(continuity::Command::Close(continuity::Close { line, reason, reported_of }).into())
    }
}
