//! The second votes of more than two thirds of the nodes for one block: they make it final.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};

use super::word::{Word, WordKind};
use crate::ids::{BlockId, PartnershipId, PublicKey};

/// A signature by a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Seal {
    /// The node.
    #[n(0)]
    pub node: PublicKey,
    /// Its signature.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub signature: [u8; 64],
}

/// What makes a block final. It differs from node to node, by who was heard first.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Seals {
    /// The turn in which the block became final.
    #[n(0)]
    pub turn: u32,
    /// In strictly ascending order of the nodes' keys.
    #[n(1)]
    pub by: Vec<Seal>,
}

/// Whether so many of so many nodes are more than two thirds.
pub(crate) fn is_enough(many: usize, nodes: usize) -> bool {
    many.saturating_mul(3) > nodes.saturating_mul(2)
}

impl Seals {
    /// Whether these make a block final: each by another of these nodes, by more than two thirds of them, in order, and
    /// each signature good.
    pub(crate) fn prove(
        &self,
        (partnership, height, block): (PartnershipId, u64, BlockId),
        nodes: &[PublicKey],
    ) -> bool {
        let word = Word { kind: WordKind::Second, height, turn: self.turn, block: Some(block), lock: None };
        is_enough(self.by.len(), nodes.len())
            && self.by.is_sorted_by(|one, next| one.node < next.node)
            && self.by.iter().all(|seal| nodes.contains(&seal.node))
            && self.by.iter().all(|seal| word.is_by(&seal.node, partnership, &seal.signature))
    }
}
