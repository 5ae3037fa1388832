//! Each parameter alone, at its low and at its high end, with all others in the middle.

use alloc::vec::Vec;

use super::parameter::Parameter;
use super::summary::Mean;

/// What one parameter does to an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The parameter, by its place in the experiment.
    pub parameter: usize,
    /// Its low end and its high end.
    pub ends: (i64, i64),
    /// What the output came to at each, on the mean.
    pub low: Mean,
    /// At the high end.
    pub high: Mean,
    /// Of the runs under the same chance at both ends: in how many the output was less at the high end, the same, and more.
    pub pairs: (u64, u64, u64),
}

impl Bar {
    /// How far both means are apart, in thousandths: from the low end to the high end. None where one is not known.
    #[must_use]
    pub fn swing(&self) -> Option<i64> {
        Some(self.high.thousandths()?.saturating_sub(self.low.thousandths()?))
    }
}

/// What each parameter alone does to one output under one charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tornado {
    /// The charter, by its place.
    pub charter: usize,
    /// The output, by its place in the experiment.
    pub output: usize,
    /// What it came to with all parameters in the middle.
    pub middle: Mean,
    /// The parameters, the one that moves it furthest first; of those that move it alike, in the order of the experiment.
    pub bars: Vec<Bar>,
}

/// The runs of the first look, as they come.
#[derive(Clone, Debug)]
pub(super) struct Ends {
    outputs: Vec<Seen>,
}

/// What was seen of one output.
#[derive(Clone, Debug, Default)]
struct Seen {
    middle: Mean,
    bars: Vec<Bar>,
    /// Of the low end that was last, each run's value.
    lows: Vec<Option<i64>>,
}

impl Ends {
    pub(super) fn of(outputs: usize) -> Ends {
        Ends { outputs: (0..outputs).map(|_| Seen::default()).collect() }
    }

    /// A run at a point: the middle, or the low or the high end of a parameter that goes this far.
    pub(super) fn add(
        &mut self,
        (point, replicate): (u64, u64),
        parameters: &[Parameter],
        values: &[Option<i64>],
    ) {
        let moved =
            point.checked_sub(1).map(|end| (usize::try_from(end >> 1).unwrap_or_default(), end & 1 == 1));
        for (Seen { middle, bars, lows }, value) in self.outputs.iter_mut().zip(values) {
            let Some((parameter, high)) = moved else {
                middle.add(*value);
                continue;
            };
            if !high && replicate == 0 {
                let ends = parameters.get(parameter).map(|one| (one.from, one.to)).unwrap_or_default();
                let (low, high) = (Mean::default(), Mean::default());
                bars.push(Bar { parameter, ends, low, high, pairs: (0, 0, 0) });
                lows.clear();
            }
            let Some(bar) = bars.last_mut() else { continue };
            if !high {
                bar.low.add(*value);
                lows.push(*value);
                continue;
            }
            bar.high.add(*value);
            let low = usize::try_from(replicate).ok().and_then(|at| lows.get(at)).copied().flatten();
            if let Some((value, low)) = value.zip(low) {
                let count = match value.cmp(&low) {
                    core::cmp::Ordering::Less => &mut bar.pairs.0,
                    core::cmp::Ordering::Equal => &mut bar.pairs.1,
                    core::cmp::Ordering::Greater => &mut bar.pairs.2,
                };
                *count = count.saturating_add(1);
            }
        }
    }

    pub(super) fn told(self, charter: usize) -> Vec<Tornado> {
        let told = |(output, seen): (usize, Seen)| {
            let Seen { middle, mut bars, .. } = seen;
            bars.sort_by_key(|bar| core::cmp::Reverse(bar.swing().map(i64::unsigned_abs)));
            Tornado { charter, output, middle, bars }
        };
        self.outputs.into_iter().enumerate().map(told).collect()
    }
}
