//! Confirm a signature that was given ad referendum.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Confirm a signature that was given ad referendum", long_about = include_str!("confirm_signature.md").trim_end())]
pub(crate) struct ConfirmSignature {}

impl Typed for ConfirmSignature {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::InstrumentCommand::ConfirmSignature(members::ConfirmSignature {}).into())
    }
}
