//! Start what takes the place of a line.

use clap::Args;
use quorate_partnership::{Command, LiaisonLineNo, continuity};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Start what takes the place of a line", long_about = include_str!("line_fall_back.md").trim_end())]
pub(crate) struct FallBack {
    /// The number of the line whose place is taken.
    line: u32,
}

impl Typed for FallBack {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let line = LiaisonLineNo(self.line);
        Ok(continuity::Command::StartFallBack(continuity::StartFallBack { line }).into())
    }
}
