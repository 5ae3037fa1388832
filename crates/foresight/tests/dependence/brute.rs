//! The same worked out by trying everything, for texts of few things.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_foresight::dependence::{By, Days, Dependencies, Event, Thing};

/// The days that are gone through.
const DAYS: usize = 80;

/// What is gone, from nothing at all until nothing changes.
fn settled<T: Clone + PartialEq>(things: usize, nothing: T, of: impl Fn(usize, &[T]) -> T) -> Vec<T> {
    let mut all = vec![nothing; things];
    loop {
        let next: Vec<T> = (0..things).map(|place| of(place, &all)).collect();
        if next == all {
            return all;
        }
        all = next;
    }
}

fn fails(read: &Dependencies, lost: &[Event]) -> Vec<bool> {
    settled(read.things().len(), false, |place, all| {
        let thing = &read.things()[place];
        let is_lost = lost.iter().any(|event| match event {
            Event::State(state) => thing.in_hands_of == Some(*state),
            Event::Thing(other) => *other == place,
            Event::Supplier(_) => false,
        });
        let is_gone = |group: &Vec<usize>| group.iter().all(|other| all[*other]);
        is_lost || thing.needs.iter().any(|other| all[*other]) || thing.one_of.iter().any(is_gone)
    })
}

pub(crate) fn cuts(read: &Dependencies, of: usize, by: By) -> BTreeSet<Vec<Event>> {
    let is_base =
        |thing: &Thing| thing.in_hands_of.is_some() || (thing.needs.is_empty() && thing.one_of.is_empty());
    let events: BTreeSet<Event> = match by {
        By::State => read.things().iter().filter_map(|thing| thing.in_hands_of).map(Event::State).collect(),
        _ => (0..read.things().len())
            .filter(|place| is_base(&read.things()[*place]))
            .map(Event::Thing)
            .collect(),
    };
    let events: Vec<Event> = events.into_iter().collect();
    let mut found: Vec<Vec<Event>> = Vec::new();
    for size in 1..=3 {
        for set in sets(&events, size) {
            let holds_one = found.iter().any(|smaller| smaller.iter().all(|event| set.contains(event)));
            if !holds_one && fails(read, &set)[of] {
                found.push(set);
            }
        }
    }
    found.into_iter().collect()
}

fn sets(events: &[Event], size: usize) -> Vec<Vec<Event>> {
    match (size, events) {
        (0, _) => vec![vec![]],
        (_, []) => vec![],
        (_, [first, rest @ ..]) => {
            let with = sets(rest, size - 1).into_iter().map(|set| [vec![*first], set].concat());
            with.chain(sets(rest, size)).collect()
        }
    }
}

pub(crate) fn days(read: &Dependencies, withheld: MemberCode) -> Vec<Vec<bool>> {
    let known = |days: Days| match days {
        Days::Known(days) => days as usize,
        _ => usize::MAX,
    };
    settled(read.things().len(), vec![false; DAYS], |place, all| {
        let thing = &read.things()[place];
        let without = |day: usize| {
            let is_gone = |group: &Vec<usize>| group.iter().all(|other| all[*other][day]);
            thing.in_hands_of == Some(withheld)
                || thing.needs.iter().any(|other| all[*other][day])
                || thing.one_of.iter().any(is_gone)
        };
        let mut run = 0;
        let gone = |day: usize| {
            run = if without(day) { run + 1 } else { 0 };
            run > known(thing.lasts) && day < known(thing.replaced_in)
        };
        (0..DAYS).map(gone).collect()
    })
}
