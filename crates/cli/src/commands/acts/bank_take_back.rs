//! Take a booked line back.

use clap::Args;
use quorate_partnership::{Command, LineNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take a booked line back", long_about = include_str!("bank_take_back.md").trim_end())]
pub(crate) struct TakeBack {
    /// The line's number.
    line: u32,
}

impl Typed for TakeBack {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::TakeBackLine(fund::TakeBackLine { line: LineNo(self.line) }).into())
    }
}
