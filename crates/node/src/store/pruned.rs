//! Blocks whose bodies went: what happened in them stays, and what was true after the last of them.
//!
//! Both stand in the same commit as the last of the bodies that go, so that at any moment a block is whole, or what is left of
//! it is there and what is true can be said without it.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{BlockId, Digest, Moment, TreeRoot};
use redb::{ReadTransaction, ReadableDatabase, TableDefinition};

use super::damage::{Damage, StoreError};
use super::rows::{BLOCKS, Rows, SEALS, steady};

/// What is left of blocks, by height.
const LEFT: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("left");
/// What was true after the last of them: one row, by its height.
const BASE: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("base");

/// What is left of a block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Left {
    #[n(0)]
    pub(crate) id: BlockId,
    #[n(1)]
    pub(crate) moment: Moment,
    /// The extent after it: size, root, digest.
    #[n(2)]
    pub(crate) extent: (u64, TreeRoot, Digest),
    /// The events that it brought: the leaves of the record's tree.
    #[n(3)]
    pub(crate) events: Vec<ByteVec>,
    /// For each of them that changed the nodes, its place among them, and what the record came to in the form of `changes`.
    #[n(4)]
    pub(crate) changes: Vec<(u64, ByteVec)>,
}

impl Left {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        // Writing to a vector in memory does not fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Left> {
        minicbor::decode(bytes).ok().filter(|left: &Left| left.to_bytes() == bytes)
    }
}

/// The id of a block whose body went.
pub(super) fn id(read: &ReadTransaction, height: u64) -> Result<Option<[u8; 32]>, redb::Error> {
    let table = match read.open_table(LEFT) {
        Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
        table => table?,
    };
    let row = table.get(height)?;
    Ok(row.and_then(|bytes| Left::from_bytes(bytes.value())).map(|left| left.id.0))
}

impl Rows {
    /// Lets go of the bodies of blocks, by height, of which this is left, and keeps what was true after the last of them; on
    /// the disk when this returns, all of it or nothing.
    pub(super) fn prune(&self, left: &[(u64, Left)], state: &[u8]) -> Result<(), StoreError> {
        let Some((last, _)) = left.last() else { return Ok(()) };
        let write = || -> Result<(), redb::Error> {
            let write = self.database()?.begin_write()?;
            {
                let (mut blocks, mut seals) = (write.open_table(BLOCKS)?, write.open_table(SEALS)?);
                let (mut table, mut base) = (write.open_table(LEFT)?, write.open_table(BASE)?);
                for (height, left) in left {
                    table.insert(*height, left.to_bytes().as_slice())?;
                    blocks.remove(*height)?;
                    seals.remove(*height)?;
                }
                base.retain(|_, _| false)?;
                base.insert(*last, state)?;
            }
            Ok(write.commit()?)
        };
        write().map_err(|error| self.unwritten(&format!("what is left of block {last}"), error))
    }

    /// What was true after the last block whose body went, and its height; none if all blocks are whole.
    pub(super) fn base(&self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        let read = || -> Result<Option<(u64, Vec<u8>)>, redb::Error> {
            let read = self.database()?.begin_read()?;
            let table = read.open_table(BASE)?;
            let row = table.range::<u64>(..)?.next_back().transpose()?;
            Ok(row.map(|(height, state)| (height.value(), state.value().to_vec())))
        };
        self.there(read)
    }

    /// What is left of blocks from a height on: up to so many bytes, and at least one if there is one.
    pub(super) fn left(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        let read = || -> Result<Vec<Vec<u8>>, redb::Error> {
            let read = self.database()?.begin_read()?;
            let (mut found, mut long, mut due) = (Vec::new(), 0_usize, from);
            for row in read.open_table(LEFT)?.range(from..)? {
                let (height, bytes) = row?;
                long = long.saturating_add(bytes.value().len());
                if height.value() != due || (long > most && !found.is_empty()) {
                    break;
                }
                due = due.saturating_add(1);
                found.push(bytes.value().to_vec());
            }
            Ok(found)
        };
        self.there(read)
    }

    /// What is read, or nothing where no body ever went.
    fn there<T: Default>(&self, read: impl FnOnce() -> Result<T, redb::Error>) -> Result<T, StoreError> {
        match steady(self.path(), || Ok(read()))? {
            Err(redb::Error::TableDoesNotExist(_)) => Ok(T::default()),
            read => read.map_err(|error| self.engine(error)),
        }
    }

    /// The height of the last block.
    pub(super) fn last(&self) -> Result<u64, StoreError> {
        let read = || -> Result<u64, redb::Error> {
            let read = self.database()?.begin_read()?;
            let row = read.open_table(BLOCKS)?.range::<u64>(..)?.next_back().transpose()?;
            Ok(row.map(|(height, _)| height.value()).unwrap_or_default())
        };
        self.there(read)
    }

    /// That a block is not there.
    pub(super) fn missing(&self, height: u64) -> StoreError {
        let what = "it is missing, or what proves it final is";
        Damage::new(self.path(), &format!("block {height}"), what).into()
    }
}
