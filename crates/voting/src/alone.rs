//! What one seat can do alone: block, or adopt.

use alloc::vec::Vec;

use thiserror::Error;

use crate::{Conduct, Formula, Roll, Tally, VerdictError};

/// What becomes of a decision when one seat alone is not in favour: the worst over
/// [`Conduct::NOT_IN_FAVOUR`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alone {
    /// It is adopted, and the blocking-minority clause is not needed.
    Adopted,
    /// It is adopted, for some conduct only by the blocking-minority clause.
    AdoptedByClause,
    /// It is not adopted: this is the first conduct that blocks. A seat that can block at all can do so by
    /// voting against, because no other conduct makes any base larger.
    Blocked(Conduct),
    /// The seat does not take part, so it has no conduct.
    NotTakingPart,
}

/// Why it cannot be said what a seat can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AloneError {
    /// The roll has no such seat.
    #[error("there is no seat {seat}, the roll has {seats}, counted from 0")]
    NoSuchSeat {
        /// The seat asked for.
        seat: usize,
        /// The number of seats.
        seats: usize,
    },
    /// The formula does not fit the roll.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
}

/// What becomes of a decision when all seats that take part are in favour, except this one.
///
/// Where even all in favour adopt nothing (a share of more than the whole), every seat blocks.
///
/// ```
/// use quorate_voting::{Alone, Conduct, Formula, Roll, Seat, alone};
///
/// let roll = Roll::new(0, vec![Seat { participating: true, weights: vec![] }; 3])?;
/// assert_eq!(alone(&Formula::not_in_favour_at_most(0), &roll, 1)?, Alone::Blocked(Conduct::Against));
/// assert_eq!(alone(&Formula::not_in_favour_at_most(1), &roll, 1)?, Alone::AdoptedByClause);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A seat that the roll does not have; then, as [`Formula::fits`].
pub fn alone(formula: &Formula, roll: &Roll, seat: usize) -> Result<Alone, AloneError> {
    let seats = roll.seats();
    let found = seats.get(seat).ok_or(AloneError::NoSuchSeat { seat, seats: seats.len() })?;
    formula.fits(roll)?;
    if found.participating { Ok(worst(formula, roll, seat)?) } else { Ok(Alone::NotTakingPart) }
}

/// The seats that can block alone, in order: those of [`Alone::Blocked`].
///
/// # Errors
/// As [`Formula::fits`].
pub fn blocks_alone(formula: &Formula, roll: &Roll) -> Result<Vec<usize>, VerdictError> {
    which(formula, roll, |seat| Ok(matches!(worst(formula, roll, seat)?, Alone::Blocked(_))))
}

/// The seats that can adopt alone, in order: those for which a decision with nobody else in favour is
/// adopted, for some conduct in [`Conduct::NOT_IN_FAVOUR`] that all the others share.
///
/// Mixed conducts of the others would add no seat: their all being absent makes every base as small as it can
/// be.
///
/// # Errors
/// As [`Formula::fits`].
pub fn adopts_alone(formula: &Formula, roll: &Roll) -> Result<Vec<usize>, VerdictError> {
    which(formula, roll, |seat| {
        for others in Conduct::NOT_IN_FAVOUR {
            let tally = Tally::of_one_and_others(roll, seat, Conduct::InFavour, others);
            if formula.decide(&tally)?.adopted() {
                return Ok(true);
            }
        }
        Ok(false)
    })
}

/// The worst that one participating seat does when all others are in favour.
fn worst(formula: &Formula, roll: &Roll, seat: usize) -> Result<Alone, VerdictError> {
    let mut worst = Alone::Adopted;
    for conduct in Conduct::NOT_IN_FAVOUR {
        let verdict = formula.decide(&Tally::of_one_and_others(roll, seat, conduct, Conduct::InFavour))?;
        if !verdict.adopted() {
            return Ok(Alone::Blocked(conduct));
        }
        if verdict.by_clause() {
            worst = Alone::AdoptedByClause;
        }
    }
    Ok(worst)
}

/// The participating seats of which this is true, in order.
fn which(
    formula: &Formula,
    roll: &Roll,
    is_so: impl Fn(usize) -> Result<bool, VerdictError>,
) -> Result<Vec<usize>, VerdictError> {
    formula.fits(roll)?;
    let mut found = Vec::new();
    for (number, seat) in roll.seats().iter().enumerate() {
        if seat.participating && is_so(number)? {
            found.push(number);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
