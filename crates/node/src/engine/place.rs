//! Whether a node is one of those that agree, and who hears what because of it.

use quorate_partnership::Block;

use super::context::Seat;
use super::log::Disk;
use super::replica::Replica;
use super::validators::Validators;

/// Whether a node is one of those that agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is.
    Within,
    /// It never was: it follows, and signs nothing. Once it has come to the last block its member's root can name it.
    Before,
    /// It was, and is no more: it signs nothing, and hands out what it has to those that ask.
    After,
}

impl<D: Disk> Replica<D> {
    /// Whether this node is one of those that agree on the next block.
    pub fn place(&self) -> Place {
        let (nodes, Seat(key)) = (self.partnership.nodes(), self.seat());
        match nodes.whose(&key) {
            Some(_) if nodes.agrees(&key) => Place::Within,
            Some(_) => Place::After,
            None => Place::Before,
        }
    }

    /// Whether a block is handed to this node. Whoever the links let in may follow, before it is one of those that agree;
    /// who agrees no more hears of nothing that came after the block by which it went.
    pub(super) fn may_have(&self, seat: Seat, block: &[u8]) -> bool {
        let Some(gone) = self.partnership.nodes().gone(&seat.0) else { return true };
        Block::read(block, &self.partnership.id()).is_ok_and(|block| block.moment() <= gone)
    }

    /// Takes the nodes that agree on the next block from the record, and their turns; whether they are others than before.
    pub(super) fn nodes_change(&mut self) -> bool {
        let Some(next) = Validators::of(&self.partnership) else { return false };
        let changed = !next.are_those(&self.validators);
        self.validators = next;
        let set = &self.validators;
        self.reached.retain(|seat, _| set.member(*seat).is_some());
        self.heard.only(|seat| set.member(seat).is_some());
        self.evidence.retain(|seat, _| set.member(*seat).is_some());
        changed
    }
}
