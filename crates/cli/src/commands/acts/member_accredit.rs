//! Give an office to a representative's key.

use clap::Args;
use quorate_charter::{Office, Period};
use quorate_partnership::{Command, Post, members};

use super::keys::{kept, public_key};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give an office to a representative's key", long_about = include_str!("member_accredit.md").trim_end())]
pub(crate) struct Accredit {
    /// The office: representative, treasurer or case-officer.
    office: Office,
    /// For how long, from now: `365d`.
    #[arg(long = "for", value_name = "PERIOD")]
    term: Period,
    /// The public key, as 64 hexadecimal digits; else the office's key in the directory, made if there is none.
    #[arg(long)]
    key: Option<String>,
}

impl Typed for Accredit {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let key = match &self.key {
            Some(key) => public_key(key)?,
            None => kept(desk, Post { member: desk.post.member, office: self.office })?,
        };
        let (from, until) = (desk.now, desk.now.plus(self.term));
        Ok(members::Command::Accredit(members::Accredit { key, office: self.office, from, until }).into())
    }
}
