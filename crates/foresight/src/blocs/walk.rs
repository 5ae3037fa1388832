//! Going from partition to partition by one change of side at a time.

use alloc::vec::Vec;

use super::landscape::{Landscape, sum};
use super::partition::{Partition, bit};

/// A partition with its energy, and what each change of side would do to it.
pub(super) struct Walk<'l> {
    landscape: &'l Landscape,
    pub(super) partition: Partition,
    pub(super) energy: i64,
    /// By State: its ties with its own bloc less those with the other.
    pulls: Vec<i64>,
}

impl<'l> Walk<'l> {
    pub(super) fn from(landscape: &'l Landscape, partition: Partition) -> Walk<'l> {
        let pull = |one: usize| {
            let signed =
                landscape.ties_of(one).iter().enumerate().map(|(other, tie)| {
                    if partition.together(one, other) { *tie } else { tie.saturating_neg() }
                });
            sum(signed)
        };
        let pulls = (0..landscape.states()).map(pull).collect();
        Walk { landscape, partition, energy: landscape.energy(partition), pulls }
    }

    /// By how much the energy rises when a State changes side.
    pub(super) fn rise(&self, state: usize) -> i64 {
        self.pulls.get(state).map_or(0, |pull| pull.saturating_mul(2))
    }

    /// A State changes side.
    pub(super) fn go(&mut self, state: usize) {
        self.energy = self.energy.saturating_add(self.rise(state));
        let ties = self.landscape.ties_of(state);
        for (other, (pull, tie)) in self.pulls.iter_mut().zip(ties).enumerate() {
            let twice = tie.saturating_mul(2);
            // Those that were together are apart now, and the reverse.
            *pull = match self.partition.together(state, other) {
                true => pull.saturating_sub(twice),
                false => pull.saturating_add(twice),
            };
        }
        if let Some(pull) = self.pulls.get_mut(state) {
            *pull = pull.saturating_neg();
        }
        self.partition = self.partition.moved(state);
    }

    /// The State whose change of side lessens the energy most; of several, the first. None in a minimum.
    pub(super) fn steepest(&self) -> Option<usize> {
        let falls = self.landscape.tied.iter().map(|state| (self.rise(*state), *state));
        falls.min().filter(|(rise, _)| *rise < 0).map(|(_, state)| state)
    }

    /// Goes down to a minimum, by the steepest step each time.
    pub(super) fn descend(&mut self) {
        while let Some(state) = self.steepest() {
            self.go(state);
        }
    }

    /// The same partition, with the first tied State in the first bloc.
    pub(super) fn named(&self) -> Partition {
        let tied = &self.landscape.tied;
        match tied.first().is_some_and(|first| self.partition.is_second(*first)) {
            true => Partition(self.partition.0 ^ tied.iter().fold(0, |all, state| all | bit(*state))),
            false => self.partition,
        }
    }
}
