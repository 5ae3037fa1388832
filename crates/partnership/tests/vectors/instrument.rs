//! A sample of every command, event and draft about the charter as an instrument.

use quorate_partnership::members::{self, Adopt, Event as Members, InstrumentEvent};
use quorate_partnership::{DecisionNo, DocumentHash, Event, Wording};

use crate::commands::phrase;

fn text() -> Adopt {
    let title = Wording::new(Some(phrase("Programme of exercises")), Some(phrase("Programme d'exercices")));
    Adopt { title: title.unwrap(), document: DocumentHash([7; 32]) }
}

pub(crate) fn effects() -> [(&'static str, members::Effect); 1] {
    [("decision table, a text", members::Effect::Adopt(text()))]
}

pub(crate) fn events() -> Vec<(&'static str, Event)> {
    let adopted = InstrumentEvent::TextAdopted { decision: DecisionNo(3), terms: text() };
    vec![("text adopted", Members::from(adopted).into())]
}
