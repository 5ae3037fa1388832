//! What a node remembers: the genesis and every block, one row a block, durable before it is acknowledged.
//!
//! `blocks.redb` holds the rows, and of a node among nodes what proves each block final, and what it said at the height at
//! work; `snapshots` what was true at two blocks, for a quick start; `acknowledged` holds the height and id of the
//! last block that was acknowledged. After a crash the rows may be ahead of the mark, by blocks that nobody was told
//! of; they are never behind it.
//! If they are, something acknowledged is gone, and the store says so rather than go on.

mod changes;
mod damage;
mod disk;
#[cfg(test)]
mod faults;
mod mark;
mod pruned;
mod rows;
mod said;
mod snapshots;

use std::fs;
use std::path::{Path, PathBuf};

use quorate_partnership::{Block, BlockId, Genesis};

pub use damage::{Damage, StoreError};
pub(crate) use disk::NodeDisk;
use mark::Mark;
pub(crate) use pruned::Left;
use rows::Rows;
pub(crate) use snapshots::Snapshots;

const ROWS: &str = "blocks.redb";
const MARK: &str = "acknowledged";

/// The store of one partnership in one directory.
pub struct Store {
    rows: Rows,
    mark: Mark,
    path: PathBuf,
    /// Whether something could not be written: then nothing more is.
    has_failed: bool,
}

impl Store {
    /// A new store in a directory that has none.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is one; otherwise what the disk says.
    pub fn create(directory: &Path, genesis: &Genesis) -> Result<Store, StoreError> {
        let path = directory.join(ROWS);
        let file = |source| StoreError::File { path: path.clone(), source };
        fs::create_dir_all(directory).map_err(file)?;
        if path.exists() {
            return Err(StoreError::Exists(directory.to_path_buf()));
        }
        let rows = Rows::create(&path, &genesis.to_bytes())?;
        let mark = Mark::create(&directory.join(MARK))?;
        sync_folder(directory).map_err(file)?;
        Ok(Store { rows, mark, path, has_failed: false })
    }

    /// Opens the store of a directory.
    ///
    /// # Errors
    /// [`StoreError::None`] if there is none, [`StoreError::InUse`] if another process has it open,
    /// [`StoreError::Damaged`] with file and place.
    pub fn open(directory: &Path) -> Result<(Store, Genesis), StoreError> {
        let path = directory.join(ROWS);
        if !path.exists() {
            return Err(StoreError::None(directory.to_path_buf()));
        }
        let (rows, genesis) = Rows::open(&path)?;
        Store::of_rows(directory, rows, &genesis)
    }

    fn of_rows(directory: &Path, rows: Rows, genesis: &[u8]) -> Result<(Store, Genesis), StoreError> {
        let path = directory.join(ROWS);
        let genesis = Genesis::from_bytes(genesis)
            .map_err(|error| Damage::new(&path, "the genesis", error.to_string()))?;
        let mark = Mark::open(&directory.join(MARK))?;
        Ok((Store { rows, mark, path, has_failed: false }, genesis))
    }

    /// The bytes that the rows of a directory take on the disk.
    #[must_use]
    pub fn bytes(directory: &Path) -> Option<u64> {
        fs::metadata(directory.join(ROWS)).ok().map(|about| about.len())
    }

    /// Every block in order, given to `each` as it is read and checked against its id, its height and its parent.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with file and place, or what `each` says.
    pub fn replay<E: From<StoreError>>(
        &self,
        genesis: &Genesis,
        each: impl FnMut(Block) -> Result<(), E>,
    ) -> Result<(), E> {
        self.replay_after(0, genesis, each)
    }

    /// The same, of the blocks after a height.
    pub(crate) fn replay_after<E: From<StoreError>>(
        &self,
        after: u64,
        genesis: &Genesis,
        mut each: impl FnMut(Block) -> Result<(), E>,
    ) -> Result<(), E> {
        let id = genesis.id();
        let mut last = (after, None);
        self.rows.each(after.saturating_add(1), |height, row| {
            let place = format!("block {height}");
            let damaged = |what: String| StoreError::from(Damage::new(&self.path, &place, what));
            if height != last.0.saturating_add(1) {
                return Err(damaged(format!("it follows block {}", last.0)).into());
            }
            let block = Block::read(row.block, &id).map_err(|error| damaged(error.to_string()))?;
            if block.id().0 != row.id || block.height() != height {
                return Err(damaged("its bytes are not those of its id".into()).into());
            }
            last = (height, Some(block.id()));
            each(block)
        })?;
        self.mark.check(&self.path, last.0, |height| self.rows.id(height)).map_err(E::from)
    }

    /// The id of the block at a height, if there is one that can be read.
    pub(crate) fn id(&self, height: u64) -> Option<[u8; 32]> {
        self.rows.id(height).ok().flatten()
    }

    /// The height of the last block.
    pub(crate) fn last(&self) -> Result<u64, StoreError> {
        self.rows.last()
    }

    /// Blocks from a height on, of a node among nodes, each checked against its id: up to so many bytes.
    pub(crate) fn some(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(self.rows.kept(from, most)?.into_iter().map(|(block, _)| block).collect())
    }

    /// Lets go of the bodies of blocks: of each this is left, and this was true after the last.
    pub(crate) fn prune(&mut self, left: &[(u64, Left)], state: &[u8]) -> Result<(), StoreError> {
        self.write(|store| store.rows.prune(left, state))
    }

    /// Gives the system back the room of what went.
    pub(crate) fn compact(&mut self) -> Result<(), StoreError> {
        self.write(|store| store.rows.compact())
    }

    /// What was true after the last block whose body went, and its height.
    pub(crate) fn base(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        self.rows.base()
    }

    /// What is left of blocks from a height on: up to so many bytes.
    pub(crate) fn left(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.rows.left(from, most)
    }

    /// That a block is not there.
    pub(crate) fn missing(&self, height: u64) -> StoreError {
        self.rows.missing(height)
    }

    /// Keeps a block: when this returns, it is on the disk.
    ///
    /// # Errors
    /// What the disk says; then nobody may be told of the block.
    pub fn append(&mut self, block: &Block) -> Result<(), StoreError> {
        self.write(|store| store.rows.append(block.height(), block.id(), block.bytes()))
    }

    /// Notes that a block is about to be acknowledged.
    ///
    /// # Errors
    /// What the disk says.
    pub fn acknowledge(&mut self, block: &Block) -> Result<(), StoreError> {
        self.write(|store| store.mark.set(block.height(), block.id()))
    }

    /// Keeps a final block with what proves it final, ends the log of its height, and adds to the log of later ones: when
    /// this returns, it is on the disk.
    fn keep(
        &mut self,
        (height, id): (u64, BlockId),
        row: (&[u8], &[u8]),
        logged: &[(u64, u64, Vec<u8>)],
    ) -> Result<(), StoreError> {
        self.write(|store| {
            store.rows.keep(height, id, row, logged)?;
            store.mark.set(height, id)
        })
    }

    /// Adds to the log: when this returns, it is on the disk.
    fn log(&mut self, logged: &[(u64, u64, Vec<u8>)]) -> Result<(), StoreError> {
        self.write(|store| store.rows.log(logged))
    }

    /// Writes, unless something could not be written before. After a disk has said once that it could not force what it was
    /// given, its next word that it could is not about the same bytes.
    fn write(&mut self, write: impl FnOnce(&mut Store) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.holds()?;
        let path = self.path.clone();
        let written = rows::steady(&path, || write(self));
        self.has_failed = written.is_err();
        written
    }

    /// That nothing more is written, if something could not be.
    fn holds(&self) -> Result<(), StoreError> {
        if self.has_failed { Err(StoreError::Failed(self.path.clone())) } else { Ok(()) }
    }
}

#[cfg(unix)]
pub(crate) fn sync_folder(directory: &Path) -> std::io::Result<()> {
    fs::File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_directory: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A new disk in a directory that has none.
    pub(crate) fn disk(directory: &Path) -> NodeDisk {
        NodeDisk::new(Store::create(directory, &disk::tests::genesis()).unwrap()).unwrap()
    }

    /// The disk of a directory once more.
    pub(crate) fn reopened(directory: &Path) -> NodeDisk {
        NodeDisk::new(Store::open(directory).unwrap().0).unwrap()
    }
}
