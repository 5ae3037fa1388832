//! Withdraw a thing that one's member declared.

use clap::Args;
use quorate_partnership::Command;
use quorate_partnership::capabilities::{self, ThingName};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw a thing that your member declared", long_about = include_str!("withdraw.md").trim_end())]
pub(crate) struct Withdraw {
    /// Its name among the things of your member.
    name: ThingName,
}

impl Typed for Withdraw {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let name = self.name.clone();
        Ok(capabilities::Command::Withdraw(capabilities::Withdraw { name }).into())
    }
}
