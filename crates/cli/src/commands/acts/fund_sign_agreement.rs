//! Sign a contribution agreement for one's own member.

use clap::Args;
use quorate_partnership::{Command, fund};

use super::amounts::amount;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign a contribution agreement for one's own member", long_about = include_str!("fund_sign_agreement.md").trim_end())]
pub(crate) struct SignAgreement {
    /// What the member pays in; due at once.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    paid_in: String,
    /// What the member can be called for, all calls together.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    callable: String,
}

impl Typed for SignAgreement {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (paid_in, callable) = (amount(desk, &self.paid_in)?, amount(desk, &self.callable)?);
        Ok(fund::Command::SignAgreement(fund::SignAgreement { paid_in, callable }).into())
    }
}
