//! What can stop a node.

use std::path::PathBuf;

use quorate_partnership::{BlockError, GenesisError, InvalidBlock, SnapshotError};

use crate::run::ClientError;
use crate::store::StoreError;

/// Why a node does not serve.
#[derive(Debug, thiserror::Error)]
pub enum NodeError {
    /// The store does not serve.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The genesis is none.
    #[error(transparent)]
    Genesis(#[from] GenesisError),
    /// A stored block does not follow: the store is not one that a node of this version wrote.
    #[error("block {height} in {} does not follow", directory.display())]
    Replay {
        /// Where.
        directory: PathBuf,
        /// Which block.
        height: u64,
        /// Why.
        source: InvalidBlock,
    },
    /// A block could not be formed.
    #[error(transparent)]
    Block(#[from] BlockError),
    /// A block of our own does not follow.
    #[error(transparent)]
    Step(#[from] InvalidBlock),
    /// The disk failed before.
    #[error("the node has stopped, because its disk failed; open it again")]
    Stopped,
    /// The node among nodes does not run.
    #[error("the node in {} does not run: its record can be read, and nothing be given to it", .0.display())]
    Asleep(PathBuf),
    /// The chain of the nodes has a hole still.
    #[error("the change of the nodes at height {0} is not signed yet by enough of the nodes before it")]
    Unchained(u64),
    /// The node among nodes does not answer.
    #[error(transparent)]
    Served(#[from] ClientError),
    /// A block that the node keeps is none.
    #[error("block {height} of the node is none: {source}")]
    Bytes {
        /// Which.
        height: u64,
        /// Why.
        source: BlockError,
    },
    /// What was kept for blocks whose bodies went is not what this version of the program reads.
    #[error("what was true after the pruned blocks of {} cannot be read: {source}", directory.display())]
    Base {
        /// Where.
        directory: PathBuf,
        /// Why.
        source: SnapshotError,
    },
    /// What is left of a block is not what was written.
    #[error("what is left of block {height} in {} is not what was written", directory.display())]
    Left {
        /// Where.
        directory: PathBuf,
        /// Which block.
        height: u64,
    },
    /// Time cannot be told to pass here.
    #[error("time passes by itself here: only a rehearsal can be told to wait")]
    NotARehearsal,
}
