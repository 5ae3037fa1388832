//! Tell that notice of an arrangement was given.

use clap::Args;
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Tell that notice of an arrangement was given", long_about = include_str!("notice.md").trim_end())]
pub(crate) struct Notice {
    /// The arrangement's number.
    arrangement: u32,
    /// Who gave it: your own member, or a State outside.
    #[arg(long, value_name = "STATE")]
    by: MemberCode,
    /// On what day it was given.
    #[arg(long, value_name = "DATE")]
    given: Date,
}

impl Typed for Notice {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let notice = frameworks::GiveNotice { arrangement, by: self.by, given: day(self.given)? };
        Ok(frameworks::Command::GiveNotice(notice).into())
    }
}
