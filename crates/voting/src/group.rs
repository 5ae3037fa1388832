//! What a group of seats can do together: block, or adopt.

use alloc::vec;
use alloc::vec::Vec;

use thiserror::Error;

use crate::{Conduct, Formula, Roll, Tally, VerdictError};

/// Why it cannot be said what a group can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GroupError {
    /// The roll has no such seat.
    #[error("there is no seat {seat}, the roll has {seats}, counted from 0")]
    NoSuchSeat {
        /// The seat asked for.
        seat: usize,
        /// The number of seats.
        seats: usize,
    },
    /// A seat that does not take part has no conduct, so it belongs to no group.
    #[error("seat {seat} does not take part, so it belongs to no group")]
    NotTakingPart {
        /// The seat, counted from zero.
        seat: usize,
    },
    /// The formula does not fit the roll.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
}

/// Whether this group blocks: with all of it against and all others that take part in favour, the decision is
/// not adopted.
///
/// Against is the worst that a group can do, because no other conduct makes any base larger. The group of
/// nobody blocks what even all in favour do not adopt. A seat named twice counts once.
///
/// ```
/// use quorate_voting::{Base, Formula, Measure, Ratio, Roll, Seat, Strictness, blocks};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(50), seat(20), seat(20), seat(10)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// assert!(blocks(&rule, &roll, &[0])?);
/// assert!(!blocks(&rule, &roll, &[1, 3])?, "70 of 100 are in favour");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first seat of the group that the roll does not have or that does not take part; then, as
/// [`Formula::fits`].
pub fn blocks(formula: &Formula, roll: &Roll, group: &[usize]) -> Result<bool, GroupError> {
    Ok(!adopted(formula, roll, group, Conduct::Against, Conduct::InFavour)?)
}

/// Whether this group adopts: with all of it in favour, some conduct of the others that take part, none of
/// them in favour, leads to adoption.
///
/// The conduct of the others that helps most is to be absent, because it makes every base as small as it can
/// be. The group of nobody adopts nothing. A seat named twice counts once.
///
/// ```
/// use quorate_voting::{Base, Formula, Measure, Ratio, Roll, Seat, Strictness, adopts};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(50), seat(20), seat(20), seat(10)])?;
/// let of = |base| Ratio::percent(65).map(|r| Formula::share(Measure(1), r, base, Strictness::AtLeast));
/// assert!(!adopts(&of(Base::Participating)?, &roll, &[0])?);
/// assert!(adopts(&of(Base::Participating)?, &roll, &[0, 1])?);
/// assert!(adopts(&of(Base::Present)?, &roll, &[3])?, "if all others stay away");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`blocks`].
pub fn adopts(formula: &Formula, roll: &Roll, group: &[usize]) -> Result<bool, GroupError> {
    adopted(formula, roll, group, Conduct::InFavour, Conduct::Absent)
}

/// Whether a decision is adopted when everyone who takes part is in favour. What is not adopted then, is never
/// adopted: a formula for which this is false is no rule that anybody can act by.
///
/// # Errors
/// As [`Formula::fits`].
pub fn unanimity_adopts(formula: &Formula, roll: &Roll) -> Result<bool, VerdictError> {
    Ok(formula.decide(&Tally::of_each(roll, |_| Conduct::InFavour))?.adopted())
}

/// Whether it is adopted when the group has one conduct and the others that take part another.
fn adopted(
    formula: &Formula,
    roll: &Roll,
    group: &[usize],
    its: Conduct,
    others: Conduct,
) -> Result<bool, GroupError> {
    let belongs = members(roll, group)?;
    let conduct = |seat| if belongs.get(seat) == Some(&true) { its } else { others };
    Ok(formula.decide(&Tally::of_each(roll, conduct))?.adopted())
}

/// Whether a group adopts while another votes against: those of the first are in favour, those of the second
/// against, and the others that take part are absent. A seat named in both is against.
///
/// That the others are absent is what helps most, short of being in favour: it makes every base as small as it
/// can be.
///
/// # Errors
/// As [`blocks`], the first group before the second.
pub fn adopts_against(
    formula: &Formula,
    roll: &Roll,
    group: &[usize],
    against: &[usize],
) -> Result<bool, GroupError> {
    let (group, against) = (members(roll, group)?, members(roll, against)?);
    let conduct = |seat| match (group.get(seat), against.get(seat)) {
        (_, Some(true)) => Conduct::Against,
        (Some(true), _) => Conduct::InFavour,
        _ => Conduct::Absent,
    };
    Ok(formula.decide(&Tally::of_each(roll, conduct))?.adopted())
}

/// For each seat of the roll, whether it belongs to the group.
fn members(roll: &Roll, group: &[usize]) -> Result<Vec<bool>, GroupError> {
    let seats = roll.seats();
    let mut belongs = vec![false; seats.len()];
    for &seat in group {
        let no_such = GroupError::NoSuchSeat { seat, seats: seats.len() };
        if !seats.get(seat).ok_or(no_such)?.participating {
            return Err(GroupError::NotTakingPart { seat });
        }
        *belongs.get_mut(seat).ok_or(no_such)? = true;
    }
    Ok(belongs)
}

#[cfg(test)]
mod tests;
