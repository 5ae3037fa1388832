//! Countersign a rate of exchange.

use clap::Args;
use quorate_partnership::{Command, RateNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Countersign a rate of exchange", long_about = include_str!("fund_countersign_rate.md").trim_end())]
pub(crate) struct Countersign {
    /// The rate's number.
    rate: u32,
}

impl Typed for Countersign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::CountersignRate(fund::CountersignRate { rate: RateNo(self.rate) }).into())
    }
}
