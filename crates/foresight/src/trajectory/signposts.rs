//! Signposts: which facts tell studies apart, by one threshold each, and from which quarter on.
//!
//! A threshold says of a run in a quarter of which assumptions it is: of the one study's where the fact is at least so much, or
//! where it is at most so much, and of the others' else. The share of runs that it puts on the right side is the mean over
//! both sides of the share that is right there, and every study of the others counts alike, however many runs it has. All of it
//! is exact: shares are compared over their common measure.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::spread::{Counts, MEASURES, Measure, Spread};

/// What nobody sees: no record holds what members think of each other, nor what follows from it.
const UNSEEN: [&str; 5] = ["affinity", "blocs", "greatest-bloc", "cohesion", "least-held"];

/// The most studies that are told apart at once.
pub const MAX_STUDIES: usize = 8;

/// The runs of a study, as they were counted.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'s> {
    /// How they spread.
    pub spread: &'s Spread,
    /// How many there are.
    pub runs: u64,
}

/// Where a fact divides runs in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The study's runs are those with at least this, if `at_least`; else those with at most this.
    pub value: i64,
    /// Which side of the threshold is the study's.
    pub at_least: bool,
    /// The share of runs on their right side, per mille, rounded down.
    pub right: u64,
}

/// A fact that tells a study from others.
pub struct Signpost {
    /// What is measured.
    pub measure: &'static Measure,
    /// The first quarter from which it never tells fewer runs than asked, from 1.
    pub from: u32,
    /// The threshold in that quarter.
    pub threshold: Threshold,
    /// The smallest share of runs on their right side in that quarter or later, per mille, rounded down.
    pub least: u64,
}

/// The runs of all studies have no common measure that can be reckoned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the numbers of runs have no common measure that is small enough")]
pub struct NoMeasure;

/// A share of runs, over a common measure.
type Share = u128;

/// What is to be told apart: how much a run of each study weighs, and how much all of them weigh together.
struct Weighed<'s> {
    one: (Counted<'s>, Share),
    others: Vec<(Counted<'s>, Share)>,
    all: Share,
}

impl<'s> Weighed<'s> {
    fn of(one: Counted<'s>, others: &[Counted<'s>]) -> Result<Weighed<'s>, NoMeasure> {
        let runs = || others.iter().chain([&one]).map(|counted| counted.runs);
        let common = runs().try_fold(1_u64, common_measure).ok_or(NoMeasure)?;
        let count = u64::try_from(others.len()).unwrap_or(u64::MAX);
        let weight =
            |counted: &Counted<'_>| Share::from(common.checked_div(counted.runs).unwrap_or_default());
        let times = |share: Share| share.saturating_mul(Share::from(count));
        let own = times(weight(&one));
        let others = others.iter().map(|other| (*other, weight(other))).collect();
        let all = times(Share::from(common)).saturating_mul(2);
        Ok(Weighed { one: (one, own), others, all })
    }

    /// The best threshold of a quarter, counted from 0: of several as good, the one at the least value.
    fn best(&self, quarter: usize, measure: &Measure) -> Option<(Threshold, Share)> {
        let of = |counted: &Counted<'_>| counted.spread.of(quarter, measure);
        let one = of(&self.one.0);
        let others: Vec<(Counts<i64>, Share)> =
            self.others.iter().map(|(other, weight)| (of(other), *weight)).collect();
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
                    let threshold = Threshold { value, at_least: is_at_least, right: self.per_mille(right) };
                    best = Some((threshold, right));
                }
            }
        }
        best
    }

    fn per_mille(&self, share: Share) -> u64 {
        let share = share.saturating_mul(1000).checked_div(self.all).unwrap_or_default();
        u64::try_from(share).unwrap_or(1000)
    }

    /// Since when a fact puts at least this share of runs, per mille, on their right side, in every quarter to the end.
    fn since(&self, measure: &'static Measure, quarters: u32, level: u64) -> Option<(Signpost, Share)> {
        let reaches =
            |right: Share| right.saturating_mul(1000) >= self.all.saturating_mul(Share::from(level));
        let mut found: Option<(Signpost, Share)> = None;
        for quarter in (1..=quarters).rev() {
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let Some((threshold, right)) = self.best(at, measure).filter(|(_, right)| reaches(*right)) else {
                break;
            };
            let least = found.map_or(right, |(_, least)| least.min(right));
            found =
                Some((Signpost { measure, from: quarter, threshold, least: self.per_mille(least) }, least));
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

/// The facts that tell one study from others, with a threshold a quarter: those that put at least this share of runs, per mille,
/// on their right side from some quarter to the last; the earliest first, and of one quarter the surest first.
///
/// # Errors
/// [`NoMeasure`]: the runs of one study are so many, beside those of another, that shares of both cannot be compared exactly;
/// or there are none.
pub fn signposts(
    one: Counted<'_>,
    others: &[Counted<'_>],
    quarters: u32,
    level: u64,
) -> Result<Vec<Signpost>, NoMeasure> {
    let weighed = Weighed::of(one, others)?;
    let seen = MEASURES.iter().filter(|measure| !UNSEEN.contains(&measure.name));
    let mut found: Vec<(Signpost, Share)> =
        seen.filter_map(|measure| weighed.since(measure, quarters, level)).collect();
    found.sort_by(|(one, least), (other, as_least)| one.from.cmp(&other.from).then(as_least.cmp(least)));
    Ok(found.into_iter().map(|(signpost, _)| signpost).collect())
}

#[cfg(test)]
mod tests;
