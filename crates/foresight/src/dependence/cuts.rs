//! Minimal cut sets: the smallest sets of States, suppliers or things whose loss makes a capability fail.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::graph::{Dependencies, Thing};
use super::sets::{MOST, NONE, Set, many, pairs, smaller};

/// The most cut sets of one thing that are held: beyond it, only smaller ones are looked for.
pub const MAX_CUT_SETS: usize = 100_000;

/// How far cut sets are searched: beyond either, only smaller ones are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// The most cut sets of one thing that are held, at most [`MAX_CUT_SETS`].
    pub sets: usize,
    /// The most cut sets that are looked at for one size, those of all things together: what bounds the time.
    pub looked_at: usize,
}

impl Default for Search {
    /// As far as memory allows.
    fn default() -> Search {
        Search { sets: MAX_CUT_SETS, looked_at: usize::MAX }
    }
}

/// Of what the sets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// States that withhold.
    State,
    /// Suppliers that withhold.
    Supplier,
    /// Single things that are gone: those that rely on nothing, and those in somebody's hands.
    Thing,
}

/// Whose, or what, loss it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A State withholds.
    State(MemberCode),
    /// A supplier withholds: a place in [`Dependencies::suppliers`].
    Supplier(usize),
    /// A thing is gone: a place in [`Dependencies::things`].
    Thing(usize),
}

/// The minimal cut sets of one capability.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// The sets, the smallest first: losing all of one makes it fail, losing all but one of a set does not. Without stocks and
    /// replacements, whose days [`Dependencies::without`] tells.
    pub sets: Vec<Vec<Event>>,
    /// The size up to which they are all there: less than 3 where there were more than the search holds or looks at.
    pub up_to: usize,
    /// Whether it relies on something that nobody declares, by which there may be more.
    pub is_open: bool,
}

/// The minimal cut sets of a thing; or that there are too many.
#[derive(Clone, Default, PartialEq)]
enum Family {
    #[default]
    Never,
    Sets(Vec<Set>),
    TooMany,
}

impl Dependencies {
    /// The minimal cut sets to size 3 of every capability, beside its place. A member's own State is in none of its own: what it
    /// withholds from itself is no reliance.
    #[must_use]
    pub fn cuts(&self, by: By) -> Vec<(usize, Cuts)> {
        self.cuts_within(by, Search::default())
    }

    /// The same, searched no further than this: what a stranger's file may take.
    #[must_use]
    pub fn cuts_within(&self, by: By, search: Search) -> Vec<(usize, Cuts)> {
        let events = self.events(by);
        let mut waiting: Vec<usize> = self.capabilities().collect();
        let mut found = Vec::with_capacity(waiting.len());
        for size in (1..=MOST).rev() {
            let families = match waiting.is_empty() {
                true => break,
                false => self.families(&events, by, (size, search)),
            };
            waiting.retain(|place| match families.get(*place) {
                Some(Family::TooMany) => true,
                Some(Family::Sets(sets)) => {
                    found.push((*place, self.told(*place, sets, &events, size)));
                    false
                }
                _ => {
                    found.push((*place, Cuts { up_to: size, ..Cuts::default() }));
                    false
                }
            });
        }
        found.extend(waiting.into_iter().map(|place| (place, Cuts::default())));
        found.sort_unstable_by_key(|(place, _)| *place);
        let open = self.rest_on_undeclared();
        for (place, cuts) in &mut found {
            cuts.is_open = open.get(*place).copied().unwrap_or_default();
        }
        found
    }

    /// Of each thing, whether it relies on something that nobody declares, or is that.
    fn rest_on_undeclared(&self) -> Vec<bool> {
        let open = |all: &[bool], on: usize| all.get(on).copied().unwrap_or_default();
        self.worked_out(|place, all: &[bool]| {
            let thing = self.things.get(place);
            thing.is_some_and(|thing| !thing.declared || thing.relies_on().any(|on| open(all, on)))
        })
    }

    fn told(&self, place: usize, sets: &[Set], events: &[Event], up_to: usize) -> Cuts {
        let own = self.things.get(place).and_then(|thing| thing.member).map(Event::State);
        let event = |number: &u32| events.get(usize::try_from(*number).ok()?).copied();
        let named = sets.iter().map(|set| set.iter().filter_map(event).collect::<Vec<Event>>());
        Cuts {
            sets: named.filter(|set| own.is_none_or(|own| !set.contains(&own))).collect(),
            up_to,
            ..Cuts::default()
        }
    }

    /// All events, in order: an event's number is its place.
    fn events(&self, by: By) -> Vec<Event> {
        match by {
            By::State => self.states().into_iter().map(Event::State).collect(),
            By::Supplier => (0..self.suppliers.len()).map(Event::Supplier).collect(),
            By::Thing => {
                let is_one = |thing: &Thing| thing.relies_on().next().is_none() || self.has_holder(thing);
                let of = |(place, thing)| is_one(thing).then_some(Event::Thing(place));
                self.things.iter().enumerate().filter_map(of).collect()
            }
        }
    }

    fn has_holder(&self, thing: &Thing) -> bool {
        thing.supplier.is_some() || thing.in_hands_of.is_some()
    }

    /// The events each of which alone takes a thing away, whatever it relies on.
    fn own(&self, place: usize, thing: &Thing, by: By) -> Vec<Event> {
        match by {
            By::State => self.holders(thing).map(Event::State).collect(),
            By::Supplier => thing.supplier.map(Event::Supplier).into_iter().collect(),
            By::Thing => Vec::from([Event::Thing(place)]),
        }
    }

    /// The minimal cut sets of every thing, up to a size.
    fn families(&self, events: &[Event], by: By, (size, search): (usize, Search)) -> Vec<Family> {
        let mut looked_at = 0_usize;
        self.worked_out(|place, all: &[Family]| {
            let Some(thing) = self.things.get(place) else { return Family::Never };
            if looked_at > search.looked_at {
                return Family::TooMany;
            }
            let number = |event: Event| u32::try_from(events.binary_search(&event).ok()?).ok();
            let own = self.own(place, thing, by).into_iter().filter_map(number);
            let mut sets: Vec<Set> = own.map(|event| [event, NONE, NONE]).collect();
            for need in &thing.needs {
                match all.get(*need) {
                    Some(Family::Sets(more)) => sets.extend_from_slice(more),
                    Some(Family::TooMany) => return Family::TooMany,
                    _ => {}
                }
            }
            for group in &thing.one_of {
                match product(group, all, size, search.sets) {
                    Family::Sets(more) => sets.extend(more),
                    Family::TooMany => return Family::TooMany,
                    Family::Never => {}
                }
            }
            looked_at = looked_at.saturating_add(sets.len()).saturating_add(1);
            minimal(sets, search.sets)
        })
    }
}

/// The sets that take all of a group away, of at most so many events.
fn product(group: &[usize], all: &[Family], size: usize, most: usize) -> Family {
    let mut whole: Vec<Set> = Vec::from([[NONE; MOST]]);
    for place in group {
        let sets = match all.get(*place) {
            Some(Family::Sets(sets)) => sets,
            Some(Family::TooMany) => return Family::TooMany,
            _ => return Family::Never,
        };
        let Some(next) = pairs(&whole, sets, (size, most)) else { return Family::TooMany };
        match minimal(next.into_iter().collect(), most) {
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
    match sets.len() {
        0 => Family::Never,
        many if many > most => Family::TooMany,
        _ => Family::Sets(sets),
    }
}
