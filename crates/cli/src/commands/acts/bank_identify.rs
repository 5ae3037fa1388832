//! Say from whom the money of a booked line came.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, LineNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say from whom the money of a booked line came", long_about = include_str!("bank_identify.md").trim_end())]
pub(crate) struct Identify {
    /// The line's number.
    line: u32,
    /// The member.
    #[arg(long, value_name = "MEMBER")]
    from: MemberCode,
}

impl Typed for Identify {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (line, from) = (LineNo(self.line), self.from);
        Ok(fund::Command::IdentifyLine(fund::IdentifyLine { line, from }).into())
    }
}
