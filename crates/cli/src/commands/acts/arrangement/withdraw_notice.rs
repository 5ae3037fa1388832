//! Tell that notice of an arrangement was taken back.

use clap::Args;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Tell that notice of an arrangement was taken back", long_about = include_str!("withdraw_notice.md").trim_end())]
pub(crate) struct WithdrawNotice {
    /// The arrangement's number.
    arrangement: u32,
}

impl Typed for WithdrawNotice {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let back = frameworks::TakeNoticeBack { arrangement };
        Ok(frameworks::Command::TakeNoticeBack(back).into())
    }
}
