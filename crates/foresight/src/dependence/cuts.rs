//! Minimal cut sets: the smallest sets of States, suppliers or things whose loss makes a capability fail.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::mem;

use quorate_charter::MemberCode;

use super::families::Family;
use super::graph::{Dependencies, Thing};
use super::sets::{MOST, Set};

/// The most cut sets of one thing that are held: beyond it, only smaller ones are looked for.
pub const MAX_CUT_SETS: usize = 100_000;

/// The most cut sets that are looked at for one size, those of all things together: as many as a machine holds and a reader waits
/// for, whatever the text.
pub const MAX_LOOKED_AT: usize = 20_000_000;

/// How far cut sets are searched: beyond either, only smaller ones are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// The most cut sets of one thing that are held, at most [`MAX_CUT_SETS`].
    pub sets: usize,
    /// The most cut sets that are looked at for one size, those of all things together: what bounds the time, and what is held.
    pub looked_at: usize,
}

impl Default for Search {
    fn default() -> Search {
        Search { sets: MAX_CUT_SETS, looked_at: MAX_LOOKED_AT }
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
    /// Whether there may be more: it relies on something that nobody declares, or, of States, on a supplier of no known State.
    pub is_open: bool,
}

/// The minimal cut sets of every capability, held as numbers: each is written out when it is asked for, and not before.
#[derive(Debug)]
pub struct CutSets<'d> {
    read: &'d Dependencies,
    events: Vec<Event>,
    found: BTreeMap<usize, Found>,
    open: Vec<bool>,
}

/// What was found of one capability: the sets, and to which size they are all there.
type Found = (Vec<Set>, usize);

impl CutSets<'_> {
    /// Those of the capability at a place; none if there is no capability.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Cuts> {
        self.found.get(&place).map(|found| self.told(place, found))
    }

    /// Those of all capabilities, beside their places, in their order.
    pub fn all(&self) -> impl Iterator<Item = (usize, Cuts)> + '_ {
        self.found.iter().map(|(place, found)| (*place, self.told(*place, found)))
    }

    fn told(&self, place: usize, (sets, up_to): &Found) -> Cuts {
        let own = self.read.things.get(place).and_then(|thing| thing.member).map(Event::State);
        let event = |number: &u32| self.events.get(usize::try_from(*number).ok()?).copied();
        let named = sets.iter().map(|set| set.iter().filter_map(event).collect::<Vec<Event>>());
        Cuts {
            sets: named.filter(|set| own.is_none_or(|own| !set.contains(&own))).collect(),
            up_to: *up_to,
            is_open: self.open.get(place).copied().unwrap_or_default(),
        }
    }
}

impl Dependencies {
    /// The minimal cut sets to size 3 of every capability. A member's own State is in none of its own: what it withholds from
    /// itself is no reliance.
    #[must_use]
    pub fn cuts(&self, by: By) -> CutSets<'_> {
        self.cuts_within(by, Search::default())
    }

    /// The same, searched no further than this.
    #[must_use]
    pub fn cuts_within(&self, by: By, search: Search) -> CutSets<'_> {
        let events = self.events(by);
        let mut waiting: Vec<usize> = self.capabilities().collect();
        let mut found: BTreeMap<usize, Found> = BTreeMap::new();
        for size in (1..=MOST).rev() {
            let mut families = match waiting.is_empty() {
                true => break,
                false => self.families(&events, by, (size, search)),
            };
            waiting.retain(|place| {
                let sets = match families.get_mut(*place).map(mem::take) {
                    Some(Family::TooMany) => return true,
                    Some(Family::Sets(sets)) => sets,
                    _ => Vec::new(),
                };
                found.insert(*place, (sets, size));
                false
            });
        }
        found.extend(waiting.into_iter().map(|place| (place, Found::default())));
        CutSets { read: self, events, found, open: self.rest_on_unknown(by) }
    }

    /// Of each thing, whether it relies on something of which not all is known by which it may be gone, or is that.
    fn rest_on_unknown(&self, by: By) -> Vec<bool> {
        let is_unknown =
            |thing: &Thing| !thing.declared || by == By::State && self.is_of_unknown_state(thing);
        let open = |all: &[bool], on: usize| all.get(on).copied().unwrap_or_default();
        self.worked_out(|place, all: &[bool]| {
            let thing = self.things.get(place);
            thing.is_some_and(|thing| is_unknown(thing) || thing.relies_on().any(|on| open(all, on)))
        })
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
}
