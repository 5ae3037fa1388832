//! Record an existing arrangement.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, frameworks};

use super::view::Seen;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Record an existing arrangement with other States", long_about = include_str!("record.md").trim_end())]
pub(crate) struct Record {
    /// The States outside with which it is.
    #[arg(long, value_name = "STATE,STATE", value_delimiter = ',', required = true)]
    with: Vec<MemberCode>,
    /// The members that are party, your own among them.
    #[arg(long, value_name = "MEMBER,MEMBER", value_delimiter = ',', required = true)]
    members: Vec<MemberCode>,
    #[command(flatten)]
    seen: Seen,
}

impl Typed for Record {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (with, members, view) = (self.with.clone(), self.members.clone(), self.seen.view()?);
        let record = frameworks::RecordArrangement { with, members, view };
        Ok(frameworks::Command::RecordArrangement(record).into())
    }
}
