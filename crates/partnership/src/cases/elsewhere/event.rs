//! What happens about help elsewhere.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::Declared;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, DecisionNo};
use crate::phrase::Phrase;

/// Something that happened about help elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A State said what another body gives.
    #[n(0)]
    Declared {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The number of the word in the case, from 1.
        #[n(1)]
        number: u32,
        /// Who said it.
        #[n(2)]
        by: MemberCode,
        /// Whether that is the beneficiary: only then it counts.
        #[n(3)]
        of_beneficiary: bool,
        /// What a body gives; none: nothing.
        #[n(4)]
        declared: Option<Declared>,
        /// The own word that it takes the place of.
        #[n(5)]
        replaces: Option<u32>,
        /// Where that is to be read.
        #[n(6)]
        source: Option<Phrase>,
    },
    /// The members decided how much of a body's help counts at least.
    #[n(1)]
    Counted {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// Of which body.
        #[n(1)]
        body: Phrase,
        /// How much.
        #[n(2)]
        amount: Money,
        /// Where that is to be read.
        #[n(3)]
        source: Phrase,
        /// The decision.
        #[n(4)]
        decision: DecisionNo,
    },
    /// Help to a case stands down.
    #[n(2)]
    StoodDown {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
    /// Help to a case goes on.
    #[n(3)]
    Resumed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
}

impl Event {
    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseNo {
        match self {
            Event::Declared { case, .. }
            | Event::Counted { case, .. }
            | Event::StoodDown { case, .. }
            | Event::Resumed { case, .. } => *case,
        }
    }
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        crate::cases::Event::Elsewhere(event).into()
    }
}
