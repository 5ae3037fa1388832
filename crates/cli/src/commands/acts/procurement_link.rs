//! Say which offer or payment belongs to a joint procurement.

use clap::Args;
use quorate_partnership::frameworks::procurement::{self, Linked};
use quorate_partnership::{Command, OfferNo, PaymentNo, ProcurementNo};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say which offer or payment belongs to a joint procurement", long_about = include_str!("procurement_link.md").trim_end())]
pub(crate) struct Link {
    /// The procurement's number.
    procurement: u32,
    #[command(flatten)]
    to: To,
}

// What belongs to it.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct To {
    /// An offer in kind of your own member to a need of the case.
    #[arg(long, value_name = "OFFER")]
    offer: Option<u32>,
    /// A payment of the case: for the lead to say.
    #[arg(long, value_name = "PAYMENT")]
    payment: Option<u32>,
}

impl Typed for Link {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let offer = self.to.offer.map(|number| Linked::Offer(OfferNo(number)));
        let to = offer.or(self.to.payment.map(|number| Linked::Payment(PaymentNo(number))));
        let to = to.ok_or_else(|| Failure::usage("what belongs to it?", "name an offer or a payment"))?;
        let procurement = ProcurementNo(self.procurement);
        Ok(procurement::Command::Link(procurement::Link { procurement, to }).into())
    }
}
