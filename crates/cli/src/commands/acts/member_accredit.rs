//! Give an office to a representative's key.

use clap::Args;
use jiff::Timestamp;
use quorate_charter::{Office, Period};
use quorate_partnership::{Command, Post, members};

use super::keys::{kept, public_key};
use super::moments::moment;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give an office to a representative's key", long_about = include_str!("member_accredit.md").trim_end())]
pub(crate) struct Accredit {
    /// The office: representative, treasurer, case-officer, auditor or liaison-officer.
    office: Office,
    /// For how long: `365d`.
    #[arg(long = "for", value_name = "PERIOD")]
    term: Period,
    /// The first moment of the term, as 2026-12-31T00:00:00Z; else now.
    #[arg(long, value_name = "MOMENT")]
    from: Option<Timestamp>,
    /// The public key, as 64 hexadecimal digits; else the office's key in the directory, made if there is none.
    #[arg(long)]
    key: Option<String>,
    /// Make a new key, and set the one in the directory aside: after a theft, the one there is the stolen one.
    #[arg(long, conflicts_with = "key")]
    new_key: bool,
}

impl Typed for Accredit {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let post = Post { member: desk.post.member, office: self.office };
        let key = match &self.key {
            Some(key) => public_key(key)?,
            None if self.new_key => desk.keys.next(post.into())?.public(),
            None => kept(desk, post)?,
        };
        let from = self.from.map_or(Ok(desk.now), moment)?;
        let until = from.plus(self.term);
        Ok(members::Command::Accredit(members::Accredit { key, office: self.office, from, until }).into())
    }

    fn adopts(&self, by: Post) -> Option<Post> {
        self.new_key.then_some(Post { member: by.member, office: self.office })
    }
}
