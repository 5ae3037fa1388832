//! The reverse stress test: the least that makes a promise fail, found by trying everything smaller first.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::MAX_RUNS;
use super::ladder::sets;
use super::outcome::Outcome;
use super::shock::{Calls, Request, Shock};
use super::world::World;

/// The least of one kind of shock by which each promise fails. Everything smaller was tried and holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Least<T> {
    /// Of each promise, in the order of the plan: all shocks of the least size by which it fails; none, if none was found.
    pub of: Vec<Vec<T>>,
    /// How many runs it took.
    pub runs: usize,
    /// Whether all was tried that was to be tried, as far as something was still to be found.
    pub complete: bool,
    /// Whether the books balanced in every run.
    pub balanced: bool,
}

/// Late payment, a fall and defaults together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Points at which a promise fails, while it does not at any point that is nowhere greater and somewhere smaller.
    pub least: Vec<Point>,
    /// How many points there are.
    pub points: usize,
    /// How many runs it took.
    pub runs: usize,
    /// Whether all points were tried that are not greater than one that fails.
    pub complete: bool,
    /// Whether the books balanced in every run.
    pub balanced: bool,
}

/// A point of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Everybody pays so many days late.
    pub late: u32,
    /// Other currencies fall by so many per mille.
    pub fall: u32,
    /// So many members default.
    pub defaults: usize,
    /// The first set of so many by which a promise fails.
    pub members: Vec<MemberCode>,
    /// Which promises fail then, by their places in the plan.
    pub failing: Vec<usize>,
}

impl World {
    /// The smallest sets of members by whose default each promise fails.
    #[must_use]
    pub fn least_defaults(&self) -> Least<BTreeSet<MemberCode>> {
        let all = (0..=self.members.len()).flat_map(|size| {
            let of_size = sets(&self.members, size, MAX_RUNS.saturating_add(1));
            of_size.into_iter().map(move |set| (size, set.clone(), Shock::of(set)))
        });
        self.least(all)
    }

    /// The fewest days by which everybody, or this member alone, has to pay late.
    #[must_use]
    pub fn least_late(&self, only: Option<MemberCode>) -> Least<u32> {
        let days = 0..=self.plan.tests.late;
        self.least(
            days.enumerate()
                .map(|(rank, late)| (rank, late, Shock { late, only_late: only, ..Shock::default() })),
        )
    }

    /// The smallest fall, per mille, of everything in other currencies.
    #[must_use]
    pub fn least_fall(&self) -> Least<u32> {
        let fall = self.plan.tests.fall;
        let step = usize::try_from(fall.step.max(1)).unwrap_or(1);
        let falls = (0..fall.up_to).step_by(step).chain([fall.up_to]);
        // Of none, nothing is exchanged.
        let shock = |by: u32| Shock { fall: (by > 0).then_some((fall.day, by)), ..Shock::default() };
        self.least(falls.enumerate().map(|(rank, by)| (rank, by, shock(by))))
    }

    /// What happens if so many members ask on one day, in the order of their codes; for each number from none on.
    #[must_use]
    pub fn at_once(&self) -> Vec<Outcome> {
        let Some(asked) = self.plan.tests.at_once else { return Vec::new() };
        let request = |to: &MemberCode| Request {
            name: format!("request-of-{to}"),
            to: *to,
            known: asked.day,
            asks: asked.day,
            by: asked.day.saturating_add(asked.within),
            amount: asked.amount,
        };
        let shock = |count: usize| Shock {
            requests: self.members.iter().take(count).map(request).collect(),
            ..Shock::default()
        };
        let counts = 0..=self.members.len().min(MAX_RUNS);
        counts.map(|count| self.run(&shock(count), Calls::AsNeeded)).collect()
    }

    /// Late payment, a fall and defaults together: where it begins to fail.
    #[must_use]
    pub fn grid(&self) -> Grid {
        let tests = &self.plan.tests;
        let sizes = 0..=usize::try_from(tests.defaults).unwrap_or(0).min(self.members.len());
        let across = tests.grid_late.len().saturating_mul(tests.grid_fall.len());
        let points =
            if self.plan.promises.is_empty() { 0 } else { sizes.clone().count().saturating_mul(across) };
        let mut grid = Grid { least: Vec::new(), points, runs: 0, complete: true, balanced: true };
        let each = sizes.flat_map(|size| {
            let late = tests.grid_late.iter();
            late.flat_map(move |late| tests.grid_fall.iter().map(move |fall| (size, *late, *fall)))
        });
        if self.plan.promises.is_empty() {
            return grid;
        }
        // Whatever is nowhere greater than a point comes before it.
        for (defaults, late, fall) in each {
            let greater =
                |point: &Point| point.late <= late && point.fall <= fall && point.defaults <= defaults;
            if !grid.least.iter().any(greater) {
                self.try_point(&mut grid, (defaults, late, fall));
            }
        }
        grid
    }

    fn try_point(&self, grid: &mut Grid, (defaults, late, fall): (usize, u32, u32)) {
        for set in sets(&self.members, defaults, MAX_RUNS.saturating_add(1)) {
            if grid.runs >= MAX_RUNS {
                grid.complete = false;
                return;
            }
            let members = set.iter().copied().collect();
            let fall_on = (fall > 0).then_some((self.plan.tests.fall.day, fall));
            let shock = Shock { defaults: set, late, fall: fall_on, ..Shock::default() };
            let outcome = self.run(&shock, Calls::AsNeeded);
            grid.runs = grid.runs.saturating_add(1);
            grid.balanced &= outcome.balanced;
            let failing: Vec<usize> = outcome.failing().collect();
            if !failing.is_empty() {
                grid.least.push(Point { late, fall, defaults, members, failing });
                return;
            }
        }
    }

    /// Tries shocks, the smallest first, until every promise failed by one of the smallest size that makes it.
    fn least<T: Clone>(&self, shocks: impl Iterator<Item = (usize, T, Shock)>) -> Least<T> {
        let promises = self.plan.promises.len();
        let mut found: Vec<Option<usize>> = Vec::from_iter((0..promises).map(|_| None));
        let of = Vec::from_iter((0..promises).map(|_| Vec::new()));
        let mut least = Least { of, runs: 0, complete: true, balanced: true };
        for (size, what, shock) in shocks {
            if found.iter().all(|found| found.is_some_and(|found| found < size)) {
                break;
            }
            if least.runs >= MAX_RUNS {
                least.complete = false;
                break;
            }
            let outcome = self.run(&shock, Calls::AsNeeded);
            least.runs = least.runs.saturating_add(1);
            least.balanced &= outcome.balanced;
            for place in outcome.failing() {
                let Some(first) = found.get_mut(place) else { continue };
                if *first.get_or_insert(size) == size
                    && let Some(all) = least.of.get_mut(place)
                {
                    all.push(what.clone());
                }
            }
        }
        least
    }
}
