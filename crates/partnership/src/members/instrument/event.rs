//! What happens to the instrument.

use minicbor::{Decode, Encode};

use super::Adopt;
use crate::ids::DecisionNo;
use crate::members;

/// Something that happened to the charter as an instrument, or under it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A text was adopted.
    #[n(0)]
    TextAdopted {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// What it is called, and its document.
        #[n(1)]
        terms: Adopt,
    },
}

impl From<Event> for members::Event {
    fn from(event: Event) -> members::Event {
        members::Event::Instrument(event)
    }
}
