//! Attest that the condition of a tranche is met.

use clap::Args;
use quorate_partnership::{CaseNo, Command, TrancheNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Attest that the condition of a tranche is met", long_about = include_str!("case_attest.md").trim_end())]
pub(crate) struct Attest {
    /// The case's number.
    case: u32,
    /// The tranche's number within the case.
    tranche: u32,
}

impl Typed for Attest {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (case, tranche) = (CaseNo(self.case), TrancheNo(self.tranche));
        Ok(cases::Command::Attest(cases::Attest { case, tranche }).into())
    }
}
