//! Withdraw a reservation.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw a reservation", long_about = include_str!("withdraw_reservation.md").trim_end())]
pub(crate) struct WithdrawReservation {
    /// The number of the article.
    article: u16,
}

impl Typed for WithdrawReservation {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(members::InstrumentCommand::WithdrawReservation(members::WithdrawReservation {
            article: self.article,
        })
        .into())
    }
}
