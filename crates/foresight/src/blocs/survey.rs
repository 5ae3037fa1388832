//! All partitions that no single change of side betters.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::anneal::STARTS;
use super::landscape::Landscape;
use super::partition::{Partition, bit};
use super::walk::Walk;

/// To so many tied States every partition is looked at: 2^19 of them. Beyond, minima are looked for.
pub const EXACT_STATES: usize = 20;

/// A partition that no single change of side betters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minimum {
    /// Who stands with whom.
    pub partition: Partition,
    /// Its energy.
    pub energy: i64,
    /// From how many partitions the steepest steps lead to it, itself among them; of those that were tried, where not all were.
    pub basin: u64,
}

/// The minima of a landscape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The least energy first; of one energy, a single bloc first, and then in the order of the States.
    pub minima: Vec<Minimum>,
    /// How many partitions were followed down.
    pub tried: u64,
    /// Whether these were all: then so are the minima.
    pub is_exact: bool,
}

impl Survey {
    /// The partition of least energy.
    #[must_use]
    pub fn best(&self) -> Partition {
        self.minima.first().map(|best| best.partition).unwrap_or_default()
    }

    /// By how much the second minimum lies above the best; none where there is no second.
    #[must_use]
    pub fn gap(&self) -> Option<i64> {
        let [best, second, ..] = self.minima.as_slice() else { return None };
        Some(second.energy.saturating_sub(best.energy))
    }

    pub(super) fn of(found: BTreeMap<(i64, Partition), u64>, tried: u64, is_exact: bool) -> Survey {
        let minimum = |((energy, partition), basin)| Minimum { partition, energy, basin };
        Survey { minima: found.into_iter().map(minimum).collect(), tried, is_exact }
    }
}

impl Landscape {
    /// All minima, to [`EXACT_STATES`] tied States; beyond, those that [annealing](Landscape::annealed) finds.
    #[must_use]
    pub fn survey(&self) -> Survey {
        if self.tied.len() > EXACT_STATES { self.annealed() } else { self.all() }
    }

    /// The partition of least energy, exact to [`EXACT_STATES`] tied States. Of several, a single bloc, and then the first
    /// in the order of the States.
    #[must_use]
    pub fn best(&self) -> Partition {
        self.best_of(EXACT_STATES, STARTS)
    }

    /// The same, exact to so many tied States, and beyond from so many beginnings.
    pub(crate) fn best_of(&self, exact: usize, starts: u64) -> Partition {
        if !self.parts_any() {
            return Partition::WHOLE;
        }
        if self.tied.len() > exact {
            return self.annealed_from(starts).best();
        }
        let mut walk = Walk::from(self, Partition::WHOLE);
        let mut best = (walk.energy, walk.partition);
        for step in 1..self.partitions() {
            walk.go(self.turn(step));
            best = best.min((walk.energy, walk.partition));
        }
        best.1
    }

    /// How many partitions there are: the first tied State stands where it stands.
    fn partitions(&self) -> u64 {
        bit(self.tied.len().saturating_sub(1)).max(1)
    }

    /// Who changes side at a step of the Gray code, in which every partition comes once.
    fn turn(&self, step: u64) -> usize {
        let at = usize::try_from(step.trailing_zeros()).unwrap_or_default().saturating_add(1);
        self.tied.get(at).copied().unwrap_or_default()
    }

    /// Every partition, and where the steepest steps lead from it.
    fn all(&self) -> Survey {
        let many = self.partitions();
        let size = usize::try_from(many).unwrap_or_default();
        // By number: where the steepest step leads, or itself; and of a minimum its energy.
        let (mut next, mut energies) = (Vec::new(), BTreeMap::new());
        next.resize(size, 0_u32);
        let mut walk = Walk::from(self, Partition::WHOLE);
        for step in 0..many {
            if step > 0 {
                walk.go(self.turn(step));
            }
            // The Gray code itself: bit `n` is of the tied State `n + 1`.
            let number = step ^ (step >> 1);
            let goes = match walk.steepest() {
                Some(state) => self.stepped(number, state),
                None => {
                    energies.insert(number, (walk.energy, walk.partition));
                    number
                }
            };
            if let Some(slot) = place(number).and_then(|at| next.get_mut(at)) {
                *slot = u32::try_from(goes).unwrap_or_default();
            }
        }
        let mut found: BTreeMap<u64, u64> = BTreeMap::new();
        for number in 0..many {
            let basin = found.entry(bottom(&mut next, number)).or_default();
            *basin = basin.saturating_add(1);
        }
        let minima =
            found.into_iter().filter_map(|(number, basin)| Some((*energies.get(&number)?, basin))).collect();
        Survey::of(minima, many, true)
    }

    /// The number of a partition after a State changed side. When the first does, that is all others.
    fn stepped(&self, number: u64, state: usize) -> u64 {
        match self.tied.binary_search(&state).ok().and_then(|at| at.checked_sub(1)) {
            Some(at) => number ^ bit(at),
            None => number ^ self.partitions().saturating_sub(1),
        }
    }
}

fn place(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

/// Where the steepest steps end. What was gone once is remembered, so that no path is gone twice.
fn bottom(next: &mut [u32], number: u64) -> u64 {
    let follow =
        |next: &[u32], at: u64| place(at).and_then(|at| next.get(at)).map_or(at, |next| u64::from(*next));
    let mut end = number;
    loop {
        let further = follow(next, end);
        if further == end {
            break;
        }
        end = further;
    }
    let mut at = number;
    while at != end {
        let further = follow(next, at);
        if let Some(slot) = place(at).and_then(|at| next.get_mut(at)) {
            *slot = u32::try_from(end).unwrap_or_default();
        }
        at = further;
    }
    end
}
