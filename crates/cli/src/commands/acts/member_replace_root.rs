//! Replace a lost or stolen root key, on the word of the recovery key.

use clap::Args;
use quorate_charter::Office;
use quorate_partnership::{Command, Post, members};

use super::keys::public_key;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Replace a lost or stolen root key, on the word of the recovery key", long_about = include_str!("member_replace_root.md").trim_end())]
pub(crate) struct ReplaceRoot {
    /// The new root's public key, as 64 hexadecimal digits; else a new key is made in the directory, and the old one
    /// set aside.
    root: Option<String>,
    /// End all credentials that the old root gave: for a root that was stolen, not for one that was lost.
    #[arg(long)]
    end_credentials: bool,
}

impl Typed for ReplaceRoot {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let root = match &self.root {
            Some(root) => public_key(root)?,
            None => desk.keys.next(Post { member: desk.post.member, office: Office::Root }.into())?.public(),
        };
        let end_credentials = self.end_credentials;
        Ok(members::Command::ReplaceRoot(members::ReplaceRoot { root, end_credentials }).into())
    }

    fn adopts(&self, by: Post) -> Option<Post> {
        self.root.is_none().then_some(Post { member: by.member, office: Office::Root })
    }
}
