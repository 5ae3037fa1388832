//! One question about groups, in the only form that the search knows: each seat chooses, each choice adds to
//! sums, and so many of the sums must reach what they need.

use alloc::vec::Vec;

use crate::{Demand, Measure, Place, Roll, Seat};

/// Which choices of the seats reach the goal?
///
/// Choice 0 is not to belong to the group, 1 is to belong to it; choice 2, where there is one, is to belong to
/// the group opposed to it.
#[derive(Debug)]
pub(crate) struct Question {
    /// The seats that choose, as the roll numbers them.
    pub(crate) seats: Vec<usize>,
    /// 2 or 3.
    pub(crate) choices: usize,
    pub(crate) atoms: Vec<Atom>,
    pub(crate) goal: Goal,
}

/// A sum, and what it must reach.
///
/// No sum of these numbers overflows: at most 512 seats with at most 2^53 each, at most 2^30 times.
#[derive(Debug)]
pub(crate) struct Atom {
    pub(crate) demand: Demand,
    /// What each choice but the first adds, seat by seat, compared to choice 0.
    pub(crate) adds: Vec<i128>,
    /// What there is when all make choice 0.
    pub(crate) base: i128,
    /// What must be added to that.
    pub(crate) need: i128,
}

/// What must be so: monotone in the sums.
#[derive(Clone, Debug)]
pub(crate) enum Goal {
    /// The sum of that number reaches its need.
    Atom(usize),
    /// So many of the parts, at least.
    List { place: Place, least: usize, parts: Vec<Self> },
}

impl Question {
    /// What this choice of a seat, by its place among those that choose, adds to that sum.
    pub(crate) fn adds(&self, atom: &Atom, seat: usize, choice: usize) -> i128 {
        let width = self.choices.saturating_sub(1);
        let place = choice.checked_sub(1).map(|choice| seat.saturating_mul(width).saturating_add(choice));
        place.and_then(|place| atom.adds.get(place)).copied().unwrap_or(0)
    }

    /// The most that any choice of this seat adds to that sum, and the choice.
    pub(crate) fn most(&self, atom: &Atom, seat: usize) -> i128 {
        (1..self.choices).map(|choice| self.adds(atom, seat, choice)).fold(0, i128::max)
    }

    /// Whether the goal is reached with these sums.
    pub(crate) fn reached(&self, has: &[i128]) -> bool {
        holds(&self.goal, &|atom| {
            let need = self.atoms.get(atom).map_or(i128::MAX, |atom| atom.need);
            has.get(atom).is_some_and(|has| *has >= need)
        })
    }

    /// The sums of these choices, one for each seat.
    pub(crate) fn sums(&self, choices: &[usize]) -> Vec<i128> {
        let sum = |atom: &Atom| {
            choices
                .iter()
                .enumerate()
                .map(|(seat, &choice)| self.adds(atom, seat, choice))
                .fold(0, i128::saturating_add)
        };
        self.atoms.iter().map(sum).collect()
    }

    /// The seats of the roll that made this choice, in order.
    pub(crate) fn group(&self, choices: &[usize], choice: usize) -> Vec<usize> {
        let chose = self.seats.iter().zip(choices).filter(|(_, made)| **made == choice);
        let mut group: Vec<usize> = chose.map(|(&seat, _)| seat).collect();
        group.sort_unstable();
        group
    }
}

/// Whether the goal is reached, given which sums reach their needs.
pub(crate) fn holds(goal: &Goal, atom: &impl Fn(usize) -> bool) -> bool {
    match goal {
        Goal::Atom(number) => atom(*number),
        Goal::List { least, parts, .. } => parts.iter().filter(|part| holds(part, atom)).count() >= *least,
    }
}

/// The weight of a seat that takes part, and zero for one that does not.
pub(crate) fn weight(roll: &Roll, seat: usize, measure: Measure) -> i128 {
    roll.seats().get(seat).filter(|seat| seat.participating).map_or(0, |seat| weight_of(seat, measure))
}

/// The weight of a seat, whether it takes part or not.
pub(crate) fn weight_of(seat: &Seat, measure: Measure) -> i128 {
    let declared = usize::from(measure.0).checked_sub(1);
    declared.map_or(1, |place| seat.weights.get(place).map_or(0, |&weight| weight.into()))
}
