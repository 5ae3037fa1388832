//! What happened to the charter as an instrument, and under it.

use alloc::format;
use alloc::string::String;

use quorate_partnership::members::InstrumentEvent as Event;

/// The event in a sentence.
pub(super) fn sentence(event: &Event) -> String {
    match event {
        Event::TextAdopted { terms, .. } => {
            format!("the text \"{}\" is adopted, document {}", terms.title, terms.document.short())
        }
    }
}
