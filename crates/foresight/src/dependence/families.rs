//! The search for the minimal cut sets of every thing: from what each relies on, upwards, and no further than it may.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::cuts::{By, Event, Search};
use super::graph::{Dependencies, Thing};
use super::sets::{MOST, NONE, Set, Within, many, pairs, smaller};

/// The minimal cut sets of a thing; or that there are too many.
#[derive(Clone, Default, PartialEq)]
pub(super) enum Family {
    #[default]
    Never,
    Sets(Vec<Set>),
    TooMany,
}

impl Dependencies {
    /// The minimal cut sets of every thing, up to a size.
    pub(super) fn families(&self, events: &[Event], by: By, (size, search): (usize, Search)) -> Vec<Family> {
        let mut within = Within { size, sets: search.sets, left: search.looked_at };
        self.worked_out(|place, all: &[Family]| {
            let Some(thing) = self.things.get(place) else { return Family::Never };
            let number = |event: Event| u32::try_from(events.binary_search(&event).ok()?).ok();
            let own = self.own(place, thing, by).into_iter().filter_map(number);
            family(own.map(|event| [event, NONE, NONE]).collect(), thing, all, &mut within)
        })
    }

    /// The events each of which alone takes a thing away, whatever it relies on.
    fn own(&self, place: usize, thing: &Thing, by: By) -> Vec<Event> {
        match by {
            By::State => self.holders(thing).map(Event::State).collect(),
            By::Supplier => thing.supplier.map(Event::Supplier).into_iter().collect(),
            By::Thing => Vec::from([Event::Thing(place)]),
        }
    }
}

/// The sets that take a thing away: its own, those of what it needs, and those of its groups.
fn family(mut sets: Vec<Set>, thing: &Thing, all: &[Family], within: &mut Within) -> Family {
    if !within.looks_at(sets.len().saturating_add(1)) {
        return Family::TooMany;
    }
    for need in &thing.needs {
        match all.get(*need) {
            Some(Family::Sets(more)) if within.looks_at(more.len()) => sets.extend_from_slice(more),
            Some(Family::Sets(_) | Family::TooMany) => return Family::TooMany,
            _ => {}
        }
    }
    for group in &thing.one_of {
        match product(group, all, within) {
            Family::Sets(more) => sets.extend(more),
            Family::TooMany => return Family::TooMany,
            Family::Never => {}
        }
    }
    minimal(sets, within.sets)
}

/// The sets that take all of a group away, of at most so many events.
fn product(group: &[usize], all: &[Family], within: &mut Within) -> Family {
    let mut whole: Vec<Set> = Vec::from([[NONE; MOST]]);
    for place in group {
        let sets = match all.get(*place) {
            Some(Family::Sets(sets)) => sets,
            Some(Family::TooMany) => return Family::TooMany,
            _ => return Family::Never,
        };
        if !within.looks_at(whole.len().saturating_add(sets.len())) {
            return Family::TooMany;
        }
        let Some(next) = pairs(&whole, sets, within) else { return Family::TooMany };
        match minimal(next, within.sets) {
            Family::Sets(sets) => whole = sets,
            other => return other,
        }
    }
    Family::Sets(whole)
}

/// Without those that hold another: the smaller ones first. Too many, if more than so many are left.
fn minimal(mut sets: Vec<Set>, most: usize) -> Family {
    sets.sort_unstable_by_key(|set| (many(set), *set));
    sets.dedup();
    let mut kept: BTreeSet<Set> = BTreeSet::new();
    sets.retain(|set| {
        let is_least = !smaller(set).any(|part| kept.contains(&part));
        is_least && kept.insert(*set)
    });
    sets.shrink_to_fit();
    match sets.len() {
        0 => Family::Never,
        many if many > most => Family::TooMany,
        _ => Family::Sets(sets),
    }
}
