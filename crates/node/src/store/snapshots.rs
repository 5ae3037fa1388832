//! Snapshots: what is true at some block, kept beside the rows so that a start need not step through all of them.
//!
//! They are this node's own. One is used if its bytes are those that were written, this version of the program wrote it, and
//! the rows hold its block; otherwise the one before is, or everything is stepped through. Losing all of them loses nothing.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{BlockId, Digest, Genesis, MAX_SNAPSHOT_BYTES, Partnership};
use sha2::{Digest as _, Sha256};

use super::damage::{Damage, StoreError};
use super::sync_folder;

/// The folder of snapshots in a directory.
const FOLDER: &str = "snapshots";
/// How many are kept.
const KEPT: usize = 2;
const FORMAT: &str = "quorate/stored-snapshot/1";
/// The program that wrote it: what another version wrote is dropped and not migrated.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// What stands around the state, in bytes.
const AROUND: u64 = 1024;

/// A file of the folder.
#[derive(Encode, Decode)]
struct Stored {
    #[n(0)]
    format: String,
    #[n(1)]
    program: String,
    #[n(2)]
    height: u64,
    #[n(3)]
    block: BlockId,
    #[n(4)]
    digest: Digest,
    #[n(5)]
    state: ByteVec,
    /// Over all of the above.
    #[cbor(n(6), with = "minicbor::bytes")]
    hash: [u8; 32],
}

impl Stored {
    fn hashed(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for text in [&self.format, &self.program] {
            hash.update(text.as_bytes());
            hash.update([0]);
        }
        hash.update(self.height.to_be_bytes());
        hash.update(self.block.0);
        hash.update(self.digest.0);
        hash.update(self.state.as_slice());
        hash.finalize().into()
    }
}

/// Why a snapshot is not used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unused {
    /// It is damaged.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// It cannot be read.
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    /// Another version wrote it.
    #[error("{} was written by version {program} of the program", path.display())]
    Program { path: PathBuf, program: String },
    /// The rows do not hold its block.
    #[error("{} is of a block that the rows do not hold", path.display())]
    NoBlock { path: PathBuf },
}

/// The snapshots of a directory.
#[derive(Clone)]
pub(crate) struct Snapshots {
    folder: PathBuf,
}

impl Snapshots {
    pub(crate) fn of(directory: &Path) -> Snapshots {
        Snapshots { folder: directory.join(FOLDER) }
    }

    /// The files, the newest first.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<PathBuf> = paths.filter(|path| height(path).is_some()).collect();
        paths.sort_by_key(|path| std::cmp::Reverse(height(path)));
        paths
    }

    /// Writes a snapshot, and lets go of those that are older than the two newest. Whole or not at all.
    ///
    /// # Errors
    /// What the disk says. Nothing depends on it.
    pub(crate) fn keep(&self, partnership: &Partnership) -> Result<(), StoreError> {
        let name = format!("{:020}", partnership.height());
        let (beside, path) =
            (self.folder.join(format!("{name}.new")), self.folder.join(format!("{name}.cbor")));
        let mut stored = Stored {
            format: FORMAT.into(),
            program: PROGRAM.into(),
            height: partnership.height(),
            block: partnership.tip(),
            digest: partnership.digest(),
            state: partnership.to_snapshot().into(),
            hash: [0; 32],
        };
        stored.hash = stored.hashed();
        // Writing to a vector in memory does not fail.
        let bytes = minicbor::to_vec(&stored).unwrap_or_default();
        let write = || -> io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = File::create(&beside)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            fs::rename(&beside, &path)?;
            sync_folder(&self.folder)
        };
        if let Err(source) = write() {
            // What is left of it would only take room.
            let _ = fs::remove_file(&beside);
            let place = format!("block {}", partnership.height());
            return Err(StoreError::Write { path, place, source: source.into() });
        }
        for old in self.files().into_iter().skip(KEPT).chain(self.begun()) {
            // One too many does no harm.
            let _ = fs::remove_file(old);
        }
        Ok(())
    }

    /// What was begun and not finished, when a node was killed over it.
    fn begun(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "new")).collect()
    }

    /// What a file says, checked against itself and against the id of its block in the rows.
    pub(crate) fn read(
        path: &Path,
        genesis: &Genesis,
        row: impl FnOnce(u64) -> Option<[u8; 32]>,
    ) -> Result<Partnership, Unused> {
        let damaged = |what: &str| Unused::from(Damage::new(path, "its bytes", what));
        let bytes = read(path).map_err(|source| Unused::File { path: path.into(), source })?;
        let stored: Stored = minicbor::decode(&bytes).map_err(|_| damaged("they are no snapshot"))?;
        if stored.hash != stored.hashed() || minicbor::to_vec(&stored).ok() != Some(bytes) {
            return Err(damaged("they are not those that were written"));
        }
        if (stored.format.as_str(), stored.program.as_str()) != (FORMAT, PROGRAM) {
            return Err(Unused::Program { path: path.into(), program: stored.program });
        }
        let partnership = Partnership::from_snapshot(&stored.state, genesis);
        let partnership = partnership.map_err(|error| damaged(&error.to_string()))?;
        let says = (partnership.height(), partnership.tip(), partnership.digest());
        if says != (stored.height, stored.block, stored.digest) {
            return Err(damaged("it says another block than it is of"));
        }
        match row(stored.height) {
            Some(id) if id == stored.block.0 => Ok(partnership),
            _ => Err(Unused::NoBlock { path: path.into() }),
        }
    }
}

/// The height in a file's name; none for what is not a snapshot's.
fn height(path: &Path) -> Option<u64> {
    let name = path.file_name()?.to_str()?.strip_suffix(".cbor")?;
    name.parse().ok().filter(|_| name.len() == 20)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(MAX_SNAPSHOT_BYTES).unwrap_or(u64::MAX).saturating_add(AROUND);
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    match u64::try_from(bytes.len()) {
        Ok(long) if long <= most => Ok(bytes),
        _ => Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it has more than {most} bytes"))),
    }
}
