//! Sharing one call.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{MAX_TOTAL, ProRata, ProRataError, weight_sum};

/// The parts of one call, and the series after it. A reading only: nothing takes one, so every field is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// What each sharer pays in minor units, in the order of the weights. They add up to the total.
    pub parts: Vec<u64>,
    /// The series with this call in it; the next call is shared by it.
    pub next: ProRata,
}

impl ProRata {
    /// Shares a call of `total` minor units. Changes nothing: whoever makes the call keeps `next`.
    ///
    /// # Errors
    /// [`ProRataError::Total`] above [`MAX_TOTAL`]. From residuals that no series leads to, also
    /// [`ProRataError::ResidualSize`].
    pub fn share(&self, total: u64) -> Result<Shares, ProRataError> {
        if total > MAX_TOTAL {
            return Err(ProRataError::Total { total });
        }
        let unit = weight_sum(&self.weights);
        let owed = self.weights.iter().zip(&self.residuals);
        let mut sharers: Vec<Sharer> = owed.map(|(w, r)| Sharer::of(*w, *r, total, unit)).collect();
        let paid = sharers.iter().fold(0_i128, |sum, sharer| sum.saturating_add(sharer.pay));
        match i128::from(total).saturating_sub(paid) {
            left if left > 0 => hand_out(&mut sharers, left, unit),
            left => take_back(&mut sharers, left.saturating_neg(), unit),
        }
        self.shares(&sharers)
    }

    /// Brings the sharers' columns back to the widths in which they are kept.
    fn shares(&self, sharers: &[Sharer]) -> Result<Shares, ProRataError> {
        let mut parts = Vec::with_capacity(sharers.len());
        let mut residuals = Vec::with_capacity(sharers.len());
        for (index, sharer) in sharers.iter().enumerate() {
            // A part always fits: none is negative and all add up to the total.
            parts.push(u64::try_from(sharer.pay).map_err(|_| ProRataError::ResidualSize { index })?);
            residuals.push(i64::try_from(sharer.residual).map_err(|_| ProRataError::ResidualSize { index })?);
        }
        Ok(Shares { parts, next: Self { weights: self.weights.clone(), residuals } })
    }
}

/// One sharer within one call; `ProRata` argues why nothing here overflows.
struct Sharer {
    weight: i128,
    pay: i128,
    residual: i128,
}

impl Sharer {
    /// Step 1: what is owed in whole units is paid, and the rest stays owed. `unit` is the sum of the weights.
    fn of(weight: u64, residual: i64, total: u64, unit: i128) -> Self {
        let weight = i128::from(weight);
        let owed = i128::from(residual).saturating_add(i128::from(total).saturating_mul(weight));
        // The unit is above zero, so there is a quotient; Euclid's is the floor.
        let pay = owed.checked_div_euclid(unit).unwrap_or_default().max(0);
        Self { weight, pay, residual: owed.saturating_sub(pay.saturating_mul(unit)) }
    }

    /// Pays one unit more, or one less.
    fn pay(&mut self, units: i128, unit: i128) {
        self.pay = self.pay.saturating_add(units);
        self.residual = self.residual.saturating_sub(units.saturating_mul(unit));
    }

    /// Compares `(unit - residual) / weight`, multiplied out, as the weight of whoever is owed is above zero.
    fn by_due_time(&self, other: &Self, unit: i128) -> Ordering {
        let time = |sharer: &Self, weight| unit.saturating_sub(sharer.residual).saturating_mul(weight);
        time(self, other.weight).cmp(&time(other, self.weight))
    }
}

/// Step 2: one unit each to the `left` sharers that are soonest due.
///
/// The residuals sum to `left` units and each is below one, so more than `left` of them are above zero.
fn hand_out(sharers: &mut [Sharer], left: i128, unit: i128) {
    let mut owed: Vec<&mut Sharer> = sharers.iter_mut().filter(|sharer| sharer.residual > 0).collect();
    // The sort is stable: sharers due at the same time stay in the order of their index.
    owed.sort_by(|a, b| a.by_due_time(b, unit));
    let left = usize::try_from(left).unwrap_or(usize::MAX);
    owed.into_iter().take(left).for_each(|sharer| sharer.pay(1, unit));
}

/// Step 3: units back, one at a time, to whoever pays and has the smallest residual.
///
/// There are fewer than sharers: the residuals sum to minus `excess` units and each is above minus one.
fn take_back(sharers: &mut [Sharer], excess: i128, unit: i128) {
    for _ in 0..excess {
        let payers = sharers.iter_mut().filter(|sharer| sharer.pay > 0);
        // Of equals `min_by_key` takes the first. Someone pays, as what is paid exceeds a total of zero or more.
        if let Some(sharer) = payers.min_by_key(|sharer| sharer.residual) {
            sharer.pay(-1, unit);
        }
    }
}
