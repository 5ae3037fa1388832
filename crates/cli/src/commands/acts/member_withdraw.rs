//! Give notice that your member withdraws.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give notice that your member withdraws", long_about = include_str!("member_withdraw.md").trim_end())]
pub(crate) struct Withdraw {}

impl Typed for Withdraw {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Withdraw(members::Withdraw {}).into())
    }
}
