//! Attest what a beneficiary reported.

use clap::Args;
use quorate_partnership::{CaseNo, Command, ReportNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Attest that money was used as reported", long_about = include_str!("case_attest_use.md").trim_end())]
pub(crate) struct AttestUse {
    /// The case's number.
    case: u32,
    /// The report's number within the case.
    report: u32,
}

impl Typed for AttestUse {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (case, report) = (CaseNo(self.case), ReportNo(self.report));
        Ok(cases::Command::AttestUse(cases::AttestUse { case, report }).into())
    }
}
