//! Sign a contribution agreement for one's own member.

use clap::Args;
use quorate_partnership::{Command, fund};

use super::amounts::amount;
use super::instalments::instalments;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign a contribution agreement for one's own member", long_about = include_str!("fund_sign_agreement.md").trim_end())]
pub(crate) struct SignAgreement {
    /// What the member pays in; due at once, but for what is in instalments.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    paid_in: String,
    /// What the member can be called for, all calls together.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    callable: String,
    /// A day to come, and how much of the money paid in falls due with its beginning. May stand several times.
    #[arg(long, num_args = 2, allow_negative_numbers = true, value_names = ["DATE", "AMOUNT"])]
    instalment: Vec<String>,
}

impl Typed for SignAgreement {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (paid_in, callable) = (amount(desk, &self.paid_in)?, amount(desk, &self.callable)?);
        let instalments =
            (!self.instalment.is_empty()).then(|| instalments(desk, &self.instalment)).transpose()?;
        Ok(fund::Command::SignAgreement(fund::SignAgreement { paid_in, callable, instalments }).into())
    }
}
