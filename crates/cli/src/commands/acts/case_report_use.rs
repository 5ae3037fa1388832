//! Account for money that was paid for one's own case.

use clap::Args;
use quorate_partnership::{CaseNo, Command, ReportNo, cases};

use super::amounts::{amount, phrase};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Account for money that was paid for one's own case", long_about = include_str!("case_report_use.md").trim_end())]
pub(crate) struct ReportUse {
    /// The case's number.
    case: u32,
    /// How much was used, in the fund's currency.
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// What it was used for.
    what: String,
    /// The report that it takes the place of; one that nobody attested.
    #[arg(long, value_name = "REPORT")]
    replaces: Option<u32>,
}

impl Typed for ReportUse {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (amount, what) = (amount(desk, &self.amount)?, phrase(&self.what)?);
        let (case, replaces) = (CaseNo(self.case), self.replaces.map(ReportNo));
        Ok(cases::Command::ReportUse(cases::ReportUse { case, amount, what, replaces }).into())
    }
}
