//! What each parameter does to an output on the paths of a screening: elementary effects (Morris, 1991), and the mean of their
//! sizes (Campolongo and others, 2007).
//!
//! An effect is how much an output changes from one point of a path to the next, by how much the one parameter changed that is
//! another there, as a part of its whole range: a whole number of millionths, to the nearest.

use alloc::vec;
use alloc::vec::Vec;

use super::indices::{Estimate, NONE, RESAMPLES};
use super::paths::Move;
use super::resample::{weights, within};
use super::summary::nearest;

/// What one parameter does to an output, in thousandths for its whole range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The parameter, by its place in the experiment.
    pub parameter: usize,
    /// The mean of the sizes of its effects: mu*.
    pub size: Estimate,
    /// The mean of its effects, those less than nothing against those that are more: mu.
    pub mean: i64,
    /// Their standard deviation, for one less than there are: sigma.
    pub deviation: i64,
}

/// What the parameters do to one output under one charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    /// The charter, by its place.
    pub charter: usize,
    /// The output, by its place in the experiment.
    pub output: usize,
    /// How many paths there are.
    pub paths: u64,
    /// On how many of them it was measured at every point: the effects are of these.
    pub used: u64,
    /// The parameters, the one with the greatest effects first; of those with the same, in the order of the experiment.
    /// Empty, where fewer than two paths are used.
    pub effects: Vec<Effect>,
}

/// The effects on one output, whose values at the points of all paths are these, in thousandths.
pub(super) fn effects(
    (charter, output): (usize, usize),
    values: &[i32],
    moves: &[Vec<Move>],
    given: u64,
) -> Effects {
    let factors = moves.first().map_or(0, Vec::len);
    let all = elementary(values, moves, factors);
    let used = all.first().map_or(0, Vec::len);
    let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
    let mut told =
        Effects { charter, output, paths: count(moves.len()), used: count(used), effects: Vec::new() };
    if used < 2 {
        return told;
    }
    let mut drawn: Vec<Vec<i64>> = vec![Vec::new(); factors];
    for number in 0..RESAMPLES {
        let weights = weights(used, given, number);
        drawn.iter_mut().zip(&all).for_each(|(sizes, effects)| sizes.push(size(effects, &weights)));
    }
    let once = vec![1; used];
    let each = all.iter().zip(drawn).enumerate();
    let effect = |(parameter, (effects, drawn)): (usize, (&Vec<i64>, Vec<i64>))| {
        let size = within(size(effects, &once), drawn);
        let (mean, deviation) = spread(effects);
        Effect { parameter, size, mean, deviation }
    };
    told.effects = each.map(effect).collect();
    told.effects.sort_by_key(|effect| core::cmp::Reverse(effect.size.value));
    told
}

/// Of each parameter its effects on all paths on which everything was measured, in millionths.
fn elementary(values: &[i32], moves: &[Vec<Move>], factors: usize) -> Vec<Vec<i64>> {
    let mut all: Vec<Vec<i64>> = vec![Vec::new(); factors];
    for (path, moves) in values.chunks_exact(factors.saturating_add(1)).zip(moves) {
        if path.contains(&NONE) {
            continue;
        }
        for (pair, Move { parameter, by, of }) in path.windows(2).zip(moves) {
            let [before, after] = pair else { continue };
            let change = i128::from(*after).wrapping_sub(i128::from(*before));
            // Less than 2^31 thousandths, of a range below 2^64: less than 2^105. A move is at least a third of its range,
            // so that no effect reaches 2^43.
            let effect = nearest(change.wrapping_mul(1000).wrapping_mul(*of), *by);
            if let Some(effects) = all.get_mut(*parameter) {
                effects.push(effect);
            }
        }
    }
    all
}

/// The mean of the sizes of effects that are taken so often each, in thousandths: as many are taken as there are.
fn size(effects: &[i64], weights: &[u32]) -> i64 {
    let product =
        |(effect, weight): (&i64, &u32)| i128::from(effect.unsigned_abs()).wrapping_mul(i128::from(*weight));
    mean(effects.iter().zip(weights).map(product).sum(), effects.len())
}

/// Mean and standard deviation of effects, in thousandths.
fn spread(effects: &[i64]) -> (i64, i64) {
    let many = u128::try_from(effects.len()).unwrap_or_default();
    let sum: i128 = effects.iter().map(|effect| i128::from(*effect)).sum();
    // 4,096 effects below 2^43: less than 2^110.
    let square =
        |effect: &i64| u128::from(effect.unsigned_abs()).wrapping_mul(u128::from(effect.unsigned_abs()));
    let squares: u128 = effects.iter().map(square).sum();
    let above = many.wrapping_mul(squares).wrapping_sub(sum.unsigned_abs().wrapping_mul(sum.unsigned_abs()));
    let variance = above.checked_div(many.wrapping_mul(many.saturating_sub(1))).unwrap_or_default();
    let deviation = i128::try_from(variance.isqrt()).unwrap_or_default();
    (mean(sum, effects.len()), nearest(deviation, 1000))
}

/// A sum of so many millionths as a mean in thousandths.
fn mean(sum: i128, many: usize) -> i64 {
    nearest(sum, i128::try_from(many).unwrap_or_default().wrapping_mul(1000))
}

#[cfg(test)]
mod tests;
