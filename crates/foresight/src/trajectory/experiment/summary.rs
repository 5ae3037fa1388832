//! What the runs of one point came to.

use alloc::vec::Vec;

use crate::trajectory::spread::Counts;

/// The sum of some whole numbers, and how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// Their sum.
    pub sum: i64,
    /// How many.
    pub count: u64,
}

impl Mean {
    /// One more, where there is one.
    pub(super) fn add(&mut self, value: Option<i64>) {
        if let Some(value) = value {
            self.sum = self.sum.saturating_add(value);
            self.count = self.count.saturating_add(1);
        }
    }

    /// In thousandths, to the nearest, halves away from nothing; none where there is none.
    #[must_use]
    pub fn thousandths(&self) -> Option<i64> {
        let thousandths = i128::from(self.sum).saturating_mul(1000);
        (self.count > 0).then(|| nearest(thousandths, self.count.into()))
    }
}

/// A fraction to the nearest whole number, halves away from nothing.
pub(super) fn nearest(above: i128, below: i128) -> i64 {
    let (size, half) = (above.unsigned_abs(), below.unsigned_abs());
    let rounded = size.saturating_mul(2).saturating_add(half).checked_div(half.saturating_mul(2));
    let size = i64::try_from(rounded.unwrap_or_default()).unwrap_or(i64::MAX);
    if (above < 0) == (below < 0) { size } else { size.saturating_neg() }
}

/// How an output spread over the runs of a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Its mean.
    pub mean: Mean,
    counts: Counts<i64>,
}

impl Summary {
    pub(super) fn add(&mut self, value: Option<i64>) {
        self.mean.add(value);
        if let Some(value) = value {
            self.counts.add(value, 1);
        }
    }

    /// The value that this share of the runs, per mille, does not exceed: the least such value that was met. None where
    /// nothing was measured.
    #[must_use]
    pub fn quantile(&self, per_mille: u64) -> Option<i64> {
        self.counts.quantile(per_mille)
    }
}

/// A point of a grid under one charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The charter, by its place.
    pub charter: usize,
    /// The point, from 0.
    pub point: u64,
    /// What the parameters were, in their order.
    pub values: Vec<i64>,
    /// Each output, in their order.
    pub outputs: Vec<Summary>,
}
