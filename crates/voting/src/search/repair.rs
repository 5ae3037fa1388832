//! A group that almost reaches what it needs, mended by exchanging seats: where the best of a sum is just short
//! of something, a neighbour of it often is not.

use alloc::vec::Vec;

use super::multipliers::levels;
use super::question::{Atom, Question};
use super::refute::Refuter;

/// The most exchanges, one after the other.
const EXCHANGES: usize = 32;

/// The most additions for all of them.
const ADDITIONS: usize = 1 << 23;

/// Starts from the choices that have most of these atoms together, and considers what exchanges make of them.
pub(super) fn search(refuter: &mut Refuter<'_>, atoms: &[usize]) {
    let levels = levels(refuter, atoms);
    let (choices, ..) = refuter.greatest(atoms, &levels);
    let question = refuter.question;
    let counted: Vec<(&Atom, i128)> = atoms
        .iter()
        .zip(levels)
        .filter_map(|(&atom, level)| Some((question.atoms.get(atom)?, level)))
        .collect();
    let mut mending = Mending { question, size: refuter.size, choices, atoms: counted };
    // Every pair of seats, two changes each.
    let seats = question.seats.len();
    let each = seats.saturating_mul(seats).saturating_mul(mending.atoms.len()).saturating_mul(2).max(1);
    for _ in 0..ADDITIONS.checked_div(each).unwrap_or(0).min(EXCHANGES) {
        refuter.adds(each, 1);
        let Some((one, other)) = mending.best() else { break };
        mending.change(one);
        mending.change(other);
    }
    refuter.consider(mending.choices);
}

struct Mending<'q> {
    question: &'q Question,
    size: Option<usize>,
    choices: Vec<usize>,
    /// What is to be reached, each with what brings it to the level of the others.
    atoms: Vec<(&'q Atom, i128)>,
}

/// A seat, and the choice that it is to make.
type Change = (usize, usize);

impl Mending<'_> {
    /// The pair of changes, the second perhaps none, after which least is lacking; `None` if none does good.
    fn best(&self) -> Option<(Change, Change)> {
        let has: Vec<i128> = self.atoms.iter().map(|(atom, _)| self.has(atom)).collect();
        let mut least = self.lacking(&has, &[]);
        let mut best = None;
        let mut attempt = |one: Change, other: Change| {
            let lacking = self.lacking(&has, &[one, other]);
            if lacking < least && self.fits(one, other) {
                least = lacking;
                best = Some((one, other));
            }
        };
        for (seat, &choice) in self.choices.iter().enumerate() {
            for instead in 0..self.question.choices {
                attempt((seat, instead), (seat, instead));
            }
            for (partner, &its) in self.choices.iter().enumerate().skip(seat.saturating_add(1)) {
                if choice != its {
                    attempt((seat, its), (partner, choice));
                }
            }
        }
        best
    }

    fn has(&self, atom: &Atom) -> i128 {
        let adds = |(seat, &choice): (usize, &usize)| self.question.adds(atom, seat, choice);
        self.choices.iter().enumerate().map(adds).fold(0, i128::saturating_add)
    }

    /// What is lacking of all atoms together, at one level, after these changes.
    fn lacking(&self, has: &[i128], changes: &[Change]) -> i128 {
        let mut sum = 0_i128;
        for ((atom, level), has) in self.atoms.iter().zip(has) {
            let mut has = *has;
            for (place, &(seat, choice)) in changes.iter().enumerate() {
                let before = self.choices.get(seat).copied().unwrap_or(0);
                // The same change twice is one.
                if place == 0 || changes.first() != changes.get(place) {
                    let more = self.question.adds(atom, seat, choice);
                    has = has.saturating_add(more).saturating_sub(self.question.adds(atom, seat, before));
                }
            }
            sum = sum.saturating_add(atom.need.saturating_sub(has).max(0).saturating_mul(*level));
        }
        sum
    }

    /// Whether the group stays within its size; an exchange never makes it larger.
    fn fits(&self, one: Change, other: Change) -> bool {
        let members = self.choices.iter().filter(|choice| **choice > 0).count();
        let joins = one == other && one.1 > 0 && self.choices.get(one.0) == Some(&0);
        !joins || self.size.is_none_or(|size| members < size)
    }

    fn change(&mut self, (seat, choice): Change) {
        if let Some(made) = self.choices.get_mut(seat) {
            *made = choice;
        }
    }
}
