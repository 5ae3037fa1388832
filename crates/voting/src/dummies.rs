//! Seats whose vote never matters.

use alloc::vec::Vec;

use crate::search::{Found, Question, Side, Voting, participating};
use crate::{Effort, Formula, Roll, VerdictError};

/// The seats whose vote never matters, as far as could be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dummies {
    /// Seats that take part and belong to no minimal adopting group, in order.
    pub dummies: Vec<usize>,
    /// Seats of which there was too little effort to say.
    pub undecided: Vec<usize>,
}

/// The seats that take part and belong to no minimal adopting group: a decision that a group adopts, all others
/// away, it adopts without such a seat as well. The effort is shared out evenly.
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, dummies};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// // The Council of 1958: 12 votes of 17, of which Luxembourg had one.
/// let roll = Roll::new(1, [4, 4, 4, 2, 2, 1].map(seat).to_vec())?;
/// let rule = Formula::share(Measure(1), Ratio::new(12, 17)?, Base::Participating, Strictness::AtLeast);
/// assert_eq!(dummies(&rule, &roll, Effort::default())?.dummies, [5]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn dummies(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Dummies, VerdictError> {
    formula.fits(roll)?;
    let seats = participating(roll);
    let mut found = Dummies::default();
    let (mut left, mut to_come) = (effort.left(), seats.len());
    for &seat in &seats {
        let share = left.checked_div(u64::try_from(to_come).unwrap_or(u64::MAX)).unwrap_or(left);
        let mut effort = Effort::steps(share);
        let others = seats.iter().copied().filter(|other| *other != seat).collect();
        match found_or_refuted(&pivot(formula, roll, seat, others)?, &mut effort) {
            Found::Nothing(_) => found.dummies.push(seat),
            Found::Choices(_) => {}
            Found::Undecided => found.undecided.push(seat),
        }
        left = left.saturating_sub(share.saturating_sub(effort.left()));
        to_come = to_come.saturating_sub(1);
    }
    Ok(found)
}

/// Almost every seat matters, and a group to which it does is found at once; so sums come second.
fn found_or_refuted(question: &Question, effort: &mut Effort) -> Found {
    let mut first = Effort::steps(effort.left().min(FIRST_LOOK));
    let before = first.left();
    let found = question.follow(None, &mut first);
    effort.spend(before.saturating_sub(first.left()));
    if matches!(found, Found::Undecided) { question.find(None, effort) } else { found }
}

/// Steps of a first look.
const FIRST_LOOK: u64 = 1_000;

/// Which of the others adopt together with this seat, and not without it?
fn pivot(formula: &Formula, roll: &Roll, seat: usize, others: Vec<usize>) -> Result<Question, VerdictError> {
    let side = |in_favour: bool| Side {
        formula,
        roll,
        fails: !in_favour,
        in_favour: &[false, true],
        voting: Voting::Supporters,
        moving: &[],
        fixed: Some((seat, in_favour)),
    };
    Question::ask(others, &[side(true), side(false)])
}
