//! What happens to joint procurements.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{Linked, Propose, Refusal};
use crate::event::Event as AnyEvent;
use crate::frameworks;
use crate::ids::ProcurementNo;
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Something that happened to a joint procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member with a share proposed it.
    #[n(0)]
    Proposed {
        /// Its number.
        #[n(0)]
        procurement: ProcurementNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// Its text.
        #[n(2)]
        text: Propose,
        /// When it lapses if not all have signed.
        #[n(3)]
        until: Moment,
    },
    /// A member signed for itself.
    #[n(1)]
    Signed {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
    },
    /// All that are named have signed.
    #[n(2)]
    TookEffect {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
    },
    /// Not all signed in time.
    #[n(3)]
    Lapsed {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
    },
    /// The lead made the contract.
    #[n(4)]
    Contracted {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// The lead.
        #[n(1)]
        by: MemberCode,
        /// By what the contract is found.
        #[n(2)]
        reference: Phrase,
        /// The day on which it was made.
        #[n(3)]
        on: Day,
    },
    /// An offer or a payment belongs to it.
    #[n(5)]
    Linked {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// Who says so.
        #[n(1)]
        by: MemberCode,
        /// What belongs to it.
        #[n(2)]
        to: Linked,
        /// What an offer is worth, if that is agreed; of a payment its amount.
        #[n(3)]
        amount: Option<Money>,
    },
    /// The lead says that it is there.
    #[n(6)]
    Delivered {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// The lead.
        #[n(1)]
        by: MemberCode,
        /// What is there.
        #[n(2)]
        what: Phrase,
        /// The day on which it came.
        #[n(3)]
        on: Day,
    },
    /// Another member with a share accepted it.
    #[n(7)]
    Accepted {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
    },
    /// All others have accepted.
    #[n(8)]
    Completed {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
    },
    /// It was ended otherwise.
    #[n(9)]
    Ended {
        /// The procurement.
        #[n(0)]
        procurement: ProcurementNo,
        /// Who ended it.
        #[n(1)]
        by: MemberCode,
        /// Why.
        #[n(2)]
        reason: Phrase,
    },
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        AnyEvent::Frameworks(frameworks::Event::Procurement(event))
    }
}

impl From<Refusal> for AnyRefusal {
    fn from(refusal: Refusal) -> AnyRefusal {
        AnyRefusal::Frameworks(refusal.into())
    }
}
