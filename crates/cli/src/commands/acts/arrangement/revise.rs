//! Tell your own view of an arrangement anew.

use clap::Args;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::view::Seen;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Tell your own view of an arrangement anew", long_about = include_str!("revise.md").trim_end())]
pub(crate) struct Revise {
    /// The arrangement's number.
    arrangement: u32,
    #[command(flatten)]
    seen: Seen,
    /// The version of your member's view that it replaces; else the one in the record.
    #[arg(long, value_name = "VERSION")]
    version: Option<u32>,
}

impl Typed for Revise {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let standing = || desk.records.arrangement_version(arrangement, desk.post.member);
        let (version, view) = (self.version.unwrap_or_else(standing), self.seen.view()?);
        let revise = frameworks::ReviseArrangement { arrangement, version, view };
        Ok(frameworks::Command::ReviseArrangement(revise).into())
    }
}
