//! Take your member's notice of withdrawal back.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take your member's notice of withdrawal back", long_about = include_str!("member_stay.md").trim_end())]
pub(crate) struct Stay {}

impl Typed for Stay {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Stay(members::Stay {}).into())
    }
}
