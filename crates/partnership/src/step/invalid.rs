//! Why a block cannot follow.

use crate::authentic::Unauthentic;

/// Why a block cannot follow. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidBlock {
    /// B1: not the next height, or not on this parent.
    #[error("the block is not for height {expected} on the last block")]
    NotNext {
        /// The height that would be next.
        expected: u64,
    },
    /// B2: another record.
    #[error("the block follows another record: its size, root or digest differs")]
    OtherRecord,
    /// B3: not strictly after its parent.
    #[error("the block's moment is not after its parent's")]
    NotLater,
    /// B4: no node that agrees is named as the one that ordered it.
    #[error("the block does not name a node that agrees as the one that ordered it")]
    NoNode,
    /// B5: nothing in it makes its parent final.
    #[error("the block does not carry the signatures of more than two thirds of the nodes under its parent")]
    ParentNotFinal,
    /// B6: what it carries as evidence is none, or says what the record says already.
    #[error("the block carries evidence against a node that proves nothing, or nothing new")]
    NoEvidence,
    /// A1 to A7: a command in it is not authentic.
    #[error("command {position}: {reason}")]
    Unauthentic {
        /// Its place, from 0.
        position: usize,
        /// Why.
        reason: Unauthentic,
    },
}
