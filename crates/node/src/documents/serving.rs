//! How a node hands on documents that are here: piece by piece, so much in a second to each.

use std::collections::{BTreeMap, VecDeque};

use super::deposit::DocumentId;
use super::fetching::PIECE_BYTES;
use super::index::Index;
use crate::engine::Seat;

/// The most pieces for one node between two ticks.
const MAX_PIECES: u32 = 64;
/// As many pieces as reading a document from the disk counts for.
const READING: u32 = 16;
/// How many documents are held in memory, of those that were asked for last.
const HELD: usize = 2;

/// What is handed on.
#[derive(Default)]
pub(super) struct Serving {
    /// What each node was given since the last tick, in pieces.
    given: BTreeMap<Seat, u32>,
    /// The one piece of each that is to be given after the next.
    later: BTreeMap<Seat, (DocumentId, u32)>,
    held: VecDeque<(DocumentId, Vec<u8>)>,
}

impl Serving {
    /// A node wants a piece of a document: this is it, if the document is here and the node was not given much already.
    pub(super) fn wanted(
        &mut self,
        index: &mut Index,
        by: Seat,
        (document, offset): (DocumentId, u32),
    ) -> Option<Vec<u8>> {
        let given = self.given.entry(by).or_default();
        if *given >= MAX_PIECES {
            self.later.insert(by, (document, offset));
            return None;
        }
        *given = given.saturating_add(1);
        if !self.held.iter().any(|(held, _)| *held == document) {
            *given = given.saturating_add(READING);
            let bytes = index.read(document)?;
            self.held.push_back((document, bytes));
            self.held.drain(..self.held.len().saturating_sub(HELD));
        }
        let (_, bytes) = self.held.iter().find(|(held, _)| *held == document)?;
        let from = usize::try_from(offset).ok()?;
        let until = from.checked_add(PIECE_BYTES)?.min(bytes.len());
        bytes.get(from..until).filter(|piece| !piece.is_empty()).map(<[u8]>::to_vec)
    }

    /// A second is over: what was put off. Nothing is held in memory that nobody asks for.
    pub(super) fn tick(&mut self) -> BTreeMap<Seat, (DocumentId, u32)> {
        if self.given.is_empty() {
            self.held.clear();
        }
        self.given.clear();
        std::mem::take(&mut self.later)
    }
}
