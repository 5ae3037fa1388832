//! Claim under a guarantee.

use clap::Args;
use quorate_partnership::{CaseNo, Command, cases};

use super::amounts::{amount, phrase};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Claim under a guarantee for one's own member", long_about = include_str!("case_claim.md").trim_end())]
pub(crate) struct Claim {
    /// The case's number.
    case: u32,
    /// How much, in the fund's currency.
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// What shows that it is owed.
    #[arg(long)]
    evidence: String,
}

impl Typed for Claim {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (amount, evidence) = (amount(desk, &self.amount)?, phrase(&self.evidence)?);
        Ok(cases::Command::Claim(cases::Claim { case: CaseNo(self.case), amount, evidence }).into())
    }
}
