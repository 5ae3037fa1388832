//! The blocks that are proposed at one height: built, judged, kept until one of them is final.

use std::collections::BTreeMap;

use arc_malachitebft_core_types::Round;
use minicbor::bytes::ByteVec;
use quorate_partnership::{
    Admitted, Block, BlockError, BlockId, InvalidBlock, Moment, Partnership, Verified,
};

use super::context::{Height, Seat};
use super::message::Proposed;

/// How far a new block's moment may be ahead of a node's own clock for the node to vote for it, in milliseconds.
pub(super) const MOST_AHEAD_MILLIS: u64 = 10_000;
/// How far it may be behind.
pub(super) const MOST_BEHIND_MILLIS: u64 = 60_000;
/// The most blocks of one height that a node takes from one other.
pub(super) const MAX_PROPOSED: usize = 32;

/// Why a block cannot follow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum False {
    /// Its bytes are none.
    #[error(transparent)]
    Form(#[from] BlockError),
    /// It does not follow.
    #[error(transparent)]
    Step(#[from] InvalidBlock),
}

/// A block that was proposed, and what it was found to be.
pub(super) struct Held {
    pub(super) proposed: Proposed,
    pub(super) judged: Result<(Block, Admitted), False>,
    /// Whether the engine was told of it.
    pub(super) is_told: bool,
    /// Whether its proposer was named for it, if it cannot follow.
    pub(super) is_named: bool,
}

impl Held {
    /// Whether its moment is near enough to this one, where agreed time passes at this rate. Of a block that cannot follow,
    /// and where time passes only when told to, nobody asks.
    pub(super) fn is_timely(&self, now: Moment, rate: Option<u64>) -> bool {
        let (Ok((block, _)), Some(rate)) = (&self.judged, rate) else { return true };
        let moment = block.moment();
        moment.since(now) <= MOST_AHEAD_MILLIS.saturating_mul(rate)
            && now.since(moment) <= MOST_BEHIND_MILLIS.saturating_mul(rate)
    }
}

/// The blocks of one height.
#[derive(Default)]
pub(super) struct Blocks {
    held: BTreeMap<BlockId, Held>,
    /// What this node proposed in which round.
    own: BTreeMap<u32, BlockId>,
    /// How many came from whom.
    from: BTreeMap<Seat, usize>,
}

impl Blocks {
    pub(super) fn clear(&mut self) {
        *self = Blocks::default();
    }

    pub(super) fn get(&self, id: &BlockId) -> Option<&Held> {
        self.held.get(id)
    }

    pub(super) fn get_mut(&mut self, id: &BlockId) -> Option<&mut Held> {
        self.held.get_mut(id)
    }

    pub(super) fn take(&mut self, id: &BlockId) -> Option<Held> {
        self.held.remove(id)
    }

    pub(super) fn each_mut(&mut self) -> impl Iterator<Item = (&BlockId, &mut Held)> {
        self.held.iter_mut()
    }

    pub(super) fn own(&self, round: Round) -> Option<BlockId> {
        round.as_u32().and_then(|round| self.own.get(&round).copied())
    }

    pub(super) fn is_own(&mut self, round: Round, id: BlockId) {
        if let Some(round) = round.as_u32() {
            self.own.insert(round, id);
        }
    }

    /// Whether one more block is taken from this node.
    pub(super) fn has_room(&mut self, from: Seat) -> bool {
        let many = self.from.entry(from).or_default();
        *many = many.saturating_add(1);
        *many <= MAX_PROPOSED
    }

    /// Judges a block and keeps it; its id.
    pub(super) fn judge(
        &mut self,
        partnership: &Partnership,
        verified: &mut Verified,
        proposed: Proposed,
    ) -> BlockId {
        let id = Block::id_of(&proposed.block);
        self.held.entry(id).or_insert_with(|| {
            let judged =
                Block::read(&proposed.block, &partnership.id()).map_err(False::from).and_then(|block| {
                    // Where nodes agree, each block names the one that ordered it.
                    if block.orderer().is_none() {
                        return Err(InvalidBlock::NoNode.into());
                    }
                    let admitted = partnership.check_verified(&block, verified)?;
                    Ok((block, admitted))
                });
            Held { proposed, judged, is_told: false, is_named: false }
        });
        id
    }

    /// Keeps a block that this node has built for a round.
    pub(super) fn built(
        &mut self,
        (block, admitted): (Block, Admitted),
        round: Round,
        proposer: Seat,
    ) -> BlockId {
        let id = block.id();
        let proposed = Proposed {
            height: Height(block.height()),
            round: round.as_u32().unwrap_or_default(),
            lock: None,
            proposer,
            block: ByteVec::from(block.bytes().to_vec()),
        };
        let held = Held { proposed, judged: Ok((block, admitted)), is_told: true, is_named: false };
        self.held.insert(id, held);
        self.is_own(round, id);
        id
    }
}
