//! The rows in `blocks.redb`.

use std::io;
use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use quorate_partnership::BlockId;
use redb::{
    Database, DatabaseError, ReadableDatabase, ReadableTable, StorageError, TableDefinition, WriteTransaction,
};

use super::damage::{Damage, StoreError};
use crate::engine;

const BLOCKS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("blocks");
/// What proves blocks final, by height.
const SEALS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("seals");
/// What the node said at the height at work, by height and place.
const LOG: TableDefinition<'static, (u64, u64), &[u8]> = TableDefinition::new("log");
/// The changes of the nodes with the signatures on what the record came to, by height.
const CHANGES: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("changes");
const ABOUT: TableDefinition<'static, &str, &[u8]> = TableDefinition::new("about");
const FORMAT: &[u8] = b"quorate/store/1";
/// Rows are read once and in order, so a small cache serves.
const CACHE_BYTES: usize = 16 * 1024 * 1024;

/// A row: the block's id, and the block.
pub(super) struct Row<'r> {
    pub(super) id: [u8; 32],
    pub(super) block: &'r [u8],
}

pub(super) struct Rows {
    database: Database,
    path: PathBuf,
}

impl Rows {
    pub(super) fn create(path: &Path, genesis: &[u8]) -> Result<Rows, StoreError> {
        let database = redb::Builder::new().set_cache_size(CACHE_BYTES).create(path);
        let rows = Rows { database: database.map_err(|error| opening(path, error))?, path: path.into() };
        rows.begin(genesis).map_err(|error| rows.engine(error))?;
        Ok(rows)
    }

    fn begin(&self, genesis: &[u8]) -> Result<(), redb::Error> {
        let write = self.database.begin_write()?;
        {
            write.open_table(BLOCKS)?;
            let mut about = write.open_table(ABOUT)?;
            about.insert("format", FORMAT)?;
            about.insert("genesis", genesis)?;
        }
        Ok(write.commit()?)
    }

    /// Opens the rows and reads the genesis. Every page is checked against its checksum first.
    pub(super) fn open(path: &Path) -> Result<(Rows, Vec<u8>), StoreError> {
        guarded(path, || {
            let database = redb::Builder::new().set_cache_size(CACHE_BYTES).open(path);
            let mut rows =
                Rows { database: database.map_err(|error| opening(path, error))?, path: path.into() };
            let sound = rows.database.check_integrity().map_err(|error| opening(path, error))?;
            if !sound {
                return Err(Damage::new(path, "its pages", "a checksum does not match").into());
            }
            let genesis = rows.genesis().map_err(|error| rows.engine(error))?;
            let genesis =
                genesis.ok_or_else(|| Damage::new(path, "the genesis", "there is none of a known format"))?;
            Ok((rows, genesis))
        })
    }

    fn genesis(&self) -> Result<Option<Vec<u8>>, redb::Error> {
        let read = self.database.begin_read()?;
        let about = read.open_table(ABOUT)?;
        let known = about.get("format")?.is_some_and(|format| format.value() == FORMAT);
        let genesis = about.get("genesis")?.map(|genesis| genesis.value().to_vec());
        Ok(genesis.filter(|_| known))
    }

    /// Every row, by height.
    pub(super) fn each<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(u64, Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let engine = |error: redb::Error| E::from(self.engine(error));
        let read = self.database.begin_read().map_err(|error| engine(error.into()))?;
        let table = read.open_table(BLOCKS).map_err(|error| engine(error.into()))?;
        for row in table.iter().map_err(|error| engine(error.into()))? {
            let (height, bytes) = row.map_err(|error| engine(error.into()))?;
            let place = format!("block {}", height.value());
            let Some((id, block)) = bytes.value().split_first_chunk::<32>() else {
                return Err(StoreError::from(Damage::new(&self.path, &place, "the row is too short")).into());
            };
            each(height.value(), Row { id: *id, block })?;
        }
        Ok(())
    }

    /// The id in the row at this height.
    pub(super) fn id(&self, height: u64) -> Result<Option<[u8; 32]>, StoreError> {
        let read = || -> Result<Option<[u8; 32]>, redb::Error> {
            let read = self.database.begin_read()?;
            let table = read.open_table(BLOCKS)?;
            let row = table.get(height)?;
            Ok(row.and_then(|bytes| bytes.value().first_chunk::<32>().copied()))
        };
        read().map_err(|error| self.engine(error))
    }

    /// Adds a row; on the disk when this returns.
    pub(super) fn append(&self, height: u64, id: BlockId, block: &[u8]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database.begin_write()?;
            insert(&write, height, id, block)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.engine(error))
    }

    /// Adds a row with what proves the block final, ends the log of its height and adds to that of later ones; on the disk
    /// when this returns.
    pub(super) fn keep(
        &self,
        height: u64,
        id: BlockId,
        (block, seals): (&[u8], &[u8]),
        logged: &[(u64, u64, Vec<u8>)],
    ) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database.begin_write()?;
            insert(&write, height, id, block)?;
            write.open_table(SEALS)?.insert(height, seals)?;
            let next = (height.saturating_add(1), 0);
            write.open_table(LOG)?.retain_in(..next, |_, _| false)?;
            append_log(&write, logged)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.engine(error))
    }

    /// Adds entries to the log; on the disk when this returns.
    pub(super) fn log(&self, logged: &[(u64, u64, Vec<u8>)]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database.begin_write()?;
            append_log(&write, logged)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.engine(error))
    }

    /// Blocks with what proves them final, from a height on: up to so many bytes, and at least one if there is one.
    pub(super) fn kept(&self, from: u64, most: usize) -> Result<Vec<engine::Row>, StoreError> {
        let read = || -> Result<Vec<engine::Row>, redb::Error> {
            let read = self.database.begin_read()?;
            let (blocks, seals) = (read.open_table(BLOCKS)?, read.open_table(SEALS)?);
            let (mut kept, mut long) = (Vec::new(), 0_usize);
            for row in blocks.range(from..)? {
                let (height, bytes) = row?;
                let block = bytes.value().get(32..).unwrap_or_default();
                long = long.saturating_add(block.len());
                if long > most && !kept.is_empty() {
                    break;
                }
                let Some(proof) = seals.get(height.value())? else { break };
                kept.push((block.to_vec(), proof.value().to_vec()));
            }
            Ok(kept)
        };
        match read() {
            // A store that no node among nodes has written to yet.
            Err(redb::Error::TableDoesNotExist(_)) => Ok(Vec::new()),
            read => read.map_err(|error| self.engine(error)),
        }
    }

    /// Keeps a change of the nodes; on the disk when this returns.
    pub(super) fn keep_change(&self, height: u64, row: &[u8]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database.begin_write()?;
            write.open_table(CHANGES)?.insert(height, row)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.engine(error))
    }

    /// Changes of the nodes from a height on: up to so many bytes, and at least one if there is one.
    pub(super) fn changes(&self, from: u64, most: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let read = || -> Result<Vec<(u64, Vec<u8>)>, redb::Error> {
            let read = self.database.begin_read()?;
            let (mut found, mut long) = (Vec::new(), 0_usize);
            for row in read.open_table(CHANGES)?.range(from..)? {
                let (height, bytes) = row?;
                long = long.saturating_add(bytes.value().len());
                if long > most && !found.is_empty() {
                    break;
                }
                found.push((height.value(), bytes.value().to_vec()));
            }
            Ok(found)
        };
        match read() {
            // No node has changed yet.
            Err(redb::Error::TableDoesNotExist(_)) => Ok(Vec::new()),
            read => read.map_err(|error| self.engine(error)),
        }
    }

    /// The entries of the log of a height, in order.
    pub(super) fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        self.of_log((height, 0)..=(height, u64::MAX), |(_, entry)| entry)
    }

    /// The place of the next entry in the log.
    pub(super) fn next_place(&self) -> Result<u64, StoreError> {
        let places = self.of_log((0, 0)..=(u64::MAX, u64::MAX), |((_, place), _)| place)?;
        Ok(places.into_iter().max().map_or(0, |place| place.saturating_add(1)))
    }

    fn of_log<T>(
        &self,
        range: RangeInclusive<(u64, u64)>,
        of: impl Fn(((u64, u64), Vec<u8>)) -> T,
    ) -> Result<Vec<T>, StoreError> {
        let read = || -> Result<Vec<T>, redb::Error> {
            let read = self.database.begin_read()?;
            let rows = read.open_table(LOG)?;
            let mut found = Vec::new();
            for row in rows.range(range.clone())? {
                let (place, entry) = row?;
                found.push(of((place.value(), entry.value().to_vec())));
            }
            Ok(found)
        };
        match read() {
            Err(redb::Error::TableDoesNotExist(_)) => Ok(Vec::new()),
            read => read.map_err(|error| self.engine(error)),
        }
    }

    fn engine(&self, error: redb::Error) -> StoreError {
        match error {
            redb::Error::Corrupted(what) => Damage::new(&self.path, "its pages", what).into(),
            other => StoreError::Engine { path: self.path.clone(), source: Box::new(other) },
        }
    }
}

fn insert(write: &WriteTransaction, height: u64, id: BlockId, block: &[u8]) -> Result<(), redb::Error> {
    let mut table = write.open_table(BLOCKS)?;
    let mut row = table.insert_reserve(height, id.0.len().saturating_add(block.len()))?;
    let (head, body) = row.as_mut().split_at_mut(id.0.len());
    head.copy_from_slice(&id.0);
    body.copy_from_slice(block);
    Ok(())
}

fn append_log(write: &WriteTransaction, logged: &[(u64, u64, Vec<u8>)]) -> Result<(), redb::Error> {
    let mut table = write.open_table(LOG)?;
    for (height, place, entry) in logged {
        table.insert((*height, *place), entry.as_slice())?;
    }
    Ok(())
}

fn opening(path: &Path, error: DatabaseError) -> StoreError {
    match error {
        DatabaseError::DatabaseAlreadyOpen => StoreError::InUse(path.into()),
        DatabaseError::Storage(StorageError::Corrupted(what)) => Damage::new(path, "its pages", what).into(),
        DatabaseError::RepairAborted => Damage::new(path, "its pages", "it cannot be recovered").into(),
        DatabaseError::UpgradeRequired(version) => {
            Damage::new(path, "its header", format!("it says format version {version}")).into()
        }
        DatabaseError::Storage(StorageError::Io(source)) if source.kind() == io::ErrorKind::InvalidData => {
            Damage::new(path, "its header", source.to_string()).into()
        }
        DatabaseError::Storage(StorageError::Io(source)) => StoreError::File { path: path.into(), source },
        other => StoreError::Engine { path: path.into(), source: Box::new(other.into()) },
    }
}

/// The engine asserts some things about its file that damage can break: such a failure is damage too, and ends
/// here.
fn guarded<T>(path: &Path, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(read));
    std::panic::set_hook(hook);
    outcome.unwrap_or_else(|_| Err(Damage::new(path, "its structure", "it contradicts itself").into()))
}
