//! Instruct the payment of a tranche.

use clap::Args;
use quorate_partnership::{CaseNo, Command, TrancheNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Instruct the payment of a tranche", long_about = include_str!("payment_instruct.md").trim_end())]
pub(crate) struct Instruct {
    /// The case's number.
    case: u32,
    /// The tranche's number within the case.
    tranche: u32,
}

impl Typed for Instruct {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (case, tranche) = (CaseNo(self.case), TrancheNo(self.tranche));
        Ok(cases::Command::Instruct(cases::Instruct { case, tranche }).into())
    }
}
