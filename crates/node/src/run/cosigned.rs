//! What the record came to, signed by more nodes than can be false together.

use std::collections::BTreeMap;

use quorate_records::proof::Note;

use crate::engine::{Seal, Seat};
use crate::sealed::Sealed;

/// For how many heights signatures are kept.
const KEPT: u64 = 256;

/// The checkpoints of the last heights, and who signed them.
#[derive(Default)]
pub(super) struct Cosigned {
    own: BTreeMap<u64, Sealed>,
    /// Signatures on what this node's record has not come to yet.
    early: BTreeMap<u64, BTreeMap<Seat, Seal>>,
}

impl Cosigned {
    /// The record of this node came to this. It is given back with what was heard of it before.
    pub(super) fn reached(&mut self, mut sealed: Sealed) -> &Sealed {
        let height = sealed.checkpoint().height;
        for (seat, seal) in self.early.remove(&height).unwrap_or_default() {
            sealed.add(seat, seal);
        }
        let first = height.saturating_sub(KEPT);
        self.early = self.early.split_off(&first);
        self.own = self.own.split_off(&first);
        let own = self.own.entry(height).or_insert_with(|| sealed.clone());
        for (_, key, seal) in sealed.seals() {
            own.add(Seat(key), seal);
        }
        own
    }

    /// Another node signed what its record came to.
    pub(super) fn heard(&mut self, from: Seat, height: u64, seal: Seal) {
        let last = self.own.keys().next_back().copied().unwrap_or_default();
        match self.own.get_mut(&height) {
            Some(own) => {
                own.add(from, seal);
            }
            None if height > last && height.abs_diff(last) <= KEPT => {
                self.early.entry(height).or_default().insert(from, seal);
            }
            None => {}
        }
    }

    /// The last height for which as many nodes signed the same as it takes, as a note.
    pub(super) fn note(&self) -> Option<Note> {
        self.own.values().rev().find_map(Sealed::note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealed::tests::{came_to, seal};

    #[test]
    fn the_last_height_that_enough_signed_is_the_note_whenever_they_did() {
        let mut cosigned = Cosigned::default();
        let hear = |cosigned: &mut Cosigned, code: &str, height: u64| {
            let (seat, seal) = seal(code, height);
            cosigned.heard(seat, height, seal);
        };
        hear(&mut cosigned, "CAN", 7);
        cosigned.reached(Sealed::new(came_to(7)));
        assert_eq!(cosigned.note(), None);
        hear(&mut cosigned, "DEU", 7);
        let height = |cosigned: &Cosigned| cosigned.note().map(|note| note.checkpoint().height);
        assert_eq!(height(&cosigned), Some(7));
        cosigned.reached(Sealed::new(came_to(8)));
        hear(&mut cosigned, "FRA", 8);
        assert_eq!(height(&cosigned), Some(7));
        hear(&mut cosigned, "GBR", 8);
        assert_eq!(height(&cosigned), Some(8));
        // What is too far ahead, or long past, is not kept.
        hear(&mut cosigned, "CAN", 9 + KEPT);
        hear(&mut cosigned, "CAN", 6);
        assert!(cosigned.early.is_empty());
    }
}
