//! What a vote decides, and why.

use alloc::vec::Vec;

use thiserror::Error;

use crate::{Conduct, Formula, Measure, Parts, Reason, Roll, Tally};

/// What a formula makes of a tally.
///
/// Nothing is adopted with nobody in favour, whatever the formula says. Every condition keeps its numbers,
/// also those that changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Verdict {
    anyone_in_favour: bool,
    reasons: Reason,
}

/// Why a formula cannot be asked of a roll or a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VerdictError {
    /// The formula weighs by a measure that the roll does not declare.
    #[error("measure `{}` is not declared, the last one is `{}`", measure.0, last.0)]
    UndeclaredMeasure {
        /// The measure of the formula.
        measure: Measure,
        /// The last measure of the roll.
        last: Measure,
    },
}

impl Formula {
    /// Checks once that the formula can be asked of any tally over this roll.
    ///
    /// # Errors
    /// The first measure, in the order of the formula, that the roll does not declare.
    pub fn fits(&self, roll: &Roll) -> Result<(), VerdictError> {
        match self.parts() {
            Parts::Share { measure, .. } if !roll.declares(measure) => {
                Err(VerdictError::UndeclaredMeasure { measure, last: Measure(roll.measures()) })
            }
            Parts::Share { .. } | Parts::Clause { .. } => Ok(()),
            Parts::All(parts) | Parts::Any(parts) | Parts::AtLeast { parts, .. } => {
                parts.iter().try_for_each(|part| part.fits(roll))
            }
        }
    }

    /// Decides, and says why.
    ///
    /// ```
    /// use quorate_voting::{Conduct, Formula, Roll, Seat, Tally};
    ///
    /// let roll = Roll::new(0, vec![Seat { participating: true, weights: vec![] }; 3])?;
    /// let tally = Tally::count(&roll, &[Conduct::InFavour, Conduct::InFavour, Conduct::Absent])?;
    /// assert!(Formula::not_in_favour_at_most(1).decide(&tally)?.adopted());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Formula::fits`] of the roll that was counted; never once that is checked.
    pub fn decide(&self, tally: &Tally) -> Result<Verdict, VerdictError> {
        Ok(Verdict { anyone_in_favour: tally.seats(Conduct::InFavour) > 0, reasons: self.reasons(tally)? })
    }

    /// All parts are evaluated, never only as many as decide, so that every one keeps its numbers.
    fn reasons(&self, tally: &Tally) -> Result<Reason, VerdictError> {
        let each =
            |parts: &[Self]| parts.iter().map(|part| part.reasons(tally)).collect::<Result<Vec<_>, _>>();
        Ok(match self.parts() {
            Parts::Share { measure, ratio, base, strictness } => {
                let sums = tally.in_favour(measure).zip(tally.base(measure, base));
                let undeclared = VerdictError::UndeclaredMeasure { measure, last: tally.last_measure() };
                let (in_favour, of) = sums.ok_or(undeclared)?;
                Reason::share((measure, base), (ratio, strictness), in_favour, of)
            }
            Parts::Clause { at_most } => Reason::clause(tally.not_in_favour(), at_most),
            Parts::All(parts) => Reason::all(each(parts)?),
            Parts::Any(parts) => Reason::any(each(parts)?),
            Parts::AtLeast { least, parts } => Reason::at_least(least, each(parts)?),
        })
    }
}

impl Verdict {
    /// Whether the decision is adopted: somebody is in favour, and the formula is met.
    #[must_use]
    pub fn adopted(&self) -> bool {
        self.anyone_in_favour && self.reasons.met()
    }

    /// Whether the decision is adopted by the blocking-minority clause: it is adopted, and would not have
    /// been if every such clause of the formula had failed.
    #[must_use]
    pub fn by_clause(&self) -> bool {
        self.adopted() && !self.reasons.met_without_clauses()
    }

    /// Whether any participating seat is in favour.
    #[must_use]
    pub fn anyone_in_favour(&self) -> bool {
        self.anyone_in_favour
    }

    /// The formula again, with the numbers found.
    #[must_use]
    pub fn reasons(&self) -> &Reason {
        &self.reasons
    }

    /// For bytes that were checked to be a verdict.
    #[cfg(feature = "minicbor")]
    pub(crate) fn new(anyone_in_favour: bool, reasons: Reason) -> Self {
        Self { anyone_in_favour, reasons }
    }
}

#[cfg(test)]
mod tests;
