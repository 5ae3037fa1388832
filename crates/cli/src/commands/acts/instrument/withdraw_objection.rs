//! Withdraw an objection to a reservation.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw an objection to a reservation", long_about = include_str!("withdraw_objection.md").trim_end())]
pub(crate) struct WithdrawObjection {
    /// Whose reservation: three capital letters.
    state: MemberCode,
    /// The number of the article.
    article: u16,
}

impl Typed for WithdrawObjection {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let withdrawn = members::WithdrawObjection { of: self.state, article: self.article };
        Ok(members::InstrumentCommand::WithdrawObjection(withdrawn).into())
    }
}
