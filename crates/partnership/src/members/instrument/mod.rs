//! The charter as an instrument: its text adopted, signed and consented to, and what its members adopt under it.
//! Articles: instrument, decisions.

mod adopt;
mod event;
mod refusal;

use alloc::collections::BTreeSet;

use minicbor::{Decode, Encode};

pub use adopt::Adopt;
pub use event::Event as InstrumentEvent;
pub use refusal::Refusal as InstrumentRefusal;

use crate::ids::DocumentHash;

/// What is true about the instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Instrument {
    /// The texts that were adopted, by their documents.
    #[n(0)]
    texts: BTreeSet<DocumentHash>,
}

impl Instrument {
    pub(super) fn apply(&mut self, event: &super::Event) {
        let super::Event::Instrument(event) = event else { return };
        match event {
            InstrumentEvent::TextAdopted { terms, .. } => {
                self.texts.insert(terms.document);
            }
        }
    }
}
