//! Signposts: which facts tell studies apart, by one threshold each, and from which quarter on.
//!
//! A threshold says of a run in a quarter of which assumptions it is: of the one study's where the fact is at least so much, or
//! where it is at most so much, and of the others' else. The share of runs that it puts on the right side is the mean over
//! both sides of the share that is right there, and every study of the others counts alike, however many runs it has. Facts,
//! quarters and thresholds are chosen by the runs of even number, and the shares that are told of them are those of the runs of
//! odd number, by which nothing was chosen. All of it is exact: shares are compared over their common measure.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use core::ops::Range;

use super::spread::{Counts, Half, MEASURES, Measure, Spread};

/// What nobody sees: no record holds what members think of each other, nor what follows from it.
const UNSEEN: [&str; 5] = ["affinity", "blocs", "greatest-bloc", "cohesion", "least-held"];

/// The most studies that are told apart at once.
pub const MAX_STUDIES: usize = 8;

/// The runs of a study, as they were counted.
#[derive(Clone, Debug)]
pub struct Counted<'s> {
    /// How they spread.
    pub spread: &'s Spread,
    /// Their numbers.
    pub runs: Range<u64>,
}

/// Where a fact divides runs in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The study's runs are those with at least this, if `at_least`; else those with at most this.
    pub value: i64,
    /// Which side of the threshold is the study's.
    pub at_least: bool,
}

/// A fact that tells a study from others.
pub struct Signpost {
    /// What is measured.
    pub measure: &'static Measure,
    /// The first quarter from which it never tells fewer runs than asked, from 1: of the runs by which it is chosen.
    pub from: u32,
    /// The threshold in that quarter.
    pub threshold: Threshold,
    /// The share of runs on their right side in that quarter, per mille, rounded down: of the runs by which it is judged.
    pub right: u64,
    /// The smallest such share in that quarter or later.
    pub least: u64,
}

/// Why nothing can be told of studies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untold {
    /// The runs of all studies have no common measure that can be reckoned with.
    #[error("the numbers of runs have no common measure that is small enough")]
    NoMeasure,
    /// There is nothing to choose by, or nothing to judge by.
    #[error(
        "a study has no run of even number to choose a threshold by, or none of odd number to judge it by"
    )]
    NoHalf,
}

/// A share of runs, over a common measure.
type Share = u128;

/// What is to be told apart by the runs of a half: how much a run of each study weighs, and how much all of them weigh together.
struct Weighed<'s> {
    half: Half,
    one: (&'s Spread, Share),
    others: Vec<(&'s Spread, Share)>,
    all: Share,
}

impl<'s> Weighed<'s> {
    fn of(half: Half, one: &Counted<'s>, others: &[Counted<'s>]) -> Result<Weighed<'s>, Untold> {
        let in_half = |counted: &Counted<'_>| half.runs(&counted.runs);
        let mut runs = others.iter().chain([one]).map(in_half);
        if runs.clone().any(|runs| runs == 0) {
            return Err(Untold::NoHalf);
        }
        let common = runs.try_fold(1_u64, common_measure).ok_or(Untold::NoMeasure)?;
        let count = u64::try_from(others.len()).unwrap_or(u64::MAX);
        let weight =
            |counted: &Counted<'_>| Share::from(common.checked_div(in_half(counted)).unwrap_or_default());
        let times = |share: Share| share.saturating_mul(Share::from(count));
        let own = times(weight(one));
        let others = others.iter().map(|other| (other.spread, weight(other))).collect();
        let all = times(Share::from(common)).saturating_mul(2);
        Ok(Weighed { half, one: (one.spread, own), others, all })
    }

    /// How often each value was met in a quarter, counted from 0: of the one, and of each of the others with what a run weighs.
    fn met(&self, quarter: usize, measure: &Measure) -> (Counts<i64>, Vec<(Counts<i64>, Share)>) {
        let of = |spread: &Spread| spread.of_half(self.half, quarter, measure);
        (of(self.one.0), self.others.iter().map(|(other, weight)| (of(other), *weight)).collect())
    }

    /// The best threshold of a quarter: of several as good, the one at the least value.
    fn best(&self, quarter: usize, measure: &Measure) -> Option<(Threshold, Share)> {
        let (one, others) = self.met(quarter, measure);
        let counts = others.iter().map(|(counts, _)| counts).chain([&one]);
        let values: BTreeSet<i64> = counts.flat_map(|counts| counts.each().map(|(value, _)| value)).collect();
        let mut best: Option<(Threshold, Share)> = None;
        // Below each value, the heaviest side so far: of the one, and of the others.
        let (mut below, mut others_below) = (0, 0);
        let whole = |counts: &Counts<i64>, weight: Share| weight.saturating_mul(Share::from(counts.all()));
        let all_of_one = whole(&one, self.one.1);
        let all_of_others =
            others.iter().fold(0, |sum: Share, (counts, weight)| sum.saturating_add(whole(counts, *weight)));
        for (value, next) in values.iter().zip(values.iter().skip(1)) {
            let at = |counts: &Counts<i64>, weight: Share| weight.saturating_mul(counts.times(value).into());
            below = at(&one, self.one.1).saturating_add(below);
            others_below = others
                .iter()
                .fold(others_below, |sum: Share, (counts, weight)| sum.saturating_add(at(counts, *weight)));
            let at_least = all_of_one.saturating_sub(below).saturating_add(others_below);
            let at_most = all_of_others.saturating_sub(others_below).saturating_add(below);
            for (is_at_least, value, right) in [(true, *next, at_least), (false, *value, at_most)] {
                if best.as_ref().is_none_or(|(_, so_far)| right > *so_far) {
                    best = Some((Threshold { value, at_least: is_at_least }, right));
                }
            }
        }
        best
    }

    /// How much of the runs a threshold puts on their right side.
    fn right(&self, quarter: usize, measure: &Measure, threshold: Threshold) -> Share {
        let (one, others) = self.met(quarter, measure);
        let is_ones = |value: i64| match threshold.at_least {
            true => value >= threshold.value,
            false => value <= threshold.value,
        };
        let on = |side: bool, counts: &Counts<i64>, weight: Share| {
            let times = counts.each().filter(|(value, _)| is_ones(*value) == side).map(|(_, times)| times);
            weight.saturating_mul(Share::from(times.fold(0, u64::saturating_add)))
        };
        let of_others = others.iter().map(|(counts, weight)| on(false, counts, *weight));
        of_others.fold(on(true, &one, self.one.1), Share::saturating_add)
    }

    fn per_mille(&self, share: Share) -> u64 {
        let share = share.saturating_mul(1000).checked_div(self.all).unwrap_or_default();
        u64::try_from(share).unwrap_or(1000)
    }

    /// Since when a fact puts at least this share of these runs, per mille, on their right side, in every quarter to the end; and
    /// what becomes of the others by the same thresholds.
    fn since(
        &self,
        judged: &Weighed<'_>,
        measure: &'static Measure,
        (quarters, level): (u32, u64),
    ) -> Option<(Signpost, Share)> {
        let reaches =
            |right: Share| right.saturating_mul(1000) >= self.all.saturating_mul(Share::from(level));
        let mut found: Option<(Signpost, Share)> = None;
        for quarter in (1..=quarters).rev() {
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let Some((threshold, chosen)) = self.best(at, measure).filter(|(_, right)| reaches(*right))
            else {
                break;
            };
            let right = judged.per_mille(judged.right(at, measure, threshold));
            let (least, as_chosen) =
                found.map_or((right, chosen), |(post, so_far)| (post.least.min(right), so_far.min(chosen)));
            found = Some((Signpost { measure, from: quarter, threshold, right, least }, as_chosen));
        }
        found
    }
}

/// The least number of which both are parts; none, where it is too large to be reckoned with, or there are no runs.
fn common_measure(one: u64, other: u64) -> Option<u64> {
    let (mut greater, mut rest) = (one, other);
    while let Some(next) = greater.checked_rem(rest) {
        (greater, rest) = (rest, next);
    }
    one.checked_div(greater)?.checked_mul(other).filter(|common| *common > 0 && *common < 1 << 62)
}

/// The facts that tell one study from others, with a threshold a quarter: those that put at least this share of the runs of even
/// number, per mille, on their right side from some quarter to the last, with what they do to the runs of odd number;
/// the earliest first, and of one quarter those first that are surest in the runs by which they are chosen.
///
/// # Errors
/// [`Untold`]: the runs of one study are so many, beside those of another, that shares of both cannot be compared exactly; or
/// there are none of even or of odd number.
pub fn signposts(
    one: &Counted<'_>,
    others: &[Counted<'_>],
    quarters: u32,
    level: u64,
) -> Result<Vec<Signpost>, Untold> {
    let chosen = Weighed::of(Half::Even, one, others)?;
    let judged = Weighed::of(Half::Odd, one, others)?;
    let seen = MEASURES.iter().filter(|measure| !UNSEEN.contains(&measure.name));
    let mut found: Vec<(Signpost, Share)> =
        seen.filter_map(|measure| chosen.since(&judged, measure, (quarters, level))).collect();
    found.sort_by(|(one, least), (other, as_least)| one.from.cmp(&other.from).then(as_least.cmp(least)));
    Ok(found.into_iter().map(|(signpost, _)| signpost).collect())
}

#[cfg(test)]
mod tests;
