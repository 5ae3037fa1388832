//! Sizes and propensities, and what a partition comes to by them.

use alloc::vec::Vec;

use super::partition::{Partition, bit};

/// The most States: each is a bit of a partition.
pub const MAX_STATES: usize = 64;
/// The greatest size.
pub const MAX_SIZE: i64 = 100_000;
/// The greatest propensity, either way. With it every energy is below 2^60.
pub const MAX_PROPENSITY: i64 = 20_000;

/// States with their sizes, and the propensity of each two to stand together.
#[derive(Clone, Debug)]
pub struct Landscape {
    pub(super) sizes: Vec<i64>,
    /// State by State, row after row: the propensity towards each.
    towards: Vec<i64>,
    /// The same: both sizes times the propensity.
    ties: Vec<i64>,
    /// The States that a number ties to another, in their order.
    pub(super) tied: Vec<usize>,
}

impl Landscape {
    /// States of these sizes, from 0 to [`MAX_SIZE`], of which each two have a propensity within [`MAX_PROPENSITY`] either way;
    /// it is asked with the lesser place first. None of more than [`MAX_STATES`] States, or of numbers beyond these.
    #[must_use]
    pub fn new(sizes: &[i64], propensity: impl Fn(usize, usize) -> i64) -> Option<Landscape> {
        if sizes.len() > MAX_STATES || sizes.iter().any(|size| !(0..=MAX_SIZE).contains(size)) {
            return None;
        }
        let all = sizes.len().saturating_mul(sizes.len());
        let (mut towards, mut ties) = (Vec::with_capacity(all), Vec::with_capacity(all));
        let mut tied = Vec::with_capacity(sizes.len());
        for (one, own) in sizes.iter().enumerate() {
            let mut is_tied = false;
            for (other, size) in sizes.iter().enumerate() {
                let value = if other == one { 0 } else { propensity(one.min(other), one.max(other)) };
                if !(-MAX_PROPENSITY..=MAX_PROPENSITY).contains(&value) {
                    return None;
                }
                let tie = own.saturating_mul(*size).saturating_mul(value);
                is_tied |= tie != 0;
                towards.push(value);
                ties.push(tie);
            }
            if is_tied {
                tied.push(one);
            }
        }
        Some(Landscape { sizes: sizes.to_vec(), towards, ties, tied })
    }

    /// What ties a State to each, itself among them.
    pub(super) fn ties_of(&self, state: usize) -> &[i64] {
        row(&self.ties, state, self.states())
    }

    /// Its propensities.
    fn towards(&self, state: usize) -> &[i64] {
        row(&self.towards, state, self.states())
    }

    /// How many States there are.
    #[must_use]
    pub fn states(&self) -> usize {
        self.sizes.len()
    }

    /// The propensity of two States to stand together.
    #[must_use]
    pub fn propensity(&self, one: usize, other: usize) -> i64 {
        self.towards(one).get(other).copied().unwrap_or_default()
    }

    /// Whether a number ties a State to another.
    #[must_use]
    pub fn is_tied(&self, state: usize) -> bool {
        self.tied.binary_search(&state).is_ok()
    }

    /// Whether anything parts any two. Where nothing does, a single bloc has the least energy.
    pub(super) fn parts_any(&self) -> bool {
        self.ties.iter().any(|tie| *tie < 0)
    }

    /// States that no number ties to another: each side is the same to them, and they to it.
    pub fn untied(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.states()).filter(|state| !self.is_tied(*state))
    }

    /// A partition by the States of either bloc, named by their places; those that are not named stand in the other.
    #[must_use]
    pub fn partition(&self, bloc: &[usize]) -> Partition {
        let tied = self.tied.iter().fold(0, |all, state| all | bit(*state));
        let mask = bloc.iter().fold(0, |mask, state| mask | bit(*state)) & tied;
        let first = self.tied.first().map_or(0, |first| bit(*first));
        Partition(if mask & first == 0 { mask } else { mask ^ tied })
    }

    /// The energy of a partition: over all States, size times frustration. A single bloc has none.
    #[must_use]
    pub fn energy(&self, partition: Partition) -> i64 {
        let across = |one: usize| {
            let far = self.ties_of(one).iter().enumerate();
            sum(far.filter(|(other, _)| !partition.together(one, *other)).map(|(_, tie)| *tie))
        };
        sum((0..self.states()).map(across))
    }

    /// The frustration of a State: over the States of the other bloc, size times propensity. Less than nothing, where it is
    /// rather apart from them.
    #[must_use]
    pub fn frustration(&self, partition: Partition, state: usize) -> i64 {
        let row = self.towards(state).iter().zip(&self.sizes).enumerate();
        let far = row.filter(|(other, _)| !partition.together(state, *other));
        sum(far.map(|(_, (value, size))| value.saturating_mul(*size)))
    }

    /// By how much a change of side would raise a State's own frustration: what holds it in its bloc.
    #[must_use]
    pub fn hold(&self, partition: Partition, state: usize) -> i64 {
        let row = self.towards(state).iter().zip(&self.sizes).enumerate();
        let signed = |(other, (value, size)): (usize, (&i64, &i64))| {
            value.saturating_mul(*size).saturating_mul(partition.side(other))
        };
        sum(row.map(signed)).saturating_mul(partition.side(state))
    }

    /// Whether no single State lessens the energy by changing side.
    #[must_use]
    pub fn is_minimum(&self, partition: Partition) -> bool {
        self.tied.iter().all(|state| self.hold(partition, *state) >= 0)
    }
}

/// A row of a table of so many columns.
fn row(table: &[i64], at: usize, columns: usize) -> &[i64] {
    let start = at.saturating_mul(columns);
    table.get(start..start.saturating_add(columns)).unwrap_or_default()
}

pub(super) fn sum(numbers: impl Iterator<Item = i64>) -> i64 {
    numbers.fold(0, i64::saturating_add)
}
