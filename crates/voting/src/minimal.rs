//! All minimal groups that block, or adopt, one after the other.

use alloc::vec;
use alloc::vec::Vec;

use thiserror::Error;

use crate::least::{adopting, blocking};
use crate::search::question::Atom;
use crate::search::{Question, Reach, holds};
use crate::{Effort, Formula, Roll, VerdictError};

/// The minimal groups, by size and then in the order of the roll: none of them can spare a seat.
///
/// There can be more of them than anyone can list, so they are found one at a time, and there may be long
/// stretches without any. When the effort is used up the last item is [`Stopped`].
#[derive(Debug)]
pub struct Minimal {
    question: Question,
    /// `None` if there was too little effort to remember so much.
    reach: Option<Reach>,
    size: usize,
    /// The places of the seats chosen so far, and the sums with none, one, two ... of them.
    chosen: Vec<usize>,
    sums: Vec<Vec<i128>>,
    /// The place to be looked at next.
    next: usize,
    effort: Effort,
    tries: u64,
    over: bool,
}

/// The list is not complete: the effort was used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("stopped after {tries} tries, among groups of {size} seats: there may be more")]
pub struct Stopped {
    /// The number of positions looked at.
    pub tries: u64,
    /// The size of the groups that were looked at; all minimal groups of fewer seats were given.
    pub size: usize,
}

/// The minimal blocking groups, see [`blocks`](crate::blocks).
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, minimal_blocking};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(40), seat(30), seat(20), seat(10)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// let groups = minimal_blocking(&rule, &roll, Effort::default())?.collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(groups, [vec![0], vec![1, 2], vec![1, 3]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn minimal_blocking(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Minimal, VerdictError> {
    Ok(Minimal::new(blocking(formula, roll, &[])?, effort))
}

/// The minimal adopting groups, see [`adopts`](crate::adopts).
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, minimal_adopting};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(40), seat(30), seat(20), seat(10)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// let mut groups = minimal_adopting(&rule, &roll, Effort::default())?;
/// assert_eq!(groups.next(), Some(Ok(vec![0, 1])));
/// assert_eq!(groups.next(), Some(Ok(vec![0, 2, 3])));
/// assert_eq!(groups.next(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn minimal_adopting(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Minimal, VerdictError> {
    Ok(Minimal::new(adopting(formula, roll, &[])?, effort))
}

impl Minimal {
    fn new(question: Question, mut effort: Effort) -> Self {
        let order: Vec<usize> = (0..question.seats.len()).collect();
        let reach = Reach::new(&question, &order, Some(order.len()), &mut effort);
        let sums = vec![vec![0; question.atoms.len()]];
        Self { question, reach, size: 0, chosen: Vec::new(), sums, next: 0, effort, tries: 0, over: false }
    }

    /// The sums with those chosen so far.
    fn has(&self) -> &[i128] {
        self.sums.last().map_or(&[], Vec::as_slice)
    }

    /// Whether those chosen could be completed to a group that can, by seats from the next one on.
    fn is_open(&self) -> bool {
        let left = self.size.saturating_sub(self.chosen.len());
        if self.question.seats.len().saturating_sub(self.next) < left {
            return false;
        }
        holds(&self.question.goal, &|atom| {
            let need = self.question.atoms.get(atom).map_or(i128::MAX, |atom| atom.need);
            let more = self.reach.as_ref().map_or(0, |reach| reach.most(atom, self.next, Some(left)));
            self.has().get(atom).is_some_and(|has| has.saturating_add(more) >= need)
        })
    }

    /// Goes on behind the last seat chosen, or to the next size.
    fn back(&mut self) {
        if let Some(last) = self.chosen.pop() {
            self.sums.pop();
            self.next = last.saturating_add(1);
        } else {
            self.next = 0;
            self.size = self.size.saturating_add(1);
            self.over = self.size > self.question.seats.len();
        }
    }

    /// Takes the next seat in: a minimal group, if it is one now.
    fn take(&mut self) -> Option<Vec<usize>> {
        let place = self.next;
        self.next = place.saturating_add(1);
        let with =
            |(has, atom): (&i128, &Atom)| i128::saturating_add(*has, self.question.adds(atom, place, 1));
        let sums: Vec<i128> = self.has().iter().zip(&self.question.atoms).map(with).collect();
        let complete = self.chosen.len().saturating_add(1) == self.size;
        if self.question.reached(&sums) {
            // Fewer than asked for are enough already: whatever contains them is not minimal.
            if !complete || self.spares_one(&sums) {
                return None;
            }
            let all = self.chosen.iter().chain([&place]);
            return Some(all.filter_map(|place| self.question.seats.get(*place).copied()).collect());
        }
        if !complete {
            self.chosen.push(place);
            self.sums.push(sums);
        }
        None
    }

    /// Whether a group with these sums still can without one of those chosen before the last; without the last
    /// it cannot, or it would not have been asked.
    fn spares_one(&mut self, sums: &[i128]) -> bool {
        let question = &self.question;
        self.effort.work(self.chosen.len().saturating_mul(question.atoms.len()).saturating_mul(4));
        self.chosen.iter().any(|&place| {
            holds(&question.goal, &|number| {
                let without = |(has, atom): (&i128, &Atom)| {
                    has.saturating_sub(question.adds(atom, place, 1)) >= atom.need
                };
                sums.get(number).zip(question.atoms.get(number)).is_some_and(without)
            })
        })
    }
}

impl Iterator for Minimal {
    type Item = Result<Vec<usize>, Stopped>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            // What is still open, and what becomes of it.
            self.effort.work(self.question.atoms.len().saturating_mul(32));
            if self.reach.is_none() || !self.effort.step() {
                self.over = true;
                return Some(Err(Stopped { tries: self.tries, size: self.size }));
            }
            self.tries = self.tries.saturating_add(1);
            if self.size == 0 {
                if self.question.reached(self.has()) {
                    // Nobody is needed, so nobody else is minimal.
                    self.over = true;
                    return Some(Ok(Vec::new()));
                }
                self.back();
            } else if !self.is_open() {
                self.back();
            } else if let Some(group) = self.take() {
                return Some(Ok(group));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
