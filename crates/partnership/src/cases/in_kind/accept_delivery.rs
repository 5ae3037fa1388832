//! Accept: the beneficiary says how many came. What is short is missing again; what it is worth is a memorandum. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Stage, at_most};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::OfferNo;
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Accepts a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AcceptDelivery {
    /// The offer.
    #[n(0)]
    pub offer: OfferNo,
    /// How many came.
    #[n(1)]
    pub quantity: u64,
}

impl Provision for AcceptDelivery {
    fn name(&self) -> &'static str {
        "case accept-delivery"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let AcceptDelivery { offer, quantity } = *self;
        let (offered, number, case) = partnership.cases().offer(offer, Stage::Delivered)?;
        case.only_beneficiary(act.post().member)?;
        at_most(quantity, offered.taken)?;
        let mut events = vec![Event::Accepted { case: number, offer, quantity }.into()];
        if let Some(worth) = offered.worth(quantity).filter(|worth| worth.is_positive()) {
            let (book, by) = (book::memoranda(partnership.charter()), offered.by.as_str());
            let mut bookings = Bookings::new(partnership.fund(), now.day());
            let valued = fund::moved(book, (account::IN_KIND, by), (account::CONTRA, ""), worth)?;
            bookings.post(valued, About::InKind { case: number, offer });
            events.extend(bookings.admitted()?);
        }
        Ok(events)
    }
}
