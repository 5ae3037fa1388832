//! Why a vote ended as it did: the formula again, with the numbers found.

use alloc::vec::Vec;

use crate::{Base, Measure, Ratio, Strictness};

/// The formula again, each part with the numbers found and whether it was met.
///
/// Reasons come from a [`Verdict`](crate::Verdict) and are not made elsewhere: in all that a verdict holds,
/// `met` follows from what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A share, with the sums it was asked of.
    #[non_exhaustive]
    Share {
        /// What was weighed.
        measure: Measure,
        /// The share asked for.
        ratio: Ratio,
        /// Whether exactly the share was enough.
        strictness: Strictness,
        /// Of whom.
        base: Base,
        /// The weight in favour.
        in_favour: u64,
        /// The weight of the base.
        of: u64,
        /// Whether the share was met.
        met: bool,
    },
    /// The blocking-minority clause, with the seats counted.
    #[non_exhaustive]
    Clause {
        /// The participating seats that were not in favour.
        not_in_favour: u32,
        /// How many the clause allows.
        at_most: u32,
        /// Whether they were few enough.
        met: bool,
    },
    /// All parts were asked for.
    #[non_exhaustive]
    All {
        /// Whether all were met.
        met: bool,
        /// Never empty.
        parts: Vec<Reason>,
    },
    /// One part was asked for, at least.
    #[non_exhaustive]
    Any {
        /// Whether one was met.
        met: bool,
        /// Never empty.
        parts: Vec<Reason>,
    },
    /// Some number of parts was asked for, at least.
    #[non_exhaustive]
    AtLeast {
        /// That number, from 1 to the number of parts.
        least: u32,
        /// Whether so many were met.
        met: bool,
        /// Never empty.
        parts: Vec<Reason>,
    },
}

impl Reason {
    /// Whether this part was met.
    #[must_use]
    pub fn met(&self) -> bool {
        match *self {
            Self::Share { met, .. }
            | Self::Clause { met, .. }
            | Self::All { met, .. }
            | Self::Any { met, .. }
            | Self::AtLeast { met, .. } => met,
        }
    }

    /// Whether this part would have been met if no blocking-minority clause had been.
    pub(crate) fn met_without_clauses(&self) -> bool {
        match self {
            Self::Share { met, .. } => *met,
            Self::Clause { .. } => false,
            Self::All { parts, .. } => parts.iter().all(Self::met_without_clauses),
            Self::Any { parts, .. } => parts.iter().any(Self::met_without_clauses),
            Self::AtLeast { least, parts, .. } => enough(*least, parts, Self::met_without_clauses),
        }
    }

    pub(crate) fn share(
        (measure, base): (Measure, Base),
        (ratio, strictness): (Ratio, Strictness),
        in_favour: u64,
        of: u64,
    ) -> Self {
        let met = ratio.is_met(in_favour, of, strictness.is_strict());
        Self::Share { measure, ratio, strictness, base, in_favour, of, met }
    }

    pub(crate) fn clause(not_in_favour: u32, at_most: u32) -> Self {
        Self::Clause { not_in_favour, at_most, met: not_in_favour <= at_most }
    }

    pub(crate) fn all(parts: Vec<Self>) -> Self {
        Self::All { met: parts.iter().all(Self::met), parts }
    }

    pub(crate) fn any(parts: Vec<Self>) -> Self {
        Self::Any { met: parts.iter().any(Self::met), parts }
    }

    pub(crate) fn at_least(least: u32, parts: Vec<Self>) -> Self {
        Self::AtLeast { least, met: enough(least, &parts, Self::met), parts }
    }
}

fn enough(least: u32, parts: &[Reason], met: fn(&Reason) -> bool) -> bool {
    let found = parts.iter().filter(|part| met(part)).count();
    // A number of parts too large for a `u32` is above any `least`.
    u32::try_from(found).map_or(true, |found| found >= least)
}
