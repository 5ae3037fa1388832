//! Ratify the charter.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Ratify the charter", long_about = include_str!("member_ratify.md").trim_end())]
pub(crate) struct Ratify {}

impl Typed for Ratify {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Ratify(members::Ratify {}).into())
    }
}
