//! What a member's node says to the others when they agree on a block, and signs.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};

use crate::ids::{BlockId, PartnershipId, PublicKey};
use crate::wire;

const DOMAIN: &[u8] = b"quorate/engine/1\0";

/// What kind of thing a node says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum WordKind {
    /// It puts a block to the others.
    #[n(0)]
    Puts,
    /// Its first vote of a turn.
    #[n(1)]
    First,
    /// Its second vote of a turn: more than two thirds of them make a block final.
    #[n(2)]
    Second,
}

/// One thing that a node says. Of each kind it says one at a height and turn, or it is false.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Word {
    /// What kind of thing.
    #[n(0)]
    pub kind: WordKind,
    /// At which height.
    #[n(1)]
    pub height: u64,
    /// In which turn at that height, from 0.
    #[n(2)]
    pub turn: u32,
    /// For which block; `None` is for none.
    #[n(3)]
    pub block: Option<BlockId>,
    /// Of a block that is put again: the turn in which more than two thirds voted for it first.
    #[n(4)]
    pub lock: Option<u32>,
}

impl Word {
    /// The bytes under a node's signature: they stand for one partnership, one node and one word.
    #[must_use]
    pub fn to_be_signed(&self, partnership: PartnershipId, node: &PublicKey) -> Vec<u8> {
        let mut bytes = DOMAIN.to_vec();
        bytes.extend(partnership.0);
        bytes.extend(node.0);
        wire::append(self, &mut bytes);
        bytes
    }

    /// Whether this node signed it for this partnership.
    #[must_use]
    pub fn is_by(&self, node: &PublicKey, partnership: PartnershipId, signature: &[u8; 64]) -> bool {
        node.verifies(&self.to_be_signed(partnership, node), signature)
    }
}
