//! End a credential at once.

use clap::Args;
use quorate_charter::Office;
use quorate_partnership::{Command, Post, members};

use super::keys::public_key;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "End a credential at once", long_about = include_str!("member_revoke.md").trim_end())]
pub(crate) struct Revoke {
    /// The office.
    office: Office,
    /// The public key, as 64 hexadecimal digits; else the office's key in the directory.
    #[arg(long)]
    key: Option<String>,
}

impl Typed for Revoke {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let key = match &self.key {
            Some(key) => public_key(key)?,
            None => desk.keys.public(Post { member: desk.post.member, office: self.office })?,
        };
        Ok(members::Command::Revoke(members::Revoke { key, office: self.office }).into())
    }
}
