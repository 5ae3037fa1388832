//! Put a test of a line on record.

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quorate_partnership::continuity::{self, TestResult};
use quorate_partnership::{Command, LiaisonLineNo};

use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

/// How the test came out.
#[derive(Clone, Copy, ValueEnum)]
enum Came {
    Passed,
    Failed,
}

#[derive(Args)]
#[command(about = "Put a test of a line between militaries on record", long_about = include_str!("line_test.md").trim_end())]
pub(crate) struct Test {
    /// The line's number.
    line: u32,
    /// How it came out.
    #[arg(long)]
    result: Came,
    /// On which day, as 2026-12-31; else today.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Typed for Test {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let result = match self.result {
            Came::Passed => TestResult::Passed,
            Came::Failed => TestResult::Failed,
        };
        let (line, on) = (LiaisonLineNo(self.line), self.on.map(day).transpose()?);
        Ok(continuity::Command::Test(continuity::Test { line, result, on }).into())
    }
}
