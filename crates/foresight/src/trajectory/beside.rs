//! Numbers to which a run comes, and the same run of two studies beside each other.

use alloc::collections::BTreeMap;

use super::experiment::{Output, outputs};
use super::results::Ran;

/// A number to which a run comes.
pub struct Figure {
    /// Its name, which is that of its column in the table of runs.
    pub name: &'static str,
    /// What it is.
    pub says: &'static str,
    measured: Output,
}

impl Figure {
    const fn new(measured: Output) -> Figure {
        Figure { name: measured.name, says: measured.says, measured }
    }

    /// The number; none, where there is none in this run.
    #[must_use]
    pub fn of(&self, ran: &Ran) -> Option<u64> {
        self.measured.of(ran).and_then(|number| u64::try_from(number).ok())
    }
}

/// Everything in which two studies are compared.
pub const FIGURES: [Figure; 10] = [
    Figure::new(outputs::REQUESTS),
    Figure::new(outputs::PAID),
    Figure::new(outputs::BLOCKED),
    Figure::new(outputs::OPEN),
    Figure {
        name: "hours-mean",
        says: "mean hours from request to paid, where both paid",
        measured: outputs::HOURS,
    },
    Figure::new(outputs::CALLS),
    Figure::new(outputs::WITHHELD),
    Figure::new(outputs::DEFAULTS),
    Figure::new(outputs::BOUND),
    Figure::new(outputs::REFUSED),
];

/// One figure in the same runs of two studies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// In how many runs both have it.
    pub runs: u64,
    /// The sums over these runs, of the first and of the second.
    pub sums: (u64, u64),
    /// In how many of them the first had more, and the second.
    pub more: (u64, u64),
    /// The second less the first, and in how many runs: its values are bounded, and it does not grow with the runs.
    pub differences: BTreeMap<i64, u64>,
}

impl Beside {
    /// Adds a run: nothing, where one of both has no such number.
    pub fn add(&mut self, one: Option<u64>, other: Option<u64>) {
        let (Some(one), Some(other)) = (one, other) else { return };
        self.runs = self.runs.saturating_add(1);
        self.sums = (self.sums.0.saturating_add(one), self.sums.1.saturating_add(other));
        self.more.0 = self.more.0.saturating_add(u64::from(one > other));
        self.more.1 = self.more.1.saturating_add(u64::from(other > one));
        let less = i128::from(other).saturating_sub(i128::from(one));
        let less = i64::try_from(less).unwrap_or(if less < 0 { i64::MIN } else { i64::MAX });
        let count = self.differences.entry(less).or_default();
        *count = count.saturating_add(1);
    }

    /// In how many runs both had the same.
    #[must_use]
    pub fn same(&self) -> u64 {
        self.runs.saturating_sub(self.more.0).saturating_sub(self.more.1)
    }

    /// The means of both; none of no run.
    #[must_use]
    pub fn means(&self) -> Option<Means> {
        let mut all = (1..=MOST_PLACES).filter_map(|places| self.means_to(places)).peekable();
        let first = all.peek().copied();
        all.find(|means| self.are_told_by(*means)).or(first)
    }

    /// The means with so many places behind the point, to the nearest.
    fn means_to(&self, places: u32) -> Option<Means> {
        let parts = 10_u128.saturating_pow(places);
        let half = u128::from(self.runs).checked_div(2)?;
        let mean = |sum: u64| {
            let parts = u128::from(sum).saturating_mul(parts).saturating_add(half);
            u64::try_from(parts.checked_div(u128::from(self.runs))?).ok()
        };
        Some(Means { first: mean(self.sums.0)?, second: mean(self.sums.1)?, places })
    }

    /// Whether means that are not the same are told apart, and none that is more than nothing is told as nothing.
    fn are_told_by(&self, Means { first, second, .. }: Means) -> bool {
        let is_seen = |sum: u64, mean: u64| (sum == 0) == (mean == 0);
        (first == second) == (self.sums.0 == self.sums.1)
            && is_seen(self.sums.0, first)
            && is_seen(self.sums.1, second)
    }
}

/// The most places behind the point of a mean.
const MOST_PLACES: u32 = 9;

/// Two means, with as few places behind the point as tell them apart from each other and from nothing, but one at the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Means {
    /// That of the first, in units of the last place.
    pub first: u64,
    /// That of the second, in the same.
    pub second: u64,
    /// How many places stand behind the point.
    pub places: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_studies_are_compared_where_both_have_a_number() {
        let mut beside = Beside::default();
        assert_eq!(beside.means(), None);
        for (one, other) in [(3, Some(1)), (2, Some(2)), (0, Some(4)), (1, None)] {
            beside.add(Some(one), other);
            beside.add(None, other);
        }
        assert_eq!((beside.runs, beside.sums, beside.more, beside.same()), (3, (5, 7), (1, 1), 1));
        assert_eq!(beside.differences, [(-2, 1), (0, 1), (4, 1)].into());
        assert_eq!(beside.means(), Some(Means { first: 17, second: 23, places: 1 }));
    }

    #[test]
    fn means_that_differ_are_told_apart_and_from_nothing() {
        let means = |runs: u64, sums: (u64, u64)| {
            let Means { first, second, places } = Beside { runs, sums, ..Beside::default() }.means().unwrap();
            (first, second, places)
        };
        assert_eq!(means(1000, (35, 0)), (4, 0, 2));
        assert_eq!(means(1000, (0, 5)), (0, 1, 2));
        assert_eq!(means(1000, (12_310, 12_340)), (1231, 1234, 2));
        assert_eq!(means(1000, (4, 4)), (4, 4, 3));
        assert_eq!(means(2, (3, 4)), (15, 20, 1));
        assert_eq!(means(u64::MAX, (1, 0)), (0, 0, 1));
    }
}
