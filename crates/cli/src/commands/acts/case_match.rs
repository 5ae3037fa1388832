//! Match an offer with the need.

use clap::Args;
use quorate_partnership::{Command, OfferNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Match an offer with the need of one's own member", long_about = include_str!("case_match.md").trim_end())]
pub(crate) struct Match {
    /// The offer's number.
    offer: u32,
    /// How many of it.
    quantity: u64,
}

impl Typed for Match {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (offer, quantity) = (OfferNo(self.offer), self.quantity);
        Ok(cases::Command::Match(cases::Match { offer, quantity }).into())
    }
}
