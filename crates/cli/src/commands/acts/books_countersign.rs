//! Countersign the seal of a period.

use clap::Args;
use quorate_partnership::{Command, SealNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Countersign the seal of a period", long_about = include_str!("books_countersign.md").trim_end())]
pub(crate) struct Countersign {
    /// The seal's number.
    seal: u32,
}

impl Typed for Countersign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::CountersignSeal(fund::CountersignSeal { seal: SealNo(self.seal) }).into())
    }
}
