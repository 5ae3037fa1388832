//! Calls shared in proportion, with what rounding owes carried to the next call.

mod error;
mod share;
#[cfg(test)]
mod tests;

use alloc::vec;
use alloc::vec::Vec;

pub use error::ProRataError;
pub use share::Shares;

/// The most that may share.
pub const MAX_SHARERS: usize = 512;

/// The largest sum of weights: 10^18.
pub const MAX_WEIGHT_SUM: u64 = 1_000_000_000_000_000_000;

/// The largest total of one call, in minor units: 10^18, as [`MAX_MINOR`](crate::MAX_MINOR).
pub const MAX_TOTAL: u64 = 1_000_000_000_000_000_000;

/// Weights in proportion to which calls are shared, and what rounding owes each sharer so far.
///
/// Kept by a series of calls that starts with [`ProRata::new`]:
/// - the parts of a call add up to its total, exactly;
/// - no part is negative, and a weight of zero never pays;
/// - after every call, each sharer has paid its exact share of all calls so far to within *less than one* minor
///   unit, however many calls there were and whatever their totals.
///
/// # How
/// Sharer `i` has weight `w`, all weights sum to `W`, and its *residual* `r`, in W-ths of a minor unit, is its
/// exact share of the calls so far less what it has paid. Residuals sum to zero. For a total `T`:
///
/// 1. `r += T * w`; `pay = max(0, floor(r / W))`; `r -= pay * W`.
/// 2. If units are left over, each goes to a sharer that is owed a part of one (`r > 0`), soonest due first: the
///    smallest `(W - r) / w`, which is how many more units must be called until it owes a whole one. Ties go to
///    the lower index. There are always more such sharers than units.
/// 3. If too much was paid, units are taken back from whoever pays, smallest residual first, ties from the lower
///    index. A series from [`ProRata::new`] never comes here.
///
/// # Why soonest due, and not the largest residual
/// Giving left-over units to the largest residuals loses the third promise, because a sharer with a small weight
/// that can wait goes before one with a large weight that cannot. Weights 10, 10, 1, 1, 3 and fifteen calls of one
/// minor unit each are enough to be out by a whole unit; a test keeps the example.
///
/// Soonest due first keeps it. Let time be units called. Sharer `i` owes its `j`-th unit, bit by bit, between the
/// times `(j-1)W/w` and `jW/w`. Being within less than one unit at all times means paying the `j`-th unit in one
/// of the unit steps that this stretch touches. Owing bit by bit fills each step exactly, so it is a fractional
/// matching of owed units to steps, and a bipartite graph with a fractional perfect matching has a whole one: a
/// way to go on exists at the start. Each call keeps one: say a way to go on gives a left-over unit to `b` where
/// we give it to `a`, due no later. That way pays `a` by `a`'s due time; let it pay `b` then instead. That is not
/// after `b`'s due time and nothing else moves, so a way to go on from our choice exists too. As one exists, what
/// is due never exceeds what is called, so step 3 is not reached.
///
/// The problem is the chairman assignment of R. Tijdeman (Discrete Mathematics 32, 1980, 323-330), and the rule
/// is the earliest deadline first of S. Baruah and others, "Proportionate progress" (Algorithmica 15, 1996,
/// 600-625).
///
/// # Why nothing overflows
/// With `T` and `W` up to 10^18, `T * w` is at most 10^36, a residual kept between calls fits an `i64`, and the
/// products compared in step 2 are below `W * W`, 10^36: an `i128` holds 1.7 x 10^38. Payments before correction
/// sum to less than 10^18 + 512 x 10^19. A residual after a call lies between `-W` and `W`, so it fits an `i64`.
///
/// ```
/// use quorate_ledger::{ProRata, Shares};
///
/// let thirds = ProRata::new(vec![1, 1, 1])?;
/// let Shares { parts, next } = thirds.share(100)?;
/// assert_eq!(parts, [34, 33, 33]);
/// // The next odd unit falls on another.
/// let Shares { parts, next } = next.share(100)?;
/// assert_eq!(parts, [33, 34, 33]);
/// assert_eq!(next.residuals(), [-1, -1, 2]);
/// # Ok::<(), quorate_ledger::ProRataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProRata {
    weights: Vec<u64>,
    residuals: Vec<i64>,
}

impl ProRata {
    /// Starts a series with nobody owing anything.
    ///
    /// # Errors
    /// [`ProRataError::Sharers`] unless there are 1 to [`MAX_SHARERS`] weights,
    /// [`ProRataError::WeightSum`] unless they sum to 1 to [`MAX_WEIGHT_SUM`].
    pub fn new(weights: Vec<u64>) -> Result<Self, ProRataError> {
        let residuals = vec![0; weights.len()];
        Self::with_residuals(weights, residuals)
    }

    /// Takes up a series where [`residuals`](ProRata::residuals) left it.
    ///
    /// Residuals that no series with these weights leads to, such as ones carried over from other weights, are
    /// taken too if they pass the checks: parts still add up and are never negative, but a sharer may then be
    /// out by a unit or more, until calls have caught up.
    ///
    /// # Errors
    /// As [`ProRata::new`], and [`ProRataError::Residuals`] unless there is one residual per weight,
    /// [`ProRataError::Ahead`] if one is a whole unit ahead (`-W` or less),
    /// [`ProRataError::Unweighted`] if a weight of zero has one other than zero,
    /// [`ProRataError::ResidualSum`] unless they sum to zero. As each is above `-W`, none can exceed the number
    /// of sharers times `W`.
    pub fn with_residuals(weights: Vec<u64>, residuals: Vec<i64>) -> Result<Self, ProRataError> {
        if weights.is_empty() || weights.len() > MAX_SHARERS {
            return Err(ProRataError::Sharers { sharers: weights.len() });
        }
        let sum = weight_sum(&weights);
        if sum == 0 || sum > i128::from(MAX_WEIGHT_SUM) {
            return Err(ProRataError::WeightSum { sum });
        }
        if residuals.len() != weights.len() {
            return Err(ProRataError::Residuals { weights: weights.len(), residuals: residuals.len() });
        }
        for (index, (weight, residual)) in weights.iter().zip(&residuals).enumerate() {
            if i128::from(*residual) <= sum.saturating_neg() {
                return Err(ProRataError::Ahead { index, residual: *residual, sum });
            }
            if *weight == 0 && *residual != 0 {
                return Err(ProRataError::Unweighted { index, residual: *residual });
            }
        }
        match residuals.iter().fold(0_i128, |sum, residual| sum.saturating_add(i128::from(*residual))) {
            0 => Ok(Self { weights, residuals }),
            sum => Err(ProRataError::ResidualSum { sum }),
        }
    }

    /// The weights.
    #[must_use]
    pub fn weights(&self) -> &[u64] {
        &self.weights
    }

    /// What each sharer's exact share of the calls so far exceeds its payments by, in W-ths of a minor unit,
    /// where `W` is the sum of the weights.
    #[must_use]
    pub fn residuals(&self) -> &[i64] {
        &self.residuals
    }
}

/// The sum of up to 512 weights; exact, since each is below 2^64.
fn weight_sum(weights: &[u64]) -> i128 {
    weights.iter().fold(0, |sum, weight| sum.saturating_add(i128::from(*weight)))
}
