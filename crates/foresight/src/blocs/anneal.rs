//! Looking for minima where there are too many partitions to look at all: threshold accepting (Dueck and Scheuer, *Journal of
//! Computational Physics* 90, 1990), which is annealing with whole numbers. From many beginnings that are always the same, States
//! change side wherever that raises the energy by less than a threshold, which falls to nothing; then down by the steepest steps.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::landscape::{Landscape, sum};
use super::partition::{Partition, bit};
use super::survey::Survey;
use super::walk::Walk;

/// Beginnings.
pub(super) const STARTS: u64 = 128;
/// How often each State is asked from one beginning, while the threshold falls.
const SWEEPS: i64 = 48;

impl Landscape {
    /// The minima that are found, for any number of States, always the same: the best of them need not be the best there is.
    #[must_use]
    pub fn annealed(&self) -> Survey {
        self.annealed_from(STARTS)
    }

    pub(super) fn annealed_from(&self, starts: u64) -> Survey {
        let mut found: BTreeMap<(i64, Partition), u64> = BTreeMap::new();
        let thresholds: Vec<Vec<i64>> = (0..SWEEPS).map(|sweep| self.thresholds(sweep)).collect();
        let mut chance = 0_u64;
        for _ in 0..starts {
            let mask = self
                .tied
                .iter()
                .fold(0, |mask, state| if drawn(&mut chance) & 1 == 0 { mask } else { mask | bit(*state) });
            let mut walk = Walk::from(self, Partition(mask));
            for thresholds in &thresholds {
                self.sweep(&mut walk, thresholds, &mut chance);
            }
            walk.descend();
            let basin = found.entry((walk.energy, walk.named())).or_default();
            *basin = basin.saturating_add(1);
        }
        // A single bloc is a partition like any other.
        let whole = Walk::from(self, Partition::WHOLE);
        if whole.steepest().is_none() {
            found.entry((whole.energy, whole.partition)).or_insert(0);
        }
        Survey::of(found, starts, false)
    }

    /// By tied State, what it may raise the energy by in a sweep: a share of the most that it can do to the energy, so that small
    /// States come to rest when great ones do.
    fn thresholds(&self, sweep: i64) -> Vec<i64> {
        let left = SWEEPS.saturating_sub(sweep);
        let (square, all) =
            (i128::from(left.saturating_mul(left)), i128::from(SWEEPS.saturating_mul(SWEEPS)));
        let threshold = |state: &usize| {
            let most = sum(self.ties_of(*state).iter().map(|tie| tie.saturating_abs()));
            // In wider numbers: small ties are not to be rounded away, and great ones not to be cut off.
            let part = i128::from(most).saturating_mul(square).checked_div(all).unwrap_or_default();
            i64::try_from(part).unwrap_or(i64::MAX)
        };
        self.tied.iter().map(threshold).collect()
    }

    /// Asks as many States as there are, each drawn, whether it changes side.
    fn sweep(&self, walk: &mut Walk<'_>, thresholds: &[i64], chance: &mut u64) {
        let many = u64::try_from(self.tied.len()).unwrap_or(1).max(1);
        for _ in 0..many {
            let at = drawn(chance).checked_rem(many).and_then(|at| usize::try_from(at).ok());
            let asked = at.and_then(|at| self.tied.get(at).copied().zip(thresholds.get(at)));
            if let Some((state, threshold)) = asked
                && walk.rise(state) < *threshold
            {
                walk.go(state);
            }
        }
    }
}

/// The next number of SplitMix64 (Steele, Lea and Flood, 2014).
fn drawn(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
