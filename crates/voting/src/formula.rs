//! A rule of decision: a monotone formula, in which more support never hurts.

use alloc::vec::Vec;

use thiserror::Error;

use crate::{Base, Measure, Ratio, Strictness};

/// The deepest formula: a condition alone is of depth 1, a list one deeper than its deepest part.
pub const MAX_DEPTH: usize = 16;

/// The most parts of a formula: conditions and lists together, itself included.
pub const MAX_PARTS: usize = 256;

/// A rule of decision: conditions on shares and counts, joined by *all of*, *any of* and *at least k of*.
///
/// There is no *not*, so more support never hurts. Bounded by [`MAX_DEPTH`] and [`MAX_PARTS`].
///
/// ```
/// use quorate_voting::{Base, Formula, Measure, Ratio, Strictness};
///
/// let members = Formula::share(
///     Measure::MEMBERS,
///     Ratio::percent(55)?,
///     Base::Participating,
///     Strictness::AtLeast,
/// );
/// let rule = Formula::any(vec![members, Formula::not_in_favour_at_most(1)])?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Formula(Node);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Node {
    Share { measure: Measure, ratio: Ratio, base: Base, strictness: Strictness },
    Clause { at_most: u32 },
    All(Vec<Formula>),
    Any(Vec<Formula>),
    AtLeast { least: u32, parts: Vec<Formula> },
}

/// A formula seen from outside, one level at a time, to be printed as an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts<'a> {
    /// The weight in favour is at least, or more than, a share of the base.
    Share {
        /// What is weighed.
        measure: Measure,
        /// The share.
        ratio: Ratio,
        /// Of whom.
        base: Base,
        /// Whether exactly the share is enough.
        strictness: Strictness,
    },
    /// The blocking-minority clause: that many participating seats, at most, are not in favour.
    Clause {
        /// The number of seats.
        at_most: u32,
    },
    /// All of these hold. Never empty.
    All(&'a [Formula]),
    /// One of these holds, at least. Never empty.
    Any(&'a [Formula]),
    /// That many of these hold, at least.
    AtLeast {
        /// From 1 to the number of parts.
        least: u32,
        /// Never empty.
        parts: &'a [Formula],
    },
}

/// Why parts do not make a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FormulaError {
    /// There is nothing to join.
    #[error("a list of conditions must have at least 1 part, found 0")]
    EmptyList,
    /// *At least k of n* where k is zero or above n.
    #[error("`at least {least}` of {parts} parts: the number must be from 1 to {parts}")]
    LeastOutOfRange {
        /// The number asked for.
        least: u32,
        /// The number of parts.
        parts: usize,
    },
    /// Deeper than [`MAX_DEPTH`].
    #[error("a rule may be nested {MAX_DEPTH} deep, found {depth}")]
    TooDeep {
        /// The depth found.
        depth: usize,
    },
    /// More parts than [`MAX_PARTS`].
    #[error("a rule may have {MAX_PARTS} parts, lists counted, found {parts}")]
    TooManyParts {
        /// The number of parts found.
        parts: usize,
    },
}

impl Formula {
    /// The weight in favour is at least, or more than, a share of the base.
    ///
    /// A share of nothing is not met, see [`Ratio::is_met`]. More than the whole is a formula too: it never
    /// holds.
    #[must_use]
    pub fn share(measure: Measure, ratio: Ratio, base: Base, strictness: Strictness) -> Self {
        Self(Node::Share { measure, ratio, base, strictness })
    }

    /// The blocking-minority clause: at most `seats` participating seats are not in favour.
    #[must_use]
    pub fn not_in_favour_at_most(seats: u32) -> Self {
        Self(Node::Clause { at_most: seats })
    }

    /// All of the parts hold.
    ///
    /// # Errors
    /// No part, then too deep, then too many parts.
    pub fn all(parts: Vec<Self>) -> Result<Self, FormulaError> {
        check_list(&parts)?;
        Ok(Self(Node::All(parts)))
    }

    /// One of the parts holds, at least.
    ///
    /// # Errors
    /// As [`Formula::all`].
    pub fn any(parts: Vec<Self>) -> Result<Self, FormulaError> {
        check_list(&parts)?;
        Ok(Self(Node::Any(parts)))
    }

    /// At least `least` of the parts hold.
    ///
    /// # Errors
    /// As [`Formula::all`], then unless `least` is from 1 to the number of parts.
    pub fn at_least(least: u32, parts: Vec<Self>) -> Result<Self, FormulaError> {
        check_list(&parts)?;
        check_least(least, parts.len())?;
        Ok(Self(Node::AtLeast { least, parts }))
    }

    /// The formula seen from outside, one level.
    #[must_use]
    pub fn parts(&self) -> Parts<'_> {
        match &self.0 {
            &Node::Share { measure, ratio, base, strictness } => {
                Parts::Share { measure, ratio, base, strictness }
            }
            &Node::Clause { at_most } => Parts::Clause { at_most },
            Node::All(parts) => Parts::All(parts),
            Node::Any(parts) => Parts::Any(parts),
            Node::AtLeast { least, parts } => Parts::AtLeast { least: *least, parts },
        }
    }

    /// The shares and clauses, in the order in which they are written. A proof counts them from zero.
    ///
    /// ```
    /// use quorate_voting::{Formula, Parts};
    ///
    /// let clause = Formula::not_in_favour_at_most;
    /// let rule = Formula::any(vec![clause(1), Formula::all(vec![clause(2), clause(3)])?])?;
    /// let found: Vec<_> = rule.conditions().map(Formula::parts).collect();
    /// assert_eq!(found, [1, 2, 3].map(|at_most| Parts::Clause { at_most }));
    /// # Ok::<(), quorate_voting::FormulaError>(())
    /// ```
    pub fn conditions(&self) -> impl Iterator<Item = &Self> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found.into_iter()
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Self>) {
        if self.below().is_empty() {
            found.push(self);
        }
        self.below().iter().for_each(|part| part.collect(found));
    }

    /// The same formula with another ratio in one share, by its number among [`Formula::conditions`]; `None` if
    /// that is no share.
    ///
    /// ```
    /// use quorate_voting::{Base, Formula, Measure, Ratio, Strictness};
    ///
    /// let rule = |percent| {
    ///     let ratio = Ratio::percent(percent)?;
    ///     let share = Formula::share(Measure::MEMBERS, ratio, Base::Participating, Strictness::AtLeast);
    ///     Ok::<_, Box<dyn std::error::Error>>(Formula::any(vec![Formula::not_in_favour_at_most(1), share])?)
    /// };
    /// assert_eq!(rule(55)?.with_share(1, Ratio::percent(65)?), Some(rule(65)?));
    /// assert_eq!(rule(55)?.with_share(0, Ratio::percent(65)?), None, "the clause is no share");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_share(&self, number: usize, ratio: Ratio) -> Option<Self> {
        let Parts::Share { measure, base, strictness, .. } = self.conditions().nth(number)?.parts() else {
            return None;
        };
        self.with_condition(number, &Self::share(measure, ratio, base, strictness))
    }

    /// The same formula with one condition replaced by another; `None` if there are not so many.
    pub(crate) fn with_condition(&self, number: usize, condition: &Self) -> Option<Self> {
        if self.below().is_empty() {
            return (number == 0).then(|| condition.clone());
        }
        let mut replaced = self.clone();
        let (Node::All(parts) | Node::Any(parts) | Node::AtLeast { parts, .. }) = &mut replaced.0 else {
            return None;
        };
        let mut before = number;
        for part in parts {
            let conditions = part.conditions().count();
            if before < conditions {
                *part = part.with_condition(before, condition)?;
                return Some(replaced);
            }
            before = before.saturating_sub(conditions);
        }
        None
    }

    /// The parts one level down: none for a condition.
    fn below(&self) -> &[Self] {
        match self.parts() {
            Parts::Share { .. } | Parts::Clause { .. } => &[],
            Parts::All(parts) | Parts::Any(parts) | Parts::AtLeast { parts, .. } => parts,
        }
    }

    fn depth(&self) -> usize {
        depth_above(self.below())
    }

    fn size(&self) -> usize {
        size_above(self.below())
    }
}

/// The depth of a formula with these parts. Each part is at most [`MAX_DEPTH`] deep, so the sum never
/// saturates.
fn depth_above(parts: &[Formula]) -> usize {
    parts.iter().map(Formula::depth).max().unwrap_or(0).saturating_add(1)
}

/// The number of parts of a formula with these parts, itself included. Saturates far above [`MAX_PARTS`].
fn size_above(parts: &[Formula]) -> usize {
    parts.iter().map(Formula::size).fold(1, usize::saturating_add)
}

fn check_list(parts: &[Formula]) -> Result<(), FormulaError> {
    if parts.is_empty() {
        return Err(FormulaError::EmptyList);
    }
    let depth = depth_above(parts);
    if depth > MAX_DEPTH {
        return Err(FormulaError::TooDeep { depth });
    }
    let size = size_above(parts);
    if size > MAX_PARTS {
        return Err(FormulaError::TooManyParts { parts: size });
    }
    Ok(())
}

/// Also asked of the reasons that arrive as bytes.
pub(crate) fn check_least(least: u32, parts: usize) -> Result<(), FormulaError> {
    // Where the number does not fit a `usize`, it is above the number of parts.
    let in_range = usize::try_from(least).is_ok_and(|least| (1..=parts).contains(&least));
    if in_range { Ok(()) } else { Err(FormulaError::LeastOutOfRange { least, parts }) }
}

#[cfg(test)]
mod tests;
