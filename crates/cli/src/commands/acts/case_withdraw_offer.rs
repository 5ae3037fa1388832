//! Withdraw an offer.

use clap::Args;
use quorate_partnership::{Command, OfferNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw an offer that is not matched", long_about = include_str!("case_withdraw_offer.md").trim_end())]
pub(crate) struct WithdrawOffer {
    /// The offer's number.
    offer: u32,
}

impl Typed for WithdrawOffer {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::WithdrawOffer(cases::WithdrawOffer { offer: OfferNo(self.offer) }).into())
    }
}
