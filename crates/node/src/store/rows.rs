//! The rows in `blocks.redb`.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use quorate_partnership::{Block, BlockId};
use redb::{Database, DatabaseError, ReadableDatabase, StorageError, TableDefinition, WriteTransaction};

use super::damage::{Damage, StoreError};
use super::{pruned, said};
use crate::engine;

pub(super) const BLOCKS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("blocks");
/// What proves blocks final, by height.
pub(super) const SEALS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("seals");
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
    /// There until the end.
    database: Option<Database>,
    path: PathBuf,
}

impl Drop for Rows {
    fn drop(&mut self) {
        let database = self.database.take();
        // The engine tidies up as it closes, and asserts about what damage can have bent meanwhile. All that was
        // acknowledged was forced before.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(database)));
    }
}

impl Rows {
    pub(super) fn create(path: &Path, genesis: &[u8]) -> Result<Rows, StoreError> {
        Rows::begun(builder().create(path), path, genesis)
    }

    pub(super) fn begun(
        database: Result<Database, DatabaseError>,
        path: &Path,
        genesis: &[u8],
    ) -> Result<Rows, StoreError> {
        let rows = Rows::of(database, path)?;
        rows.begin(genesis).map_err(|error| rows.unwritten("the genesis", error))?;
        Ok(rows)
    }

    fn begin(&self, genesis: &[u8]) -> Result<(), redb::Error> {
        let write = self.database()?.begin_write()?;
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
        Rows::opened(|| builder().open(path), path)
    }

    pub(super) fn opened(
        open: impl FnOnce() -> Result<Database, DatabaseError>,
        path: &Path,
    ) -> Result<(Rows, Vec<u8>), StoreError> {
        guarded(path, || {
            let database = open();
            let mut rows = Rows::of(database, path)?;
            let sound = rows.is_sound(path)?;
            if !sound {
                return Err(Damage::new(path, "its pages", "a checksum does not match").into());
            }
            let genesis = rows.genesis().map_err(|error| rows.engine(error))?;
            let genesis =
                genesis.ok_or_else(|| Damage::new(path, "the genesis", "there is none of a known format"))?;
            Ok((rows, genesis))
        })
    }

    fn of(database: Result<Database, DatabaseError>, path: &Path) -> Result<Rows, StoreError> {
        let database = database.map_err(|error| opening(path, error))?;
        Ok(Rows { database: Some(database), path: path.into() })
    }

    /// Whether every page has its checksum.
    fn is_sound(&mut self, path: &Path) -> Result<bool, StoreError> {
        let Some(database) = &mut self.database else { return Ok(false) };
        database.check_integrity().map_err(|error| opening(path, error))
    }

    fn genesis(&self) -> Result<Option<Vec<u8>>, redb::Error> {
        let read = self.database()?.begin_read()?;
        let about = read.open_table(ABOUT)?;
        let known = about.get("format")?.is_some_and(|format| format.value() == FORMAT);
        let genesis = about.get("genesis")?.map(|genesis| genesis.value().to_vec());
        Ok(genesis.filter(|_| known))
    }

    /// Every row from a height on, by height.
    pub(super) fn each<E: From<StoreError>>(
        &self,
        from: u64,
        mut each: impl FnMut(u64, Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let engine = |error: redb::Error| E::from(self.engine(error));
        let read = self.database().map_err(engine)?.begin_read().map_err(|error| engine(error.into()))?;
        let table = read.open_table(BLOCKS).map_err(|error| engine(error.into()))?;
        for row in table.range(from..).map_err(|error| engine(error.into()))? {
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
            let read = self.database()?.begin_read()?;
            let table = read.open_table(BLOCKS)?;
            let row = table.get(height)?;
            let id = row.and_then(|bytes| bytes.value().first_chunk::<32>().copied());
            if id.is_some() { Ok(id) } else { pruned::id(&read, height) }
        };
        read().map_err(|error| self.engine(error))
    }

    /// Adds a row; on the disk when this returns.
    pub(super) fn append(&self, height: u64, id: BlockId, block: &[u8]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database()?.begin_write()?;
            insert(&write, height, id, block)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.unwritten(&format!("block {height}"), error))
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
            let write = self.database()?.begin_write()?;
            insert(&write, height, id, block)?;
            write.open_table(SEALS)?.insert(height, seals)?;
            said::end(&write, height.saturating_add(1))?;
            said::append(&write, logged)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.unwritten(&format!("block {height}"), error))
    }

    /// Blocks with what proves them final, from a height on: up to so many bytes, and at least one if there is one; none if the
    /// block of that height went. Each is checked against its id, since nobody else may be handed what the disk has bent.
    pub(super) fn kept(&self, from: u64, most: usize) -> Result<Vec<engine::Row>, StoreError> {
        let (mut kept, mut long, mut bent, mut due) = (Vec::new(), 0_usize, None, from);
        let mut read = || -> Result<(), redb::Error> {
            let read = self.database()?.begin_read()?;
            let (blocks, seals) = (read.open_table(BLOCKS)?, read.open_table(SEALS)?);
            for row in blocks.range(from..)? {
                let (height, bytes) = row?;
                if height.value() != due {
                    break;
                }
                due = due.saturating_add(1);
                let (id, block) = bytes.value().split_first_chunk::<32>().unwrap_or((&[0; 32], &[]));
                long = long.saturating_add(block.len());
                if long > most && !kept.is_empty() {
                    break;
                }
                if Block::id_of(block).0 != *id {
                    bent = Some(height.value());
                    break;
                }
                let Some(proof) = seals.get(height.value())? else { break };
                kept.push((block.to_vec(), proof.value().to_vec()));
            }
            Ok(())
        };
        let done = steady(&self.path, || Ok(read()))?;
        match (done, bent) {
            (Ok(()), Some(height)) => {
                let place = format!("block {height}");
                Err(Damage::new(&self.path, &place, "its bytes are not those of its id").into())
            }
            // A store that no node among nodes has written to yet.
            (Err(redb::Error::TableDoesNotExist(_)) | Ok(()), _) => Ok(kept),
            (Err(error), _) => Err(self.engine(error)),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the system back the room of what went. On the disk when this returns.
    pub(super) fn compact(&mut self) -> Result<(), StoreError> {
        let compacted = match &mut self.database {
            Some(database) => database.compact().map_err(redb::Error::from),
            None => Err(redb::Error::DatabaseClosed),
        };
        compacted.map(|_| ()).map_err(|error| self.unwritten("the room of what went", error))
    }

    pub(super) fn database(&self) -> Result<&Database, redb::Error> {
        self.database.as_ref().ok_or(redb::Error::DatabaseClosed)
    }

    /// What could not be written, and why.
    pub(super) fn unwritten(&self, place: &str, error: redb::Error) -> StoreError {
        let source = match error {
            redb::Error::Corrupted(_) => return self.engine(error),
            redb::Error::Io(source) => source.into(),
            other => Box::new(other).into(),
        };
        StoreError::Write { path: self.path.clone(), place: place.into(), source }
    }

    pub(super) fn engine(&self, error: redb::Error) -> StoreError {
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

pub(super) fn builder() -> redb::Builder {
    let mut builder = redb::Builder::new();
    builder.set_cache_size(CACHE_BYTES);
    builder
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

/// As [`steady`], and the engine's own words about it are not shown.
fn guarded<T>(path: &Path, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = steady(path, read);
    std::panic::set_hook(hook);
    outcome
}

/// The engine asserts some things about its file that damage can break: such a failure is damage too, and ends
/// here.
pub(super) fn steady<T>(path: &Path, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let outcome = catch_unwind(AssertUnwindSafe(read));
    outcome.unwrap_or_else(|_| Err(Damage::new(path, "its structure", "it contradicts itself").into()))
}
