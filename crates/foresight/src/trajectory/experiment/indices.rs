//! What part of an output's variance each parameter makes, alone and with others: Sobol' indices, as exact fractions.
//!
//! The estimators are those of Saltelli and others (2010) for the first order, `mean(B (AB - A)) / V`, and of Jansen (1999) for
//! the total, `mean((A - AB)^2) / 2V`, with V the variance of A and B together and B less the mean of all values. SALib has the
//! same: on the same samples both come to the same numbers.

use alloc::vec;
use alloc::vec::Vec;

use super::resample::{Resampled, weights};

/// The largest value that is kept, in thousandths: so that no sum of 65,536 products of two such values is too large.
pub(super) const LARGEST: i64 = (1 << 30) - 1;
/// How often samples are drawn anew for an interval.
pub(super) const RESAMPLES: u64 = 1_000;
/// What chance is called among the parameters.
pub const CHANCE: &str = "chance";
/// A value that was not measured.
pub(super) const NONE: i32 = i32::MIN;

/// An index in parts of a thousand million, or an effect in thousandths, and between which two lie 95 per cent of those of
/// samples or paths drawn anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// The index, or the effect.
    pub value: i64,
    /// What 2.5 per cent do not exceed.
    pub low: i64,
    /// What 97.5 per cent do not exceed.
    pub high: i64,
}

/// The indices of one parameter, or of chance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// The parameter, by its place in the experiment; none, of chance.
    pub parameter: Option<usize>,
    /// The part of the variance that it makes alone.
    pub first: Estimate,
    /// The part in which it has a hand, alone or with others.
    pub total: Estimate,
}

/// The indices of one output under one charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indices {
    /// The charter, by its place.
    pub charter: usize,
    /// The output, by its place in the experiment.
    pub output: usize,
    /// How many samples there are.
    pub samples: u64,
    /// In how many of them it was measured at every point: the indices are of these.
    pub used: u64,
    /// The mean of these, in thousandths.
    pub mean: i64,
    /// The standard deviation of A and B, in thousandths, towards nothing.
    pub deviation: i64,
    /// Each parameter in its order, and chance; empty, where the output did not vary.
    pub indices: Vec<Index>,
}

/// Of fewer samples, intervals are not to be relied on.
const FEW: u64 = 256;

impl Indices {
    /// Those with the greatest total first; of equal ones in the order of the experiment.
    #[must_use]
    pub fn by_total(&self) -> Vec<&Index> {
        let mut all: Vec<&Index> = self.indices.iter().collect();
        all.sort_by_key(|index| core::cmp::Reverse(index.total.value));
        all
    }

    /// Whether they are of so few samples, or their intervals so far off, that they are for a look alone: no index is below none.
    #[must_use]
    pub fn is_for_a_look(&self) -> bool {
        let is_off = |index: &Index| [index.first, index.total].iter().any(|estimate| estimate.high < 0);
        !self.indices.is_empty() && (self.used < FEW || self.indices.iter().any(is_off))
    }
}

/// The values of samples or paths, as they come: of each output, one for each point.
#[derive(Debug)]
pub(super) struct Kept {
    factors: usize,
    outputs: Vec<Vec<i32>>,
}

impl Kept {
    pub(super) fn of(outputs: usize, factors: usize) -> Kept {
        Kept { factors, outputs: vec![Vec::new(); outputs] }
    }

    pub(super) fn add(&mut self, output: usize, value: Option<i32>) {
        if let Some(values) = self.outputs.get_mut(output) {
            values.push(value.unwrap_or(NONE));
        }
    }

    /// The values of each output.
    pub(super) fn outputs(&self) -> &[Vec<i32>] {
        &self.outputs
    }

    pub(super) fn told(self, charter: usize, given: u64) -> Vec<Indices> {
        let told =
            |(output, values): (usize, &Vec<i32>)| indices((charter, output), values, self.factors, given);
        self.outputs.iter().enumerate().map(told).collect()
    }
}

/// What is summed over the samples.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    /// Of each sample A + B, and A^2 + B^2.
    sums: Vec<i64>,
    squares: Vec<i64>,
    /// Of each factor and sample B (AB - A), AB - A, and (A - AB)^2.
    factors: Vec<[Vec<i64>; 3]>,
    /// The sum of all values, and how many they are.
    all: (i128, i128),
}

impl Terms {
    fn of(values: &[i32], factors: usize) -> Terms {
        let mut terms = Terms { factors: vec![Default::default(); factors], ..Terms::default() };
        for sample in values.chunks_exact(factors.saturating_add(2)) {
            if sample.contains(&NONE) {
                continue;
            }
            let [a, between @ .., b] = sample else { continue };
            let (a, b) = (i64::from(*a), i64::from(*b));
            // All are below 2^30, so that no product reaches 2^62.
            terms.sums.push(a.wrapping_add(b));
            terms.squares.push(a.wrapping_mul(a).wrapping_add(b.wrapping_mul(b)));
            for ([products, differences, squares], value) in terms.factors.iter_mut().zip(between) {
                let moved = i64::from(*value).wrapping_sub(a);
                products.push(b.wrapping_mul(moved));
                differences.push(moved);
                squares.push(moved.wrapping_mul(moved));
            }
            let sum = sample.iter().fold(0_i128, |sum, value| sum.wrapping_add(i128::from(*value)));
            terms.all.0 = terms.all.0.wrapping_add(sum);
            terms.all.1 = terms.all.1.wrapping_add(i128::try_from(sample.len()).unwrap_or_default());
        }
        terms
    }

    fn samples(&self) -> usize {
        self.sums.len()
    }

    /// The indices of samples that are taken so often each: of each factor, first and total. None, where nothing varied.
    pub(super) fn indices(&self, weights: &[u32]) -> Option<Vec<(i64, i64)>> {
        // As many are taken as there are.
        let many = i128::try_from(weights.len()).unwrap_or_default();
        let variance = self.variance(many, weights);
        if variance == 0 {
            return None;
        }
        let (all, count) = self.all;
        let index = |[products, differences, squares]: &[Vec<i64>; 3]| {
            // No more than 2^117 above and 2^115 below.
            let above = count
                .wrapping_mul(sum(products, weights))
                .wrapping_sub(all.wrapping_mul(sum(differences, weights)));
            let first = billionths(above.wrapping_mul(many).wrapping_mul(4), count.wrapping_mul(variance));
            let total = billionths(sum(squares, weights).wrapping_mul(many).wrapping_mul(2), variance);
            (first, total)
        };
        Some(self.factors.iter().map(index).collect())
    }

    /// The variance of A and B together, times the square of how many they are.
    fn variance(&self, many: i128, weights: &[u32]) -> i128 {
        let mean = sum(&self.sums, weights);
        many.wrapping_mul(2).wrapping_mul(sum(&self.squares, weights)).wrapping_sub(mean.wrapping_mul(mean))
    }
}

fn sum(terms: &[i64], weights: &[u32]) -> i128 {
    let product = |(term, weight): (&i64, &u32)| i128::from(*term).wrapping_mul(i128::from(*weight));
    terms.iter().zip(weights).map(product).fold(0, i128::wrapping_add)
}

/// A fraction in parts of a thousand million, to the nearest, halves away from nothing.
fn billionths(above: i128, below: i128) -> i64 {
    let (above_size, below) = (above.unsigned_abs(), below.unsigned_abs());
    let divided = |rest: u128| {
        (rest.checked_div(below).unwrap_or_default(), rest.checked_rem(below).unwrap_or_default())
    };
    let (mut parts, mut rest) = divided(above_size);
    for _ in 0..9 {
        let (digit, left) = divided(rest.saturating_mul(10));
        parts = parts.saturating_mul(10).saturating_add(digit);
        rest = left;
    }
    let parts = parts.saturating_add(u128::from(rest.saturating_mul(2) >= below));
    let size = i64::try_from(parts).unwrap_or(i64::MAX);
    if above < 0 { size.saturating_neg() } else { size }
}

fn indices((charter, output): (usize, usize), values: &[i32], factors: usize, given: u64) -> Indices {
    let terms = Terms::of(values, factors);
    let used = terms.samples();
    let once = vec![1; used];
    let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
    let many = i128::try_from(used).unwrap_or_default();
    let spread = terms.variance(many, &once).unsigned_abs().isqrt();
    let deviation = spread.checked_div(many.unsigned_abs().saturating_mul(2)).unwrap_or_default();
    let whole = count(values.len()).checked_div(count(factors.saturating_add(2)));
    let mut told = Indices {
        charter,
        output,
        samples: whole.unwrap_or_default(),
        used: count(used),
        mean: i64::try_from(terms.all.0.checked_div(terms.all.1).unwrap_or_default()).unwrap_or_default(),
        deviation: i64::try_from(deviation).unwrap_or_default(),
        indices: Vec::new(),
    };
    let Some(values) = terms.indices(&once) else { return told };
    let mut resampled = Resampled::of(factors);
    for number in 0..RESAMPLES {
        resampled.add(&terms.indices(&weights(used, given, number)).unwrap_or_default());
    }
    let estimates = resampled.estimates(&values).into_iter().enumerate();
    let parameter = |place: usize| Some(place).filter(|place| place.saturating_add(1) < factors);
    told.indices = estimates
        .map(|(place, (first, total))| Index { parameter: parameter(place), first, total })
        .collect();
    told
}

#[cfg(test)]
mod tests;
