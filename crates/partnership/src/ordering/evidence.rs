//! What proves that a node signed two things of which it may sign one.

use minicbor::{Decode, Encode};

use super::word::Word;
use crate::ids::{PartnershipId, PublicKey};

/// The most pieces of evidence in a block.
pub const MAX_EVIDENCE: usize = 8;

/// A word with its signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct SignedWord {
    /// What was said.
    #[n(0)]
    pub word: Word,
    /// The node's signature.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub signature: [u8; 64],
}

/// Two words of one node of which it may say one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Evidence {
    #[n(0)]
    pub(super) node: PublicKey,
    #[n(1)]
    pub(super) one: SignedWord,
    #[n(2)]
    pub(super) other: SignedWord,
}

impl Evidence {
    /// The evidence in two words, in either order; `None` if they do not contradict one another.
    #[must_use]
    pub fn new(node: PublicKey, one: SignedWord, other: SignedWord) -> Option<Evidence> {
        let (one, other) = if one.word <= other.word { (one, other) } else { (other, one) };
        Some(Evidence { node, one, other }).filter(Evidence::contradicts)
    }

    /// The node that signed both.
    #[must_use]
    pub fn node(&self) -> PublicKey {
        self.node
    }

    /// At which height.
    #[must_use]
    pub fn height(&self) -> u64 {
        self.one.word.height
    }

    /// One place, two words, in their order.
    pub(crate) fn contradicts(&self) -> bool {
        let place = |word: &Word| (word.kind, word.height, word.turn);
        place(&self.one.word) == place(&self.other.word) && self.one.word < self.other.word
    }

    /// Whether the node signed both for this partnership.
    pub(crate) fn is_signed(&self, partnership: PartnershipId) -> bool {
        let is_by = |said: &SignedWord| said.word.is_by(&self.node, partnership, &said.signature);
        is_by(&self.one) && is_by(&self.other)
    }
}
