//! Sets of at most three events, and joining two families of them.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// The largest cut sets.
pub(super) const MOST: usize = 3;

/// A set of at most three events by their numbers, in order, filled up with [`NONE`].
pub(super) type Set = [u32; MOST];

pub(super) const NONE: u32 = u32::MAX;

/// How many events a set has.
pub(super) fn many(set: &Set) -> usize {
    events(set).count()
}

fn events(set: &Set) -> impl Iterator<Item = u32> {
    set.iter().copied().filter(|event| *event != NONE)
}

/// How far a search for sets of one size goes, and what it may still look at.
pub(super) struct Within {
    pub(super) size: usize,
    pub(super) sets: usize,
    pub(super) left: usize,
}

impl Within {
    /// Whether so many more may be looked at; they are counted.
    pub(super) fn looks_at(&mut self, more: usize) -> bool {
        match self.left.checked_sub(more) {
            Some(left) => self.left = left,
            // Nothing smaller that comes later is looked at either: what has run out has run out.
            None => self.left = 0,
        }
        self.left > 0
    }
}

/// A family that is joined with another.
struct Joined<'s> {
    all: BTreeSet<Set>,
    /// The sets of two that have an event.
    twos: BTreeMap<u32, Vec<&'s Set>>,
    ones: Vec<&'s Set>,
}

/// Every set of one family joined with every set of another, as far as both together have at most so many events; none if there
/// are more than may be held, or looked at. Each that is tried is counted, held or not: of many families that are each too large
/// nothing is held, and all of it takes its time.
///
/// Only those are tried that can be small enough: a set of three with its own parts, two sets of two where they have an event in
/// common. What is tried is thus what is found, each a few times; every set with every other would be ten thousand million.
pub(super) fn pairs(left: &[Set], right: &[Set], within: &mut Within) -> Option<Vec<Set>> {
    let (of_left, of_right) = (Joined::of(left), Joined::of(right));
    let mut found = Vec::new();
    for (sets, others) in [(left, &of_right), (right, &of_left)] {
        for set in sets {
            for other in others.beside(set, within.size) {
                if !within.looks_at(1) {
                    return None;
                }
                found.extend(joined(set, &other, within.size));
                // Sorting many now and then is far less than keeping each in its place.
                if found.len() > within.sets.saturating_mul(2) && distinct(&mut found) > within.sets {
                    return None;
                }
            }
        }
    }
    (distinct(&mut found) <= within.sets).then_some(found)
}

/// How many there are, each once.
fn distinct(sets: &mut Vec<Set>) -> usize {
    sets.sort_unstable();
    sets.dedup();
    sets.len()
}

impl<'s> Joined<'s> {
    fn of(sets: &'s [Set]) -> Joined<'s> {
        let mut twos: BTreeMap<u32, Vec<&Set>> = BTreeMap::new();
        for set in sets.iter().filter(|set| many(set) == 2) {
            events(set).for_each(|event| twos.entry(event).or_default().push(set));
        }
        let ones = sets.iter().filter(|set| many(set) == 1).collect();
        Joined { all: sets.iter().copied().collect(), twos, ones }
    }

    /// The sets of this family that are no larger than another, and not too large together with it.
    fn beside(&self, set: &Set, size: usize) -> impl Iterator<Item = Set> {
        let of = many(set);
        let parts = smaller(set).chain([*set, [NONE; MOST]]).filter(|part| self.all.contains(part));
        // Not even gone through where none can be small enough: of many it would take long, and nothing of it is counted.
        let ones = if of < size { self.ones.as_slice() } else { &[] };
        let twos = events(set).filter(move |_| of == 2 && size > 2);
        let twos = twos.filter_map(|event| self.twos.get(&event)).flatten();
        parts.chain(ones.iter().chain(twos).map(|set| **set))
    }
}

/// Both sets as one, if it has at most so many events.
fn joined(one: &Set, two: &Set, size: usize) -> Option<Set> {
    let mut both = [NONE; MOST];
    let mut slots = both.iter_mut().take(size);
    let (mut left, mut right) = (one.iter().copied().peekable(), two.iter().copied().peekable());
    loop {
        let next = match (left.peek().copied().unwrap_or(NONE), right.peek().copied().unwrap_or(NONE)) {
            (NONE, NONE) => return Some(both),
            (a, b) => a.min(b),
        };
        left.next_if_eq(&next);
        right.next_if_eq(&next);
        *slots.next()? = next;
    }
}

/// The sets of one and of two events that are part of this one, and not it.
pub(super) fn smaller(set: &Set) -> impl Iterator<Item = Set> {
    let [a, b, c] = *set;
    let (of_two, of_three) = (b != NONE, c != NONE);
    let ones =
        [a, b, c].into_iter().filter(move |event| of_two && *event != NONE).map(|one| [one, NONE, NONE]);
    let twos = [[a, b, NONE], [a, c, NONE], [b, c, NONE]].into_iter().filter(move |_| of_three);
    ones.chain(twos)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    /// So many sets of one event each, from this event on.
    fn ones(from: u32, many: u32) -> Vec<Set> {
        (from..from.saturating_add(many)).map(|event| [event, NONE, NONE]).collect()
    }

    #[test]
    fn what_is_joined_is_counted_whether_it_is_held_or_not() {
        let (one, two) = (ones(0, 320), ones(320, 320));
        let joins = |size, sets, left| {
            let mut within = Within { size, sets, left };
            let held = pairs(&one, &two, &mut within).map(|found| found.len());
            (held, left.saturating_sub(within.left))
        };
        // Each pair is met from both sides.
        assert_eq!(joins(2, 102_400, 1_000_000), (Some(102_400), 204_800));
        // That there are more than may be held is seen at twice as many, and nothing is held.
        assert_eq!(joins(2, 1_000, 1_000_000), (None, 2_001));
        // What runs out ends it, as if more than may be held had been found.
        assert_eq!(joins(2, 1_000, 10), (None, 10));
        assert_eq!(joins(1, 1_000, 10), (Some(0), 0));
    }

    #[test]
    fn a_set_is_joined_with_what_is_small_enough_beside_it_alone() {
        let threes: Vec<Set> =
            (0..100_u32).map(|at| [at, at.saturating_add(100), at.saturating_add(200)]).collect();
        let mut within = Within { size: 3, sets: 1_000, left: 1_000 };
        assert!(pairs(&threes, &ones(300, 500), &mut within).unwrap().is_empty());
        assert_eq!(within.left, 1_000);
        let found = pairs(&threes, &ones(0, 500), &mut within).unwrap();
        assert_eq!((found.len(), within.left), (100, 700));
    }
}
