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
    /// End all credentials that the old root gave: for a root that was stolen, not for one that was lost.
    #[arg(long)]
    end_credentials: bool,
}

impl Typed for ReplaceRoot {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (root, end_credentials) = (public_key(&self.root)?, self.end_credentials);
        Ok(members::Command::ReplaceRoot(members::ReplaceRoot { root, end_credentials }).into())
    }
}
