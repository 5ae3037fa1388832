//! Accept a delivery.

use clap::Args;
use quorate_partnership::{Command, OfferNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Accept a delivery, and say how many came", long_about = include_str!("case_accept_delivery.md").trim_end())]
pub(crate) struct AcceptDelivery {
    /// The offer's number.
    offer: u32,
    /// How many came.
    quantity: u64,
}

impl Typed for AcceptDelivery {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (offer, quantity) = (OfferNo(self.offer), self.quantity);
        Ok(cases::Command::AcceptDelivery(cases::AcceptDelivery { offer, quantity }).into())
    }
}
