//! The least number of seats that block, or adopt.

use alloc::vec;
use alloc::vec::Vec;

use crate::search::{Found, Question, Refuter, Side, Voting, participating};
use crate::{Effort, Formula, Measure, Proof, Roll, VerdictError};

/// The least number of seats that can do something together: a group that can, and a proof that no smaller
/// one does.
///
/// Where the search ran out of effort, a bound on either side: at least [`Least::at_least`] seats are needed,
/// and those of [`Least::group`] are enough.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Least {
    /// No fewer seats can. One above the number that takes part where not even all of them can.
    pub at_least: usize,
    /// Why no group of one seat fewer can; `None` exactly if `at_least` is 0.
    pub floor: Option<Proof>,
    /// A group that can, in the order of the roll; `None` if not even all that take part can.
    pub group: Option<Vec<usize>>,
}

impl Least {
    /// The least number of seats, if it is known.
    #[must_use]
    pub fn exactly(&self) -> Option<usize> {
        self.group.as_ref().map(Vec::len).filter(|size| *size == self.at_least)
    }

    /// Whether not even all that take part can.
    #[must_use]
    pub fn is_beyond_all(&self) -> bool {
        self.group.is_none()
    }
}

/// The least number of seats that block: see [`blocks`](crate::blocks).
///
/// It is 0 exactly if even all in favour adopt nothing, and otherwise at most the number that takes part: if all
/// refuse, nobody is in favour.
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, least_blocking};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(30), seat(30), seat(25), seat(15)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// let least = least_blocking(&rule, &roll, Effort::default())?;
/// assert_eq!((least.exactly(), least.group), (Some(2), Some(vec![0, 1])));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn least_blocking(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Least, VerdictError> {
    least(&blocking(formula, roll, &[])?, effort)
}

/// The least number of seats that adopt: see [`adopts`](crate::adopts).
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, least_adopting};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(30), seat(30), seat(25), seat(15)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// let least = least_adopting(&rule, &roll, Effort::default())?;
/// assert_eq!((least.exactly(), least.group), (Some(3), Some(vec![0, 1, 2])));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn least_adopting(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Least, VerdictError> {
    least(&adopting(formula, roll, &[])?, effort)
}

/// As [`least_blocking`], where the weights of these measures are picked by whoever wants to block: no number
/// found for weights as they stand can be below this one.
///
/// A share of a measure that moves is taken for failed, which is what it is when all of its weight is with those
/// who refuse. [`Measure::MEMBERS`] does not move.
///
/// # Errors
/// As [`Formula::fits`].
pub fn least_blocking_whatever(
    formula: &Formula,
    roll: &Roll,
    moving: &[Measure],
    effort: Effort,
) -> Result<Least, VerdictError> {
    least(&blocking(formula, roll, moving)?, effort)
}

/// As [`least_adopting`], where the weights of these measures are picked by whoever wants to adopt: a share of
/// such a measure is taken for met, which is what it is when all of its weight is with those in favour.
///
/// # Errors
/// As [`Formula::fits`].
pub fn least_adopting_whatever(
    formula: &Formula,
    roll: &Roll,
    moving: &[Measure],
    effort: Effort,
) -> Result<Least, VerdictError> {
    least(&adopting(formula, roll, moving)?, effort)
}

/// Which groups, against, make the rule fail while all others are in favour?
pub(crate) fn blocking(formula: &Formula, roll: &Roll, moving: &[Measure]) -> Result<Question, VerdictError> {
    let side = Side {
        formula,
        roll,
        fails: true,
        in_favour: &[true, false],
        voting: Voting::All,
        moving,
        fixed: None,
    };
    Question::ask(participating(roll), &[side])
}

/// Which groups, in favour, make the rule hold while all others are absent?
pub(crate) fn adopting(formula: &Formula, roll: &Roll, moving: &[Measure]) -> Result<Question, VerdictError> {
    let side = Side {
        formula,
        roll,
        fails: false,
        in_favour: &[false, true],
        voting: Voting::Supporters,
        moving,
        fixed: None,
    };
    Question::ask(participating(roll), &[side])
}

/// The least number of seats that reach the goal: halving until sums say no more, then a search from below.
fn least(question: &Question, mut effort: Effort) -> Result<Least, VerdictError> {
    let all = vec![1; question.seats.len()];
    let seats = all.len();
    if !question.reached(&question.sums(&all)) {
        let floor = Some(Proof::Exhausted { tried: 1 });
        return Ok(Least { at_least: seats.saturating_add(1), floor, group: None });
    }
    let mut bounds = Bounds { at_least: 0, floor: None, best: all };
    let mut refuter = Refuter::new(question);
    bounds.halve(&mut refuter, &mut effort);
    bounds.climb(question, &mut effort);
    bounds.descend(&mut refuter, &mut effort);
    let group = Some(question.group(&bounds.best, 1));
    Ok(Least { at_least: bounds.at_least, floor: bounds.floor, group })
}

struct Bounds {
    at_least: usize,
    floor: Option<Proof>,
    /// Choices that reach the goal.
    best: Vec<usize>,
}

impl Bounds {
    fn size(&self) -> usize {
        self.best.iter().filter(|choice| **choice > 0).count()
    }

    /// The largest size that sums refute.
    fn halve(&mut self, refuter: &mut Refuter<'_>, effort: &mut Effort) {
        let mut high = self.size();
        while self.at_least < high {
            let middle = self.at_least.midpoint(high);
            if let Some(proof) = refuter.refute(Some(middle), effort) {
                self.at_least = middle.saturating_add(1);
                self.floor = Some(proof);
            } else {
                high = middle;
                self.keep(refuter.found.take());
            }
        }
    }

    /// Searches size by size as long as there is a gap.
    fn climb(&mut self, question: &Question, effort: &mut Effort) {
        while self.at_least < self.size() {
            match question.find(Some(self.at_least), effort) {
                Found::Choices(choices) => self.keep(Some(choices)),
                Found::Nothing(proof) => {
                    self.at_least = self.at_least.saturating_add(1);
                    self.floor = Some(proof);
                }
                Found::Undecided => return,
            }
        }
    }

    /// Where the search ran out of effort, a smaller group that sums come upon.
    fn descend(&mut self, refuter: &mut Refuter<'_>, effort: &mut Effort) {
        let mut effort = Effort::steps(effort.left().max(LAST_TRIES));
        for size in self.at_least..self.size() {
            if refuter.refute(Some(size), &mut effort).is_none() {
                self.keep(refuter.found.take());
            }
            if self.size() <= size {
                return;
            }
        }
    }

    fn keep(&mut self, choices: Option<Vec<usize>>) {
        if let Some(choices) = choices {
            let before = self.size();
            let size = choices.iter().filter(|choice| **choice > 0).count();
            if size < before {
                self.best = choices;
            }
        }
    }
}

/// Steps that finding a better group after all may take, each adding up once.
const LAST_TRIES: u64 = 1_000;

#[cfg(test)]
mod tests;
