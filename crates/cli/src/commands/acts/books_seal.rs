//! Give the seal of a period.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::{Command, fund};

use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give the seal of a period", long_about = include_str!("books_seal.md").trim_end())]
pub(crate) struct Seal {
    /// The last day of the period, as 2026-12-31; at the latest yesterday.
    #[arg(long, value_name = "DATE")]
    until: Date,
}

impl Typed for Seal {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::SealPeriod(fund::SealPeriod { until: day(self.until)? }).into())
    }
}
