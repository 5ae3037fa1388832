//! Tell that an arrangement is over for your member.

use clap::Args;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Tell that an arrangement is over for your member", long_about = include_str!("end.md").trim_end())]
pub(crate) struct End {
    /// The arrangement's number.
    arrangement: u32,
}

impl Typed for End {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let end = frameworks::EndArrangement { arrangement };
        Ok(frameworks::Command::EndArrangement(end).into())
    }
}
