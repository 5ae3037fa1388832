//! Show gaps by another measure of what is slow. It reads, and gives no command.

use clap::Args;
use quorate_partnership::Command;
use quorate_records::{Records, SLOW_DAYS, csv, json};

use super::fund_liquidity::Format;
use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, register, width};

#[derive(Args)]
#[command(about = "Show where members have gaps, and who could fill them", long_about = include_str!("assessment_gaps.md").trim_end())]
pub(crate) struct Gaps {
    /// What takes more than so many days counts as a gap.
    #[arg(long, default_value_t = SLOW_DAYS)]
    days: u32,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Typed for Gaps {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("assessment gaps"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Gaps {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        let table = records.gaps(self.days);
        match self.format {
            Format::Text => screen.text(&register(&table, width())),
            Format::Json => screen.text(&json(records, &table)),
            Format::Csv => screen.text(&csv(&table)),
        }
    }
}
