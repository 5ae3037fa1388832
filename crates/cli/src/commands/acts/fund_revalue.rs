//! Value what is held of other currencies at a day's closing rates.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::{Command, fund};

use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Value what is held of other currencies at a day's closing rates", long_about = include_str!("fund_revalue.md").trim_end())]
pub(crate) struct Revalue {
    /// The day, as 2026-12-31; it is over.
    #[arg(value_name = "DATE")]
    day: Date,
}

impl Typed for Revalue {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::Revalue(fund::Revalue { day: day(self.day)? }).into())
    }
}
