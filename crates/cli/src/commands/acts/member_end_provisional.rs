//! End your State's provisional application of the charter.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "End your State's provisional application of the charter", long_about = include_str!("member_end_provisional.md").trim_end())]
pub(crate) struct EndProvisional {}

impl Typed for EndProvisional {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::EndProvisional(members::EndProvisional {}).into())
    }
}
