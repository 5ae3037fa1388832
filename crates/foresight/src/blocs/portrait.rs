//! What a partition looks like: its blocs, who is frustrated in it, and who is held by least.

use alloc::vec::Vec;

use super::landscape::{Landscape, sum};
use super::partition::Partition;

/// A bloc of a partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bloc {
    /// Its States, by their places.
    pub states: Vec<usize>,
    /// Its part of all sizes, per mille, to the nearest.
    pub part: i64,
    /// The mean propensity of two States within it, each two weighted by both sizes; none where no two have sizes.
    pub cohesion: Option<i64>,
}

/// How a State stands in a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Over the States of the other bloc, size times propensity.
    pub frustration: i64,
    /// By how much a change of side would raise its own frustration.
    pub hold: i64,
    /// By how much it would raise the energy.
    pub rise: i64,
}

/// A partition, looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// Whose it is.
    pub partition: Partition,
    /// The sum, over all States, of size times frustration.
    pub energy: i64,
    /// The greatest part first; of equal ones the first bloc.
    pub blocs: Vec<Bloc>,
    /// By State.
    pub standings: Vec<Standing>,
    /// The mean propensity of two States of one bloc, over all blocs, each two weighted by both sizes.
    pub cohesion: Option<i64>,
    /// Of all that ties or parts States (sizes times propensity), how much is as it would be: those that get on together, those
    /// that do not apart. Per mille; none where nothing does either.
    pub satisfied: Option<i64>,
    /// Who is held by least, if that is one alone among those that a number ties to another: the State that would be the first to
    /// change side, were all alike to part from their blocs.
    pub pivotal: Option<usize>,
}

impl Landscape {
    /// A partition, looked at.
    #[must_use]
    pub fn portrait(&self, partition: Partition) -> Portrait {
        let standing = |state: usize| {
            let hold = self.hold(partition, state);
            let size = self.sizes.get(state).copied().unwrap_or_default();
            let frustration = self.frustration(partition, state);
            Standing { frustration, hold, rise: hold.saturating_mul(size).saturating_mul(2) }
        };
        Portrait {
            partition,
            energy: self.energy(partition),
            blocs: self.blocs(partition),
            standings: (0..self.states()).map(standing).collect(),
            cohesion: self.cohesion(|one, other| partition.together(one, other)),
            satisfied: self.satisfied(partition),
            pivotal: self.least_held(partition).filter(|(_, alone)| *alone).map(|(state, _)| state),
        }
    }

    /// Who is held by least in a partition, the first of several, and whether it is one alone.
    #[must_use]
    pub fn least_held(&self, partition: Partition) -> Option<(usize, bool)> {
        let holds = || self.tied.iter().map(|state| (self.hold(partition, *state), *state));
        let (least, first) = holds().min()?;
        Some((first, holds().filter(|(hold, _)| *hold == least).count() == 1))
    }

    /// The blocs of a partition, the greatest part first.
    #[must_use]
    pub fn blocs(&self, partition: Partition) -> Vec<Bloc> {
        let all = sum(self.sizes.iter().copied());
        let bloc = |second: bool| {
            let states: Vec<usize> =
                (0..self.states()).filter(|state| partition.is_second(*state) == second).collect();
            let size = sum(states.iter().filter_map(|state| self.sizes.get(*state)).copied());
            let part = per_mille(size.into(), all.into()).unwrap_or_default();
            let within = |state: usize| partition.is_second(state) == second;
            (size, Bloc { states, part, cohesion: self.cohesion(|one, other| within(one) && within(other)) })
        };
        let mut blocs: Vec<(i64, Bloc)> =
            [bloc(false), bloc(true)].into_iter().filter(|(_, bloc)| !bloc.states.is_empty()).collect();
        blocs.sort_by_key(|(size, _)| core::cmp::Reverse(*size));
        blocs.into_iter().map(|(_, bloc)| bloc).collect()
    }

    /// The mean propensity of all two that are meant, weighted by both sizes, towards nothing.
    pub(crate) fn cohesion(&self, meant: impl Fn(usize, usize) -> bool) -> Option<i64> {
        let (mut ties, mut weights) = (0_i64, 0_i64);
        for (one, own) in self.sizes.iter().enumerate() {
            for (other, (tie, size)) in self.ties_of(one).iter().zip(&self.sizes).enumerate().take(one) {
                if meant(one, other) {
                    ties = ties.saturating_add(*tie);
                    weights = weights.saturating_add(own.saturating_mul(*size));
                }
            }
        }
        ties.checked_div(weights)
    }

    fn satisfied(&self, partition: Partition) -> Option<i64> {
        let (mut as_wished, mut all) = (0_i128, 0_i128);
        for one in 0..self.states() {
            for (other, tie) in self.ties_of(one).iter().enumerate().take(one) {
                let weight = i128::from(tie.saturating_abs());
                all = all.saturating_add(weight);
                if (*tie > 0) == partition.together(one, other) {
                    as_wished = as_wished.saturating_add(weight);
                }
            }
        }
        per_mille(as_wished, all)
    }
}

/// A part of a whole, per mille, to the nearest: never nothing where there is some, and never all where there is more.
fn per_mille(part: i128, whole: i128) -> Option<i64> {
    let half = whole.checked_div(2)?;
    let nearest = part.saturating_mul(1000).saturating_add(half).checked_div(whole)?;
    let nearest = if part > 0 { nearest.max(1) } else { nearest };
    i64::try_from(if part < whole { nearest.min(999) } else { nearest }).ok()
}

#[cfg(test)]
mod tests {
    use super::per_mille;

    #[test]
    fn parts_are_told_to_the_nearest_and_what_is_not_all_never_as_all() {
        let told = [(105, 155), (50, 155), (1, 10_000), (9_999, 10_000), (0, 7), (7, 7), (0, 0)];
        let expected = [Some(677), Some(323), Some(1), Some(999), Some(0), Some(1000), None];
        assert_eq!(told.map(|(part, whole)| per_mille(part, whole)), expected);
    }
}
