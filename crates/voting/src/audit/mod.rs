//! A second look at every answer, by a reader that shares no code with the search: groups are tried by plain
//! counting, and proofs are read line by line with numbers taken anew from the articles and the roll.
//!
//! ```
//! use quorate_voting::{
//!     Base, Effort, Formula, Measure, Ratio, Roll, Seat, Strictness, audit, least_blocking,
//! };
//!
//! let seat = |weight| Seat { participating: true, weights: vec![weight] };
//! let roll = Roll::new(1, vec![seat(30), seat(30), seat(25), seat(15)])?;
//! let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
//! let mut least = least_blocking(&rule, &roll, Effort::default())?;
//! assert_eq!(audit::blocking(&rule, &roll, &[], &least), Ok(()));
//!
//! // A claim that goes too far is objected to.
//! least.at_least = 3;
//! assert!(audit::blocking(&rule, &roll, &[], &least).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod asked;
mod check;
mod diagram;
mod plain;
mod reading;

use alloc::vec;
use alloc::vec::Vec;

use thiserror::Error;

use crate::{Conduct, Demand, Formula, Implied, Least, Measure, Opposed, Place, Roll, VerdictError};
use asked::Asked;

/// Why an answer is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Objection {
    /// The formula does not fit the roll.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
    /// The two rolls do not have the same seats.
    #[error("the rolls must have the same number of seats, found {first} and {second}")]
    Seats {
        /// Those of the first.
        first: usize,
        /// Those of the second.
        second: usize,
    },
    /// Seats of a group do not take part, stand there twice or are not in order.
    #[error("a group must name seats that take part, each once and in order")]
    Group,
    /// The group cannot do what is said of it.
    #[error("the group does not do what is said of it")]
    GroupFails,
    /// The bound, the proof and the group contradict each other.
    #[error("the bound, its proof and the group do not belong together")]
    Bounds,
    /// A demand that needs not be met for the goal.
    #[error("the sum counts {demand:?}, which the goal does not ask for at this place")]
    NoSuchDemand {
        /// The demand.
        demand: Demand,
    },
    /// A list that needs not be reached for the goal.
    #[error("the proof goes through {place:?}, which the goal does not ask for at this place")]
    NoSuchList {
        /// The list.
        place: Place,
    },
    /// A part that the list does not have, or that was excluded before.
    #[error("{place:?} has no part {number} that is still to be excluded")]
    NoSuchPart {
        /// The list.
        place: Place,
        /// The part, counted from zero.
        number: usize,
    },
    /// Enough parts are left over.
    #[error("of {place:?} too few parts are refuted")]
    TooFewParts {
        /// The list.
        place: Place,
    },
    /// A sum comes to other numbers than stated.
    #[error("the sum comes to {most} where {needed} is needed, which is not what is stated")]
    Numbers {
        /// What a group has at most.
        most: i128,
        /// What is needed.
        needed: i128,
    },
    /// A sum that is within reach.
    #[error("{most} is not below the {needed} that is needed")]
    Enough {
        /// What a group has at most.
        most: i128,
        /// What is needed.
        needed: i128,
    },
    /// There are more or fewer groups than are said to have been tried.
    #[error("there are {groups} groups, which is not what is stated")]
    Tried {
        /// The number of groups.
        groups: u64,
    },
    /// A group that is said not to be.
    #[error("there is a group that does what no group is said to do")]
    Counterexample,
    /// A diagram, or one of its nodes, does not show what it should.
    #[error("the diagram does not hold at node {node:?}")]
    Diagram {
        /// The node, or `None` for the diagram as a whole.
        node: Option<usize>,
    },
    /// Numbers too large to be added up, or more groups than can be tried.
    #[error("the proof is too large to be read")]
    TooLarge,
}

/// Checks the answer of [`least_blocking`](crate::least_blocking) or, with measures that move, of
/// [`least_blocking_whatever`](crate::least_blocking_whatever).
///
/// # Errors
/// The first objection.
pub fn blocking(formula: &Formula, roll: &Roll, moving: &[Measure], least: &Least) -> Result<(), Objection> {
    formula.fits(roll)?;
    bounds(Asked::Blocking(formula, roll, moving), least)
}

/// Checks the answer of [`least_adopting`](crate::least_adopting) or, with measures that move, of
/// [`least_adopting_whatever`](crate::least_adopting_whatever).
///
/// # Errors
/// The first objection.
pub fn adopting(formula: &Formula, roll: &Roll, moving: &[Measure], least: &Least) -> Result<(), Objection> {
    formula.fits(roll)?;
    bounds(Asked::Adopting(formula, roll, moving), least)
}

/// Checks the answer of [`opposed`](crate::opposed()).
///
/// # Errors
/// The first objection; to *undecided* there is none.
pub fn opposed(formula: &Formula, roll: &Roll, found: &Opposed) -> Result<(), Objection> {
    formula.fits(roll)?;
    let asked = Asked::Opposed(formula, roll);
    match found {
        Opposed::Impossible(proof) => check::check(asked, None, proof),
        Opposed::Undecided => Ok(()),
        Opposed::Groups(first, second) => {
            // The groups themselves, with all others absent.
            choices(&asked.seats(), &[first, second])?;
            let conducts = |group: &[usize], against: &[usize]| -> Vec<Conduct> {
                let conduct = |seat| match seat {
                    seat if group.contains(&seat) => Conduct::InFavour,
                    seat if against.contains(&seat) => Conduct::Against,
                    _ => Conduct::Absent,
                };
                (0..roll.seats().len()).map(conduct).collect()
            };
            let adopts = |a, b| plain::adopted(formula, roll, &conducts(a, b), (&[], true));
            if adopts(first, second) && adopts(second, first) { Ok(()) } else { Err(Objection::GroupFails) }
        }
    }
}

/// Checks the answer of [`implies`](crate::implies()).
///
/// # Errors
/// The first objection; to *undecided* there is none.
pub fn implies(
    first: (&Formula, &Roll),
    second: (&Formula, &Roll),
    found: &Implied,
) -> Result<(), Objection> {
    let seats = (first.1.seats().len(), second.1.seats().len());
    if seats.0 != seats.1 {
        return Err(Objection::Seats { first: seats.0, second: seats.1 });
    }
    first.0.fits(first.1)?;
    second.0.fits(second.1)?;
    let asked = Asked::Implies(first, second);
    match found {
        Implied::Always(proof) => check::check(asked, None, proof),
        Implied::Undecided => Ok(()),
        Implied::NotBy(group) => {
            let seats = asked.seats();
            let choices = choices(&seats, &[group])?;
            if asked.is_so(&seats, &choices) { Ok(()) } else { Err(Objection::GroupFails) }
        }
    }
}

fn bounds(asked: Asked<'_>, least: &Least) -> Result<(), Objection> {
    let seats = asked.seats();
    match &least.group {
        None if least.at_least != seats.len().saturating_add(1) => return Err(Objection::Bounds),
        None => {}
        Some(group) => {
            let choices = choices(&seats, &[group])?;
            if least.at_least > group.len() {
                return Err(Objection::Bounds);
            }
            if !asked.is_so(&seats, &choices) {
                return Err(Objection::GroupFails);
            }
        }
    }
    match (least.at_least.checked_sub(1), &least.floor) {
        (None, None) => Ok(()),
        (Some(size), Some(proof)) => check::check(asked, Some(size), proof),
        _ => Err(Objection::Bounds),
    }
}

/// The choices of the seats where the first group makes choice 1, the second choice 2, and so on.
fn choices(seats: &[usize], groups: &[&Vec<usize>]) -> Result<Vec<usize>, Objection> {
    let mut choices = vec![0; seats.len()];
    for (number, group) in groups.iter().enumerate() {
        if !group.windows(2).all(|pair| pair.first() < pair.last()) {
            return Err(Objection::Group);
        }
        for seat in *group {
            let place = seats.iter().position(|other| other == seat).ok_or(Objection::Group)?;
            match choices.get_mut(place) {
                Some(choice) if *choice == 0 => *choice = number.saturating_add(1),
                _ => return Err(Objection::Group),
            }
        }
    }
    Ok(choices)
}

#[cfg(test)]
mod tests;
