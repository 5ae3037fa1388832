//! What happens to help in kind.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, NeedNo, OfferNo};
use crate::moment::Day;
use crate::phrase::Phrase;

/// Something that happened to what is needed, offered and delivered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// The beneficiary said what it needs.
    #[n(0)]
    Needed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The need.
        #[n(1)]
        need: NeedNo,
        /// What.
        #[n(2)]
        what: Phrase,
        /// How many.
        #[n(3)]
        quantity: u64,
        /// Of what unit.
        #[n(4)]
        unit: Phrase,
        /// The last day on which it can be offered and matched.
        #[n(5)]
        until: Day,
    },
    /// A member offered what is needed.
    #[n(1)]
    Offered {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
        /// The need.
        #[n(2)]
        need: NeedNo,
        /// The member.
        #[n(3)]
        by: MemberCode,
        /// How many.
        #[n(4)]
        quantity: u64,
        /// Whether it is to be returned.
        #[n(5)]
        lent: bool,
        /// What all of it is worth, if that is agreed.
        #[n(6)]
        value: Option<Money>,
    },
    /// An offer was withdrawn.
    #[n(2)]
    Withdrawn {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
    },
    /// The beneficiary matched an offer with its need.
    #[n(3)]
    Matched {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
        /// How many of it.
        #[n(2)]
        quantity: u64,
    },
    /// What was matched was delivered.
    #[n(4)]
    Delivered {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
    },
    /// The beneficiary accepted a delivery.
    #[n(5)]
    Accepted {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
        /// How many of it: what is short is missing again.
        #[n(2)]
        quantity: u64,
    },
    /// What was lent is back.
    #[n(6)]
    Returned {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
    },
}

impl Event {
    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseNo {
        match self {
            Event::Needed { case, .. }
            | Event::Offered { case, .. }
            | Event::Withdrawn { case, .. }
            | Event::Matched { case, .. }
            | Event::Delivered { case, .. }
            | Event::Accepted { case, .. }
            | Event::Returned { case, .. } => *case,
        }
    }
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        cases::Event::InKind(event).into()
    }
}
