//! What the record came to, signed by more nodes than can be false together.

use std::collections::BTreeMap;

use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;
use quorate_records::proof::{Checkpoint, Note, false_nodes};

use crate::engine::{Seal, Seat, Validators};

/// For how many heights signatures are kept.
const KEPT: u64 = 256;

/// The checkpoints of the last heights, and who signed them.
#[derive(Default)]
pub(super) struct Cosigned {
    own: BTreeMap<u64, Checkpoint>,
    seals: BTreeMap<u64, BTreeMap<Seat, Seal>>,
}

impl Cosigned {
    /// The record of this node came to this, and it signs that.
    pub(super) fn reached(&mut self, checkpoint: Checkpoint, seat: Seat, seal: Seal) {
        let height = checkpoint.height;
        self.own.insert(height, checkpoint);
        self.seals.entry(height).or_default().insert(seat, seal);
        let first = height.saturating_sub(KEPT);
        self.own = self.own.split_off(&first);
        self.seals = self.seals.split_off(&first);
    }

    /// Another node signed what its record came to.
    pub(super) fn heard(&mut self, from: Seat, height: u64, seal: Seal) {
        let last = self.own.keys().next_back().copied().unwrap_or_default();
        if height.abs_diff(last) <= KEPT {
            self.seals.entry(height).or_default().insert(from, seal);
        }
    }

    /// The last height for which as many nodes signed the same as it takes, as a note.
    pub(super) fn note(&self, nodes: &Validators) -> Option<Note> {
        let need = false_nodes(nodes.each().count()).saturating_add(1);
        self.own.iter().rev().find_map(|(height, checkpoint)| {
            let text = checkpoint.text();
            let seals = self.seals.get(height)?;
            let signed: Vec<(MemberCode, PublicKey, [u8; 64])> = nodes
                .each()
                .filter_map(|node| seals.get(&node.seat).map(|seal| (node.member, node.seat.0, seal.0)))
                .filter(|(_, key, seal)| key.verifies(text.as_bytes(), seal))
                .collect();
            (signed.len() >= need).then(|| Note::new(*checkpoint, &signed))
        })
    }
}
