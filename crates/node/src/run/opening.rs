//! How a node comes to know what is true when it starts: from its newest sound snapshot and the blocks since, or from all
//! blocks.

use std::path::Path;

use quorate_partnership::{Genesis, Partnership};
use tracing::{info, warn};

use super::error::RunError;
use crate::node::NodeError;
use crate::sealed::CameTo;
use crate::store::{Snapshots, Store};

/// From where a node steps through its blocks when it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// From its newest sound snapshot.
    #[default]
    Snapshot,
    /// From the first: signatures and rules of everything are checked once more.
    First,
}

/// What is true, and how many blocks, and bytes of them, were stepped through to know it.
pub(super) struct Opened {
    pub(super) partnership: Partnership,
    /// What the record came to with each change of the nodes on the way; those before are on the disk.
    pub(super) changes: Vec<CameTo>,
    pub(super) blocks: u64,
    pub(super) bytes: usize,
}

pub(super) fn open(
    directory: &Path,
    (store, genesis): (&Store, &Genesis),
    opening: Opening,
) -> Result<Opened, RunError> {
    if let Some((last, _)) = store.base()? {
        let whole = last.saturating_add(1);
        info!(whole, "blocks before this height are pruned: no other node can have them from this one");
    }
    let files = match opening {
        Opening::Snapshot => Snapshots::of(directory).files(),
        Opening::First => Vec::new(),
    };
    for path in files {
        let begun = match Snapshots::read(&path, genesis, |height| store.id(height)) {
            Ok(partnership) => partnership,
            Err(error) => {
                warn!(%error, "a snapshot is not used");
                continue;
            }
        };
        let from = begun.height();
        match step_on(directory, (store, genesis), begun) {
            Ok(opened) => {
                info!(from, blocks = opened.blocks, "opened from a snapshot and the blocks since");
                return Ok(opened);
            }
            Err(NodeError::Replay { height, source, .. }) => {
                let path = path.display();
                warn!(%path, height, error = %source, "a snapshot is not used: a block does not follow it");
            }
            Err(error) => return Err(error.into()),
        }
    }
    let base = store.base()?;
    if let (Some((last, _)), Opening::First) = (&base, opening) {
        return Err(RunError::Pruned { directory: directory.into(), last: *last });
    }
    let begun = match &base {
        Some((_, state)) => Partnership::from_snapshot(state, genesis)
            .map_err(|source| NodeError::Base { directory: directory.into(), source })?,
        None => Partnership::begin(genesis)?,
    };
    Ok(step_on(directory, (store, genesis), begun)?)
}

fn step_on(
    directory: &Path,
    (store, genesis): (&Store, &Genesis),
    partnership: Partnership,
) -> Result<Opened, NodeError> {
    let mut opened = Opened { partnership, changes: Vec::new(), blocks: 0, bytes: 0 };
    let from = opened.partnership.height();
    store.replay_after(from, genesis, |block| {
        let (height, directory) = (block.height(), directory.to_path_buf());
        let before = opened.partnership.nodes().digest();
        let stepped = opened.partnership.step(&block);
        stepped.map_err(|source| NodeError::Replay { directory, height, source })?;
        if opened.partnership.nodes().digest() != before {
            opened.changes.push(CameTo::of(&opened.partnership));
        }
        opened.blocks = opened.blocks.saturating_add(1);
        opened.bytes = opened.bytes.saturating_add(block.bytes().len());
        Ok::<(), NodeError>(())
    })?;
    Ok(opened)
}

/// How many bytes of blocks there are between two snapshots: some ten thousand commands, which a start steps through in less
/// than a second.
const BYTES_APART: usize = 4 * 1024 * 1024;
/// How many blocks, where they are small.
const BLOCKS_APART: u64 = 4096;

/// Keeps a snapshot now and then.
pub(super) struct Keeper {
    snapshots: Snapshots,
    blocks: u64,
    bytes: usize,
}

impl Keeper {
    /// After so many blocks, and bytes of them, since the last snapshot.
    pub(super) fn new(directory: &Path, blocks: u64, bytes: usize) -> Keeper {
        Keeper { snapshots: Snapshots::of(directory), blocks, bytes }
    }

    /// A block was kept.
    pub(super) fn ordered(&mut self, bytes: usize) {
        self.blocks = self.blocks.saturating_add(1);
        self.bytes = self.bytes.saturating_add(bytes);
    }

    /// Keeps a snapshot of what is true, all of whose blocks are kept, if it is time. Without one a start takes longer, and
    /// that is all.
    pub(super) fn keep_if_due(&mut self, partnership: &Partnership) {
        if self.bytes < BYTES_APART && self.blocks < BLOCKS_APART {
            return;
        }
        (self.blocks, self.bytes) = (0, 0);
        match self.snapshots.keep(partnership) {
            Ok(()) => info!(height = partnership.height(), "a snapshot is kept"),
            Err(error) => {
                let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
                warn!(%error, source, "a snapshot is not kept; the next start takes longer");
            }
        }
    }
}

#[cfg(test)]
mod tests;
