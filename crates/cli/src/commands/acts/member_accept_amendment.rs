//! Accept an adopted text of the charter.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Accept an adopted text of the charter", long_about = include_str!("member_accept_amendment.md").trim_end())]
pub(crate) struct AcceptAmendment {
    /// The text: the version that it becomes, as the register of membership and `record` tell it.
    version: u32,
}

impl Typed for AcceptAmendment {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Accept(members::Accept { version: self.version }).into())
    }
}
