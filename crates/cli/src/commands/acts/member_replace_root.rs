//! Replace a lost or stolen root key, on the word of the recovery key.

use clap::Args;
use quorate_partnership::{Command, members};

use super::keys::public_key;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Replace a lost or stolen root key, on the word of the recovery key", long_about = include_str!("member_replace_root.md").trim_end())]
pub(crate) struct ReplaceRoot {
    /// The new root's public key, as 64 hexadecimal digits.
    root: String,
}

impl Typed for ReplaceRoot {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::Command::ReplaceRoot(members::ReplaceRoot { root: public_key(&self.root)? }).into())
    }
}
