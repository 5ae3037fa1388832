//! Withdraw one's own member's pledge.

use clap::Args;
use quorate_partnership::{Command, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw one's own member's pledge", long_about = include_str!("fund_withdraw_pledge.md").trim_end())]
pub(crate) struct WithdrawPledge {}

impl Typed for WithdrawPledge {
    fn command(&self, _: &Desk<'_>) -> Result<Command, Failure> {
        Ok(fund::Command::WithdrawPledge(fund::WithdrawPledge {}).into())
    }
}
