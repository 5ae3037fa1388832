//! Object to new keys that others decided for your member.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Object to new keys that others decided for your member", long_about = include_str!("member_object_keys.md").trim_end())]
pub(crate) struct ObjectKeys {}

impl Typed for ObjectKeys {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::ObjectKeys(members::ObjectKeys {}).into())
    }
}
