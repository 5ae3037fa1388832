//! Reading a proof line by line.

use alloc::vec;
use alloc::vec::Vec;

use super::asked::Asked;
use super::reading::{Goal, Need, read};
use super::{Objection, diagram};
use crate::{Place, Proof, Term};

/// The most groups that are tried for a proof that says so.
const MOST_TRIED: u64 = 1 << 20;

/// What a proof is about.
pub(super) struct Matter<'a> {
    pub(super) asked: Asked<'a>,
    pub(super) seats: Vec<usize>,
    pub(super) goal: Goal,
    /// How many seats the group has, at most.
    pub(super) size: Option<usize>,
}

/// What must be so at one line: every demand, and so many parts of every list.
#[derive(Clone, Default)]
struct Given<'g> {
    needs: Vec<&'g Need>,
    lists: Vec<List<'g>>,
}

/// So many of these parts, each with its number in the list as written.
#[derive(Clone)]
struct List<'g> {
    place: Option<Place>,
    least: usize,
    parts: Vec<(usize, &'g Goal)>,
}

/// Objects unless the proof shows that no group of at most `size` seats, or no group at all, is what was asked
/// for.
pub(super) fn check(asked: Asked<'_>, size: Option<usize>, proof: &Proof) -> Result<(), Objection> {
    let seats = asked.seats();
    let goal = read(asked, &seats);
    let matter = Matter { asked, seats, goal, size };
    let mut given = Given::default();
    given.add(&matter.goal);
    matter.line(&given, proof)
}

impl Matter<'_> {
    fn line(&self, given: &Given<'_>, proof: &Proof) -> Result<(), Objection> {
        match proof {
            Proof::Short { terms, most, needed } => self.short(given, terms, (*most, *needed)),
            Proof::Parts { of, refuted } => self.parts(given, *of, refuted),
            Proof::Exhausted { tried } => self.exhausted(*tried),
            Proof::Diagram(found) => diagram::check(self, found),
        }
    }

    fn short(&self, given: &Given<'_>, terms: &[Term], stated: (i128, i128)) -> Result<(), Objection> {
        let mut gives = vec![vec![0_i128; self.choices()]; self.seats.len()];
        let mut needed = 0_i128;
        for term in terms {
            let need = given.needs.iter().find(|need| need.demand == term.demand);
            let need = need.ok_or(Objection::NoSuchDemand { demand: term.demand })?;
            if term.times < 1 {
                return Err(Objection::TooLarge);
            }
            needed = plus_times(needed, need.needed, term.times)?;
            for (sums, adds) in gives.iter_mut().zip(&need.gives) {
                for (sum, add) in sums.iter_mut().zip(adds) {
                    *sum = plus_times(*sum, *add, term.times)?;
                }
            }
        }
        let most = self.most(&gives)?;
        if (most, needed) != stated {
            return Err(Objection::Numbers { most, needed });
        }
        if most < needed { Ok(()) } else { Err(Objection::Enough { most, needed }) }
    }

    /// The most that any group allowed has.
    fn most(&self, gives: &[Vec<i128>]) -> Result<i128, Objection> {
        let (mut sum, mut more) = (0_i128, Vec::new());
        for choices in gives {
            let outside = choices.first().copied().unwrap_or(0);
            let best = choices.iter().copied().max().unwrap_or(0);
            sum = plus_times(sum, outside, 1)?;
            more.push(plus_times(best, outside, -1)?);
        }
        more.sort_unstable();
        for best in more.into_iter().rev().take(self.size.unwrap_or(usize::MAX)) {
            sum = plus_times(sum, best, 1)?;
        }
        Ok(sum)
    }

    fn parts(&self, given: &Given<'_>, of: Place, refuted: &[(usize, Proof)]) -> Result<(), Objection> {
        // The latest of that place: of the earlier ones, some parts are known to be met already.
        let list = given.lists.iter().rev().find(|list| list.place == Some(of));
        let mut list = list.ok_or(Objection::NoSuchList { place: of })?.clone();
        for (number, proof) in refuted {
            let at = list.parts.iter().position(|(part, _)| part == number);
            let (_, part) =
                list.parts.remove(at.ok_or(Objection::NoSuchPart { place: of, number: *number })?);
            let mut with = given.clone();
            with.add(part);
            // Beside this part, so many of those not excluded yet.
            with.list(List { least: list.least.saturating_sub(1), ..list.clone() });
            self.line(&with, proof)?;
        }
        if list.parts.len() < list.least { Ok(()) } else { Err(Objection::TooFewParts { place: of }) }
    }

    fn exhausted(&self, tried: u64) -> Result<(), Objection> {
        let mut choices = vec![0; self.seats.len()];
        let mut found = 0;
        self.each(0, 0, &mut choices, &mut found)?;
        if found == tried { Ok(()) } else { Err(Objection::Tried { groups: found }) }
    }

    /// Tries every way for the seats from this place on to choose.
    fn each(
        &self,
        place: usize,
        members: usize,
        choices: &mut Vec<usize>,
        found: &mut u64,
    ) -> Result<(), Objection> {
        // A group of fewer seats is part of one of the size asked for.
        let size = self.size.map(|size| size.min(self.seats.len()));
        if place == self.seats.len() {
            if size.is_some_and(|size| members != size) {
                return Ok(());
            }
            *found = found.saturating_add(1);
            if *found > MOST_TRIED {
                return Err(Objection::TooLarge);
            }
            let so = self.asked.is_so(&self.seats, choices);
            return if so { Err(Objection::Counterexample) } else { Ok(()) };
        }
        let left = self.seats.len().saturating_sub(place);
        if size.is_some_and(|size| members > size || members.saturating_add(left) < size) {
            return Ok(());
        }
        for choice in 0..self.choices() {
            if let Some(at) = choices.get_mut(place) {
                *at = choice;
            }
            let members = members.saturating_add(usize::from(choice > 0));
            self.each(place.saturating_add(1), members, choices, found)?;
        }
        Ok(())
    }

    pub(super) fn choices(&self) -> usize {
        self.asked.conducts(0).len()
    }
}

impl<'g> Given<'g> {
    fn add(&mut self, goal: &'g Goal) {
        match goal {
            Goal::Demand(need) => self.needs.push(need),
            Goal::List { place, least, parts } => {
                self.list(List { place: *place, least: *least, parts: parts.iter().enumerate().collect() });
            }
        }
    }

    /// Adds a list; of one of which all parts must be met, the parts too.
    fn list(&mut self, list: List<'g>) {
        if list.least >= list.parts.len() {
            list.parts.iter().for_each(|(_, part)| self.add(part));
        }
        self.lists.push(list);
    }
}

/// The sum, or an objection where it does not fit.
pub(super) fn plus_times(sum: i128, add: i128, times: i128) -> Result<i128, Objection> {
    add.checked_mul(times).and_then(|add| sum.checked_add(add)).ok_or(Objection::TooLarge)
}
