//! Accede to the charter, on invitation.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Accede to the charter, on invitation", long_about = include_str!("member_accede.md").trim_end())]
pub(crate) struct Accede {}

impl Typed for Accede {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::Accede(members::Accede {}).into())
    }
}
