//! The disk of a node among nodes: blocks with what proves them final, and the log of what it said at the height at work.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quorate_partnership::{Block, BlockId};

use super::{Store, StoreError};
use crate::engine::{Disk, DiskError, Row};

/// The disk of a node. A clone of it is the same disk.
#[derive(Clone)]
pub(crate) struct NodeDisk {
    store: Arc<Mutex<Store>>,
    /// What was logged and not forced yet: height, place, entry.
    logged: Vec<(u64, u64, Vec<u8>)>,
    /// The place of the next entry.
    next: u64,
}

fn said(error: &StoreError) -> DiskError {
    use std::error::Error as _;
    let mut said = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        said = format!("{said}: {error}");
        source = error.source();
    }
    DiskError(said)
}

impl NodeDisk {
    /// The disk of a store.
    ///
    /// # Errors
    /// What the disk says.
    pub(crate) fn new(store: Store) -> Result<NodeDisk, StoreError> {
        let next = store.rows.next_place()?;
        Ok(NodeDisk { store: Arc::new(Mutex::new(store)), logged: Vec::new(), next })
    }

    /// Keeps what a change of the nodes came to, with its signatures, in the place of what was kept of it.
    pub(crate) fn keep_change(&self, height: u64, row: &[u8]) -> Result<(), DiskError> {
        self.store().rows.keep_change(height, row).map_err(|error| said(&error))
    }

    /// What is kept of the change of the nodes at a height.
    pub(crate) fn change(&self, height: u64) -> Result<Option<Vec<u8>>, DiskError> {
        let at = self.changes(height, 0)?.into_iter().next();
        Ok(at.filter(|(found, _)| *found == height).map(|(_, row)| row))
    }

    /// What is kept of the changes of the nodes from a height on: up to so many bytes, and at least one if there is one.
    pub(crate) fn changes(&self, from: u64, most: usize) -> Result<Vec<(u64, Vec<u8>)>, DiskError> {
        self.store().rows.changes(from, most).map_err(|error| said(&error))
    }

    /// What was true after the last block whose body went, and its height.
    pub(crate) fn base(&self) -> Result<Option<(u64, Vec<u8>)>, DiskError> {
        self.store().base().map_err(|error| said(&error))
    }

    /// What is left of blocks from a height on: up to so many bytes.
    pub(crate) fn left(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, DiskError> {
        self.store().left(from, most).map_err(|error| said(&error))
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        // Whoever held it and broke left nothing half done: the table engine writes all or nothing.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Disk for NodeDisk {
    fn log(&mut self, height: u64, entry: &[u8]) -> Result<(), DiskError> {
        self.logged.push((height, self.next, entry.to_vec()));
        self.next = self.next.saturating_add(1);
        Ok(())
    }

    fn force(&mut self) -> Result<(), DiskError> {
        if self.logged.is_empty() {
            return self.store().holds().map_err(|error| said(&error));
        }
        let logged = std::mem::take(&mut self.logged);
        self.store().log(&logged).map_err(|error| said(&error))
    }

    fn keep(&mut self, height: u64, block: &[u8], seals: &[u8]) -> Result<(), DiskError> {
        // What was logged of the heights up to this one is not needed any more.
        self.logged.retain(|(of, ..)| *of > height);
        let logged = std::mem::take(&mut self.logged);
        let id: BlockId = Block::id_of(block);
        self.store().keep((height, id), (block, seals), &logged).map_err(|error| said(&error))
    }

    fn kept(&self, from: u64, most: usize) -> Result<Vec<Row>, DiskError> {
        self.store().rows.kept(from, most).map_err(|error| said(&error))
    }

    fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, DiskError> {
        self.store().rows.logged(height).map_err(|error| said(&error))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use quorate_charter::Charter;
    use quorate_partnership::{Extent, Founder, Genesis, Moment, Nature, Partnership};

    use super::*;

    const CHARTER: &str = include_str!("../../../../charters/partnership.toml");

    pub(in crate::store) fn genesis() -> Genesis {
        let key = |member, name: &str| {
            crate::Key::of_exercise(name, format!("{member}/root").parse().unwrap()).public()
        };
        let founder = |member| Founder {
            member,
            root: key(member, "root"),
            recovery: key(member, "recovery"),
            node: key(member, "node"),
        };
        let charter = Charter::read(CHARTER).unwrap();
        let founders = charter.members().map(|(member, _)| founder(member)).collect();
        Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(0), CHARTER, founders).unwrap()
    }

    fn block(partnership: &Partnership, height: u64) -> Vec<u8> {
        let extent: Extent = partnership.extent();
        Block::new(height, partnership.tip(), extent, Moment(height), Vec::new()).unwrap().bytes().to_vec()
    }

    fn disk(directory: &std::path::Path, genesis: &Genesis) -> NodeDisk {
        NodeDisk::new(Store::create(directory, genesis).unwrap()).unwrap()
    }

    #[test]
    fn what_was_forced_is_there_again_and_what_was_not_is_not() {
        let scratch = tempfile::tempdir().unwrap();
        let genesis = genesis();
        let mut written = disk(scratch.path(), &genesis);
        for entry in [[1_u8], [2]] {
            written.log(1, &entry).unwrap();
        }
        written.force().unwrap();
        written.log(1, &[3]).unwrap();
        drop(written);
        let mut read = NodeDisk::new(Store::open(scratch.path()).unwrap().0).unwrap();
        assert_eq!(read.logged(1).unwrap(), [[1], [2]]);
        read.log(1, &[4]).unwrap();
        read.force().unwrap();
        assert_eq!(read.logged(1).unwrap(), [[1], [2], [4]]);
        assert_eq!(read.logged(2).unwrap(), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn a_final_block_ends_the_log_of_its_height_and_not_of_the_next() {
        let scratch = tempfile::tempdir().unwrap();
        let genesis = genesis();
        let partnership = Partnership::begin(&genesis).unwrap();
        let mut disk = disk(scratch.path(), &genesis);
        let (first, second) = (block(&partnership, 1), block(&partnership, 2));
        disk.log(1, &[1]).unwrap();
        disk.force().unwrap();
        disk.log(1, &[2]).unwrap();
        disk.log(2, &[3]).unwrap();
        disk.keep(1, &first, &[7]).unwrap();
        assert_eq!((disk.logged(1).unwrap().len(), disk.logged(2).unwrap()), (0, vec![vec![3]]));
        disk.keep(2, &second, &[8]).unwrap();
        let rows = [(first, vec![7]), (second, vec![8])];
        assert_eq!(disk.kept(1, usize::MAX).unwrap(), rows);
        assert_eq!(disk.kept(1, 1).unwrap(), rows[..1]);
        assert_eq!(disk.kept(2, 0).unwrap(), rows[1..]);
        assert_eq!(disk.kept(3, usize::MAX).unwrap(), []);
    }

    #[test]
    fn a_change_of_the_nodes_is_kept_by_its_height_and_in_the_place_of_what_was() {
        let scratch = tempfile::tempdir().unwrap();
        let disk = disk(scratch.path(), &genesis());
        assert_eq!((disk.change(7).unwrap(), disk.changes(0, usize::MAX).unwrap()), (None, vec![]));
        for (height, row) in [(9, [1]), (7, [2]), (9, [3])] {
            disk.keep_change(height, &row).unwrap();
        }
        assert_eq!((disk.change(9).unwrap(), disk.change(8).unwrap()), (Some(vec![3]), None));
        assert_eq!(disk.changes(0, usize::MAX).unwrap(), [(7, vec![2]), (9, vec![3])]);
        assert_eq!(disk.changes(0, 0).unwrap(), [(7, vec![2])]);
    }
}
