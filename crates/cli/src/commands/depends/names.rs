//! How things and their holders are called.

use quorate_foresight::dependence::{Dependencies, Event, Holder, Unsaid};

use crate::failure::Failure;
use crate::present::visible;

/// The most names that an error offers.
const FEW: usize = 12;

/// The name of a thing.
pub(super) fn thing(read: &Dependencies, place: usize) -> &str {
    read.things().get(place).map(|thing| thing.name.as_str()).unwrap_or_default()
}

fn supplier(read: &Dependencies, place: usize) -> &str {
    read.suppliers().get(place).map(|supplier| supplier.name.as_str()).unwrap_or_default()
}

pub(super) fn holder(read: &Dependencies, holder: Holder) -> String {
    match holder {
        Holder::State(state) => state.to_string(),
        Holder::Supplier(place) => supplier(read, place).to_owned(),
    }
}

pub(super) fn event(read: &Dependencies, event: Event) -> String {
    match event {
        Event::State(state) => state.to_string(),
        Event::Supplier(place) => supplier(read, place).to_owned(),
        Event::Thing(place) => thing(read, place).to_owned(),
    }
}

/// What would have to be known.
pub(super) fn unsaid(read: &Dependencies, unsaid: Unsaid) -> String {
    match unsaid {
        Unsaid::Lasts(place) => format!("how long {} lasts", thing(read, place)),
        Unsaid::ReplacedIn(place) => format!("when {} can be had otherwise", thing(read, place)),
    }
}

/// A name that the file does not have, with some that it has.
pub(super) fn unknown(read: &Dependencies, name: &str) -> Failure {
    let states = read.states().into_iter().map(|state| state.to_string());
    let suppliers = read.suppliers().iter().map(|supplier| supplier.name.clone());
    let known: Vec<String> = states.chain(suppliers).take(FEW).collect();
    let what = format!("the file has no State, supplier or thing `{}`", visible(name));
    Failure::usage(what, format!("name one of its things, or for instance {}", known.join(", ")))
}
