//! Countersign a line of the bank's statement.

use clap::Args;
use quorate_partnership::{Command, LineNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Countersign a line of the bank's statement", long_about = include_str!("bank_countersign.md").trim_end())]
pub(crate) struct Countersign {
    /// The line's number.
    line: u32,
}

impl Typed for Countersign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::CountersignLine(fund::CountersignLine { line: LineNo(self.line) }).into())
    }
}
