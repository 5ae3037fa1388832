//! How far indices and effects would be elsewhere with other samples and paths: those that there are, drawn anew.

use alloc::vec;
use alloc::vec::Vec;

use super::indices::{Estimate, RESAMPLES};
use crate::trajectory::chance::draw;

/// What is drawn for drawing samples anew, and for nothing else.
const RESAMPLING: u64 = 1 << 40;

/// How often each of so many samples is taken, when as many are drawn of them: for the number of the drawing.
pub(super) fn weights(samples: usize, given: u64, number: u64) -> Vec<u32> {
    let mut weights = vec![0_u32; samples];
    let seed = draw(given, [RESAMPLING, number]);
    let below = u128::try_from(samples).unwrap_or_default();
    for place in (0_u64..).take(samples) {
        let product = u128::from(draw(seed, [place, 0])).wrapping_mul(below);
        let drawn = usize::try_from(product >> 64).unwrap_or_default();
        if let Some(weight) = weights.get_mut(drawn) {
            *weight = weight.saturating_add(1);
        }
    }
    weights
}

/// The indices of all drawings: of each factor, first and total.
pub(super) struct Resampled(Vec<(Vec<i64>, Vec<i64>)>);

impl Resampled {
    pub(super) fn of(factors: usize) -> Resampled {
        Resampled(vec![(Vec::new(), Vec::new()); factors])
    }

    /// One drawing; where nothing varied in it there is nothing, and no factor had a part.
    pub(super) fn add(&mut self, drawn: &[(i64, i64)]) {
        for (place, (firsts, totals)) in self.0.iter_mut().enumerate() {
            let (first, total) = drawn.get(place).copied().unwrap_or_default();
            firsts.push(first);
            totals.push(total);
        }
    }

    /// The indices with their intervals.
    pub(super) fn estimates(self, values: &[(i64, i64)]) -> Vec<(Estimate, Estimate)> {
        let each = self.0.into_iter().zip(values);
        each.map(|((firsts, totals), (first, total))| (within(*first, firsts), within(*total, totals)))
            .collect()
    }
}

/// A value, between what 2.5 and 97.5 per cent of those that were drawn do not exceed.
pub(super) fn within(value: i64, mut drawn: Vec<i64>) -> Estimate {
    drawn.sort_unstable();
    let at = |per_mille: u64| {
        let rank = RESAMPLES.saturating_mul(per_mille).div_ceil(1000).saturating_sub(1);
        usize::try_from(rank).ok().and_then(|rank| drawn.get(rank)).copied().unwrap_or(value)
    };
    Estimate { value, low: at(25), high: at(975) }
}
