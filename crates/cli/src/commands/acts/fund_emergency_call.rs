//! Ask for an emergency call.

use clap::Args;
use quorate_partnership::{Command, fund};

use super::amounts::amount;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Ask for a call in an emergency", long_about = include_str!("fund_emergency_call.md").trim_end())]
pub(crate) struct EmergencyCall {
    /// How much, in the fund's currency.
    #[arg(allow_negative_numbers = true)]
    total: String,
}

impl Typed for EmergencyCall {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::EmergencyCall(fund::EmergencyCall { total: amount(desk, &self.total)? }).into())
    }
}
