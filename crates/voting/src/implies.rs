//! Whether whoever adopts by one rule could adopt by another.

use alloc::vec::Vec;

use thiserror::Error;

use crate::search::{Found, Question, Side, Voting};
use crate::{Effort, Formula, Proof, Roll, VerdictError};

/// Whether every group that adopts by a first rule adopts by a second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Implied {
    /// Every group does. In the proof, rule 0 is that it adopts by the first, rule 1 that it fails by the second.
    Always(Proof),
    /// This group, in the order of the roll, adopts by the first and not by the second.
    NotBy(Vec<usize>),
    /// There was too little effort to say.
    Undecided,
}

/// Why two rules cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ImpliesError {
    /// The rolls do not have the same seats.
    #[error("the rolls must have the same number of seats, found {first} and {second}")]
    Seats {
        /// Those of the first.
        first: usize,
        /// Those of the second.
        second: usize,
    },
    /// A formula does not fit its roll.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
}

/// Whether every group that adopts by the first rule while all others are against adopts by the second too.
///
/// The rolls have the same seats, but others may take part, and weights may differ. A group is of seats that take
/// part in one of them at least; where a member of it does not take part, it does not count.
///
/// ```
/// use quorate_voting::{
///     Base, Effort, Formula, Implied, Measure, Ratio, Roll, Seat, Strictness, implies,
/// };
///
/// let seats = |out: Option<usize>| {
///     Roll::new(0, (0..4).map(|n| Seat { participating: Some(n) != out, weights: vec![] }).collect())
/// };
/// let share = |numerator, denominator| {
///     Ratio::new(numerator, denominator).map(|ratio| {
///         Formula::share(Measure::MEMBERS, ratio, Base::Participating, Strictness::AtLeast)
///     })
/// };
/// // Two thirds of three may leave the fourth out, and are not three quarters of four.
/// let (leave_out, adopt) = ((share(2, 3)?, seats(Some(3))?), (share(3, 4)?, seats(None)?));
/// let found = implies((&leave_out.0, &leave_out.1), (&adopt.0, &adopt.1), Effort::default())?;
/// assert!(matches!(found, Implied::NotBy(group) if group.len() == 2));
/// let found = implies((&adopt.0, &adopt.1), (&leave_out.0, &leave_out.1), Effort::default())?;
/// assert!(matches!(found, Implied::Always(_)), "three of four have two of any three with them");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Rolls of different sizes; then, as [`Formula::fits`], the first rule before the second.
pub fn implies(
    first: (&Formula, &Roll),
    second: (&Formula, &Roll),
    effort: Effort,
) -> Result<Implied, ImpliesError> {
    let (one, other) = (first.1.seats(), second.1.seats());
    if one.len() != other.len() {
        return Err(ImpliesError::Seats { first: one.len(), second: other.len() });
    }
    let side = |(formula, roll), fails| Side {
        formula,
        roll,
        fails,
        in_favour: &[false, true],
        voting: Voting::All,
        moving: &[],
        fixed: None,
    };
    let takes_part = one.iter().zip(other).map(|(one, other)| one.participating || other.participating);
    let seats = takes_part.enumerate().filter(|(_, so)| *so).map(|(seat, _)| seat).collect();
    let question = Question::ask(seats, &[side(first, false), side(second, true)])?;
    Ok(match question.find(None, &mut { effort }) {
        Found::Nothing(proof) => Implied::Always(proof),
        Found::Choices(choices) => Implied::NotBy(question.group(&choices, 1)),
        Found::Undecided => Implied::Undecided,
    })
}
