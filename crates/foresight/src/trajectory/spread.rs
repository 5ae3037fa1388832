//! How runs spread, quarter by quarter, in the same memory for any number of runs.

use alloc::collections::BTreeMap;
use core::ops::Range;

use super::results::{Quarter, Ran};
use super::timeline::Timeline;

/// Something that is measured in every quarter.
pub struct Measure {
    /// Its name in a table.
    pub name: &'static str,
    /// What it is.
    pub says: &'static str,
    of: fn(&Quarter) -> Option<i64>,
}

impl Measure {
    /// Whether every run has a value of it in every quarter: there may be no vote, nobody
    /// to think of, and no bloc.
    #[must_use]
    pub fn is_of_every_run(&self) -> bool {
        (self.of)(&Quarter::default()).is_some()
    }
}

fn whole(number: u64) -> Option<i64> {
    i64::try_from(number).ok()
}

/// Everything that is measured in every quarter.
pub const MEASURES: [Measure; 13] = [
    Measure { name: "requests", says: "requests for help", of: |quarter| whole(quarter.requests) },
    Measure { name: "paid", says: "requests paid", of: |quarter| whole(quarter.paid) },
    Measure { name: "blocked", says: "requests blocked", of: |quarter| whole(quarter.blocked) },
    Measure {
        name: "in-favour",
        says: "votes in favour, per mille of votes",
        of: |quarter| whole(quarter.favour.saturating_mul(1000).checked_div(quarter.votes)?),
    },
    Measure {
        name: "withheld",
        says: "members that did not pay what was due",
        of: |quarter| whole(quarter.withheld),
    },
    Measure { name: "bound", says: "members bound at the end", of: |quarter| whole(quarter.bound) },
    Measure {
        name: "capacity",
        says: "what can still be promised, per mille of what was signed",
        of: |quarter| Some(quarter.capacity),
    },
    Measure {
        name: "arrears",
        says: "due and not paid, per mille of what was signed",
        of: |quarter| Some(quarter.arrears),
    },
    Measure {
        name: "affinity",
        says: "mean affinity of those still bound, per mille",
        of: |quarter| quarter.affinity,
    },
    Measure {
        name: "blocs",
        says: "blocs: one, or two",
        of: |quarter| Some(quarter.blocs.as_ref()?.count()),
    },
    Measure {
        name: "greatest-bloc",
        says: "greatest bloc, per mille of capability",
        of: |quarter| Some(quarter.blocs.as_ref()?.part),
    },
    Measure {
        name: "cohesion",
        says: "mean affinity within a bloc, by capability",
        of: |quarter| quarter.blocs.as_ref()?.cohesion,
    },
    Measure {
        name: "least-held",
        says: "mean affinity that holds who is held least",
        of: |quarter| quarter.blocs.as_ref()?.held,
    },
];

/// How often each value was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts<T>(BTreeMap<T, u64>);

impl<T> Default for Counts<T> {
    fn default() -> Counts<T> {
        Counts(BTreeMap::new())
    }
}

impl<T: Copy + Ord> Counts<T> {
    /// A value was met so often more.
    pub fn add(&mut self, value: T, more: u64) {
        let count = self.0.entry(value).or_default();
        *count = count.saturating_add(more);
    }

    /// How often any was met.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// How often a value was met.
    #[must_use]
    pub fn times(&self, value: &T) -> u64 {
        self.0.get(value).copied().unwrap_or_default()
    }

    /// Adds what was counted elsewhere.
    pub fn join(&mut self, other: &Counts<T>) {
        other.each().for_each(|(value, times)| self.add(value, times));
    }

    /// Each value that was met, in order, and how often.
    pub fn each(&self) -> impl Iterator<Item = (T, u64)> {
        self.0.iter().map(|(value, count)| (*value, *count))
    }

    /// The value that this share, per mille, does not exceed: the least such value that was met. None where none was.
    #[must_use]
    pub fn quantile(&self, per_mille: u64) -> Option<T> {
        let rank = self.all().saturating_mul(per_mille).div_ceil(1000).max(1);
        let mut so_far = 0_u64;
        self.0.iter().find_map(|(value, count)| {
            so_far = so_far.saturating_add(*count);
            (so_far >= rank).then_some(*value)
        })
    }
}

/// The runs of even number, or those of odd number: what is chosen by the ones is judged by the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// 0, 2, 4 and on.
    Even,
    /// 1, 3, 5 and on.
    Odd,
}

impl Half {
    /// How many of these runs are of it.
    #[must_use]
    pub fn runs(self, runs: &Range<u64>) -> u64 {
        let before = |number: u64| match self {
            Half::Even => number.div_ceil(2),
            Half::Odd => number.checked_div(2).unwrap_or_default(),
        };
        before(runs.end).saturating_sub(before(runs.start))
    }
}

/// How often each value was met, by quarter and measure. All values are bounded whole numbers, so that it does not
/// grow with the runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    counts: BTreeMap<(usize, &'static str), Counts<i64>>,
    /// Of these, those in runs of odd number.
    odd: BTreeMap<(usize, &'static str), Counts<i64>>,
    /// Who stood with whom.
    pub blocs: Timeline,
}

impl Spread {
    /// How often each value was met in a quarter, counted from 0. Nothing, where it was measured in no run.
    #[must_use]
    pub fn of(&self, quarter: usize, measure: &Measure) -> Counts<i64> {
        self.counts.get(&(quarter, measure.name)).cloned().unwrap_or_default()
    }

    /// The same, of the runs of a half.
    #[must_use]
    pub fn of_half(&self, half: Half, quarter: usize, measure: &Measure) -> Counts<i64> {
        let odd = self.odd.get(&(quarter, measure.name)).cloned().unwrap_or_default();
        if half == Half::Odd {
            return odd;
        }
        let mut even = Counts::default();
        for (value, times) in self.of(quarter, measure).each() {
            let times = times.saturating_sub(odd.times(&value));
            if times > 0 {
                even.add(value, times);
            }
        }
        even
    }

    /// Adds a run.
    pub fn add(&mut self, ran: &Ran) {
        self.blocs.add(ran);
        let odd = ran.number & 1;
        for (at, quarter) in ran.quarters.iter().enumerate() {
            for measure in &MEASURES {
                if let Some(value) = (measure.of)(quarter) {
                    self.add_counts((at, measure), value, 1, odd);
                }
            }
        }
    }

    /// Every quarter, counted from 0, measure and value that was met, how often, and how often in runs of odd number.
    pub fn counts(&self) -> impl Iterator<Item = (usize, &'static str, i64, u64, u64)> {
        self.counts.iter().flat_map(|(of, counts)| {
            let odd = self.odd.get(of);
            let (quarter, measure) = *of;
            counts.each().map(move |(value, count)| {
                (quarter, measure, value, count, odd.map_or(0, |odd| odd.times(&value)))
            })
        })
    }

    /// Adds how often a value was met in a quarter, counted from 0, and how often of that in runs of odd number.
    pub fn add_counts(&mut self, of: (usize, &Measure), value: i64, more: u64, odd: u64) {
        let (quarter, measure) = of;
        self.counts.entry((quarter, measure.name)).or_default().add(value, more);
        if odd > 0 {
            self.odd.entry((quarter, measure.name)).or_default().add(value, odd);
        }
    }

    /// Adds what was counted of other runs.
    pub fn join(&mut self, other: &Spread) {
        for (into, from) in [(&mut self.counts, &other.counts), (&mut self.odd, &other.odd)] {
            for (of, counts) in from {
                into.entry(*of).or_default().join(counts);
            }
        }
        self.blocs.join(&other.blocs);
    }

    /// The value that this share of runs, per mille, does not exceed in a quarter, counted from 0: the least such value
    /// that was met. None where it was measured in no run.
    #[must_use]
    pub fn quantile(&self, quarter: usize, measure: &Measure, per_mille: u64) -> Option<i64> {
        self.counts.get(&(quarter, measure.name))?.quantile(per_mille)
    }

    /// In how many runs it was measured.
    #[must_use]
    pub fn runs(&self, quarter: usize, measure: &Measure) -> u64 {
        self.counts.get(&(quarter, measure.name)).map_or(0, Counts::all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_of_one_half() {
        for (runs, even, odd) in [(0..0, 0, 0), (0..1, 1, 0), (1..2, 0, 1), (0..5, 3, 2), (3..8, 2, 3)] {
            assert_eq!((Half::Even.runs(&runs), Half::Odd.runs(&runs)), (even, odd), "{runs:?}");
        }
        let measure = &MEASURES[0];
        let mut spread = Spread::default();
        spread.add_counts((0, measure), 4, 3, 1);
        spread.add_counts((0, measure), 5, 2, 2);
        let of = |half| spread.of_half(half, 0, measure).each().collect::<alloc::vec::Vec<_>>();
        assert_eq!((of(Half::Even), of(Half::Odd)), ([(4, 2)].to_vec(), [(4, 1), (5, 2)].to_vec()));
    }

    #[test]
    fn what_may_not_be_measured_is_known() {
        let open: alloc::vec::Vec<&str> =
            MEASURES.iter().filter(|one| !one.is_of_every_run()).map(|one| one.name).collect();
        assert_eq!(open, ["in-favour", "affinity", "blocs", "greatest-bloc", "cohesion", "least-held"]);
    }
}
