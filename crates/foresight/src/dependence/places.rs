//! Sets of places, a bit each.

use alloc::vec::Vec;

/// How many places a word has.
const WORD: usize = 64;

/// A set of places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(Vec<u64>);

impl Places {
    pub(super) fn add(&mut self, place: usize) {
        let (Some(word), Some(bit)) = (place.checked_div(WORD), place.checked_rem(WORD)) else { return };
        if self.0.len() <= word {
            self.0.resize(word.saturating_add(1), 0);
        }
        let bit = u32::try_from(bit).ok().and_then(|bit| 1_u64.checked_shl(bit));
        if let (Some(word), Some(bit)) = (self.0.get_mut(word), bit) {
            *word |= bit;
        }
    }

    pub(super) fn add_all(&mut self, other: &Places) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }

    pub(super) fn remove_all(&mut self, other: &Places) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= !other);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let in_word = |(at, word): (usize, &u64)| {
            let (first, word) = (at.saturating_mul(WORD), *word);
            (0..WORD)
                .zip(core::iter::successors(Some(word), |rest| Some(rest >> 1)))
                .filter_map(move |(bit, rest)| (rest & 1 == 1).then_some(first.saturating_add(bit)))
        };
        self.0.iter().enumerate().flat_map(in_word)
    }
}
