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

/// A family that is joined with another.
struct Joined<'s> {
    all: BTreeSet<Set>,
    /// The sets of two that have an event.
    twos: BTreeMap<u32, Vec<&'s Set>>,
    ones: Vec<&'s Set>,
}

/// Every set of one family joined with every set of another, as far as both together have at most so many events; none if there
/// are more than may be held.
///
/// Only those are tried that can be small enough: a set of three with its own parts, two sets of two where they have an event in
/// common. What is tried is thus what is found, each a few times; every set with every other would be ten thousand million.
pub(super) fn pairs(left: &[Set], right: &[Set], (size, most): (usize, usize)) -> Option<BTreeSet<Set>> {
    let (of_left, of_right) = (Joined::of(left), Joined::of(right));
    let mut found = BTreeSet::new();
    for (sets, others) in [(left, &of_right), (right, &of_left)] {
        for set in sets {
            for other in others.beside(set, size) {
                found.extend(joined(set, &other, size));
                if found.len() > most {
                    return None;
                }
            }
        }
    }
    Some(found)
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
        let ones = self.ones.iter().filter(move |_| of < size);
        let twos = events(set).filter(move |_| of == 2 && size > 2);
        let twos = twos.filter_map(|event| self.twos.get(&event)).flatten();
        parts.chain(ones.chain(twos).map(|set| **set))
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
