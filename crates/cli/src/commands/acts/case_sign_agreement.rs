//! Sign the financing agreement of one's own case.

use clap::Args;
use quorate_partnership::{CaseNo, Command, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign the financing agreement of one's own case", long_about = include_str!("case_sign_agreement.md").trim_end())]
pub(crate) struct SignAgreement {
    /// The case's number.
    case: u32,
}

impl Typed for SignAgreement {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::SignAgreement(cases::SignAgreement { case: CaseNo(self.case) }).into())
    }
}
