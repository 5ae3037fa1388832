//! How things and their holders are called.

use std::collections::BTreeSet;

use quorate_foresight::dependence::{Dependencies, Event, Holder, Relied, Unsaid};

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

/// A thing, and whose it is unless its name says so.
pub(super) fn of_member(read: &Dependencies, place: usize) -> String {
    let (name, member) = (thing(read, place), read.things().get(place).and_then(|thing| thing.member));
    match member.filter(|member| !name.starts_with(&format!("{member}/"))) {
        Some(member) => format!("{member} {name}"),
        None => name.to_owned(),
    }
}

/// Suppliers from which something comes, and of which nobody says which State can make them withhold.
pub(super) fn suppliers_of_no_state(read: &Dependencies) -> impl Iterator<Item = &str> {
    let open = read.things().iter().filter(|thing| read.is_of_unknown_state(thing));
    let open: BTreeSet<usize> = open.filter_map(|thing| thing.supplier).collect();
    open.into_iter().map(|place| supplier(read, place))
}

pub(super) fn holder(read: &Dependencies, holder: Holder) -> String {
    match holder {
        Holder::State(state) => state.to_string(),
        Holder::Supplier(place) => supplier(read, place).to_owned(),
    }
}

/// The members that rely on a holder.
pub(super) fn members(one: &Relied) -> Vec<String> {
    one.members.iter().map(|member| member.to_string()).collect()
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
        Unsaid::Declared(place) => format!("on what {} relies, which nobody declares", thing(read, place)),
        Unsaid::State(place) => {
            let supplier = read.supplier_of(place).map(|one| one.name.as_str()).unwrap_or_default();
            format!("which State can make {supplier} withhold {}", thing(read, place))
        }
    }
}

/// No more of them than are to be told, and how many there are besides.
pub(super) fn cut(all: impl ExactSizeIterator<Item = String>, limit: usize, and: &str) -> Vec<String> {
    let more = all.len().saturating_sub(limit);
    let mut told: Vec<String> = all.take(limit).collect();
    match (more, limit) {
        (0, _) => {}
        (more, 0) => told.push(format!("{more} that --limit leaves out")),
        (more, _) => told.push(format!("{and}{more} more: --limit")),
    }
    told
}

/// A name that nothing has, with some that something has.
pub(super) fn unknown(read: &Dependencies, name: &str) -> Failure {
    let states = read.states().into_iter().map(|state| state.to_string());
    let suppliers = read.suppliers().iter().map(|supplier| supplier.name.clone());
    let things = read.things().iter().map(|thing| thing.name.clone());
    let known: Vec<String> = states.chain(suppliers).chain(things).take(FEW).collect();
    let what = format!("no State, supplier or thing here is called `{}`", visible(name));
    let help = match known.is_empty() {
        true => "there is none here at all".into(),
        false => format!("name one of them, such as {}", known.join(", ")),
    };
    Failure::usage(what, help)
}
