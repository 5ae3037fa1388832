//! Letting go of the bodies of old blocks, whose events stay.

use std::path::{Path, PathBuf};

use quorate_partnership::members::Nodes;
use quorate_partnership::{Block, Genesis, Partnership};

use super::client::Client;
use super::config::Config;
use crate::node::{NodeError, is_heard};
use crate::sealed::{CameTo, Sealed};
use crate::store::{Left, Snapshots, Store, StoreError};

/// The most bytes of blocks that go in one commit.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// What pruning came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pruned {
    /// The height up to which blocks had been pruned before.
    pub before: u64,
    /// The height up to which they are now.
    pub last: u64,
    /// The height of the record.
    pub height: u64,
    /// The bytes of the store before and after, where the system tells.
    pub bytes: (Option<u64>, Option<u64>),
}

/// Why nothing more is pruned. What was pruned before stays so.
#[derive(Debug, thiserror::Error)]
pub enum PruneError {
    /// Nobody else has the blocks.
    #[error("{} is of a partnership on one node: nobody else has its blocks", .0.display())]
    Alone(PathBuf),
    /// It is at work.
    #[error("the node in {} runs, and is not pruned meanwhile", .0.display())]
    Runs(PathBuf),
    /// It has not worked long enough.
    #[error("{} holds less than two snapshots: it is pruned up to the older of two, and no further", .0.display())]
    NoSnapshots(PathBuf),
    /// A snapshot is not what was written, so the disk is in doubt.
    #[error("nothing is pruned, since a snapshot is not sound: {0}")]
    Snapshot(String),
    /// The store does not serve.
    #[error(transparent)]
    Node(#[from] NodeError),
}

impl From<StoreError> for PruneError {
    fn from(error: StoreError) -> PruneError {
        PruneError::Node(error.into())
    }
}

/// Prunes the blocks of a directory whose node does not run, up to the older of its two snapshots, and so that at least so many
/// stay whole. Each that goes is stepped through once more. It may be killed at any time, and goes on where it was.
///
/// # Errors
/// [`PruneError`].
pub fn prune(directory: &Path, keep: u64) -> Result<Pruned, PruneError> {
    if !Config::is_in(directory) {
        return Err(PruneError::Alone(directory.into()));
    }
    if Client::connect(directory).is_ok() {
        return Err(PruneError::Runs(directory.into()));
    }
    let bytes = Store::bytes(directory);
    let (mut store, genesis) = Store::open(directory)?;
    let (sound, height) = (older_snapshot(directory, (&store, &genesis))?, store.last()?);
    let cut = height.saturating_sub(keep.max(1)).min(sound);
    let mut pruner = Pruner::begin(directory, &store, &genesis)?;
    let before = pruner.partnership.height();
    while pruner.partnership.height() < cut {
        let left = pruner.some(&store, cut)?;
        store.prune(&left, &pruner.partnership.to_snapshot())?;
    }
    store.compact()?;
    drop(store);
    let bytes = (bytes, Store::bytes(directory));
    Ok(Pruned { before, last: pruner.partnership.height(), height, bytes })
}

/// The height of the older of the two snapshots, which are both sound.
fn older_snapshot(directory: &Path, (store, genesis): (&Store, &Genesis)) -> Result<u64, PruneError> {
    let files = Snapshots::of(directory).files();
    let mut heights = Vec::new();
    for path in files {
        let sound = Snapshots::read(&path, genesis, |height| store.id(height));
        heights.push(sound.map_err(|error| PruneError::Snapshot(error.to_string()))?.height());
    }
    match heights.as_slice() {
        [_, older, ..] => Ok(*older),
        _ => Err(PruneError::NoSnapshots(directory.into())),
    }
}

/// Steps through blocks and says what is left of each.
struct Pruner<'a> {
    directory: &'a Path,
    genesis: &'a Genesis,
    partnership: Partnership,
    nodes: Nodes,
}

impl<'a> Pruner<'a> {
    fn begin(directory: &'a Path, store: &Store, genesis: &'a Genesis) -> Result<Pruner<'a>, NodeError> {
        let partnership = match store.base()? {
            Some((_, state)) => Partnership::from_snapshot(&state, genesis)
                .map_err(|source| NodeError::Base { directory: directory.into(), source })?,
            None => Partnership::begin(genesis)?,
        };
        let nodes = partnership.nodes().clone();
        Ok(Pruner { directory, genesis, partnership, nodes })
    }

    /// What is left of the next blocks, up to this one.
    fn some(&mut self, store: &Store, cut: u64) -> Result<Vec<(u64, Left)>, NodeError> {
        let from = self.partnership.height().saturating_add(1);
        let blocks = store.some(from, MAX_BYTES)?;
        if blocks.is_empty() {
            return Err(store.missing(from).into());
        }
        let mut left = Vec::new();
        for (height, bytes) in (from..=cut).zip(blocks) {
            left.push((height, self.left(height, &bytes)?));
        }
        Ok(left)
    }

    fn left(&mut self, height: u64, bytes: &[u8]) -> Result<Left, NodeError> {
        let block = Block::read(bytes, &self.genesis.id());
        let block = block.map_err(|source| NodeError::Bytes { height, source })?;
        let replay = |source| NodeError::Replay { directory: self.directory.into(), height, source };
        let booked = self.partnership.step(&block).map_err(replay)?.booked;
        let came_to = CameTo::of(&self.partnership);
        let extent = came_to.checkpoint.extent;
        let sealed = Sealed::new(came_to).to_bytes();
        let changing = (0_u64..).zip(&booked).filter(|(_, booked)| is_heard(&mut self.nodes, booked));
        Ok(Left {
            id: block.id(),
            moment: block.moment(),
            extent: (extent.size, extent.root, extent.digest),
            changes: changing.map(|(place, _)| (place, sealed.clone().into())).collect(),
            events: booked.iter().map(|booked| booked.to_bytes().into()).collect(),
        })
    }
}
