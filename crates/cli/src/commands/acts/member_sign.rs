//! Sign the charter.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign the charter", long_about = include_str!("member_sign.md").trim_end())]
pub(crate) struct Sign {
    /// Apply the charter provisionally until it is in force for your State.
    #[arg(long)]
    provisionally: bool,
}

impl Typed for Sign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Sign(members::Sign { provisionally: self.provisionally }).into())
    }
}
