//! The folder of documents in a directory: a plain file for each, named by its hash, and its deposit beside it.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::deposit::{Deposit, DocumentId};
use super::error::{DocumentError, NotHere, NotTaken};
use crate::store::sync_folder;

/// The folder in a directory.
const FOLDER: &str = "documents";
/// The longest deposit, in bytes: its title has at most 400.
const MAX_DEPOSIT_BYTES: u64 = 1024;

/// The documents of a directory, whether its node runs or not.
#[derive(Clone, Debug)]
pub struct Documents {
    folder: PathBuf,
}

impl Documents {
    /// Those of a directory.
    #[must_use]
    pub fn of(directory: &Path) -> Documents {
        Documents { folder: directory.join(FOLDER) }
    }

    /// Where a document lies.
    #[must_use]
    pub fn path(&self, document: DocumentId) -> PathBuf {
        self.folder.join(document.to_string())
    }

    fn beside(&self, document: DocumentId, what: &str) -> PathBuf {
        self.folder.join(format!("{document}.{what}"))
    }

    /// Whether the operator wants none of it.
    pub(super) fn is_refused(&self, document: DocumentId) -> bool {
        self.beside(document, "refused").exists()
    }

    /// Every deposit that is here, in the order of the documents' names; or the file of one that is none, and why.
    pub fn deposits(&self) -> Vec<Result<Deposit, (PathBuf, String)>> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<PathBuf> = paths.filter(|path| named(path).is_some()).collect();
        paths.sort();
        paths.into_iter().map(|path| deposit(&path).map_err(|what| (path, what))).collect()
    }

    /// Reads a document: it is hashed before anybody sees it.
    ///
    /// # Errors
    /// [`NotHere`], with the file.
    pub fn read(&self, deposit: &Deposit) -> Result<Vec<u8>, NotHere> {
        let path = self.path(deposit.document());
        let most = u64::try_from(deposit.length()).unwrap_or(u64::MAX);
        let bytes = match read(&path, most) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(NotHere::Missing(path)),
            Err(source) => return Err(NotHere::File { path, source }),
        };
        let is_it = bytes.len() == deposit.length() && DocumentId::of(&bytes) == deposit.document();
        if is_it { Ok(bytes) } else { Err(NotHere::Bent(path)) }
    }

    /// Whether there is a file of the right length, whatever is in it.
    pub(super) fn seems_here(&self, deposit: &Deposit) -> bool {
        let long = fs::metadata(self.path(deposit.document())).map(|about| about.len());
        long.ok().and_then(|long| usize::try_from(long).ok()) == Some(deposit.length())
    }

    /// Writes a deposit.
    pub(super) fn keep_deposit(&self, deposit: &Deposit) -> Result<(), NotTaken> {
        self.write(&self.beside(deposit.document(), "deposit"), deposit.document(), &deposit.to_bytes())
    }

    /// Writes a document whose bytes are those of its name.
    pub(super) fn keep(&self, document: DocumentId, bytes: &[u8]) -> Result<(), NotTaken> {
        self.write(&self.path(document), document, bytes)
    }

    /// Whole or not at all.
    fn write(&self, path: &Path, document: DocumentId, bytes: &[u8]) -> Result<(), NotTaken> {
        let beside = self.beside(document, "new");
        let write = || -> io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = File::create(&beside)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&beside, path)?;
            sync_folder(&self.folder)
        };
        write().map_err(|source| {
            // What is left of it would only take room.
            let _ = fs::remove_file(&beside);
            NotTaken::File { path: path.into(), source }
        })
    }
}

/// The document that a file is the deposit of.
fn named(path: &Path) -> Option<DocumentId> {
    path.file_name()?.to_str()?.strip_suffix(".deposit")?.parse().ok()
}

fn deposit(path: &Path) -> Result<Deposit, String> {
    let bytes = read(path, MAX_DEPOSIT_BYTES).map_err(|error| error.to_string())?;
    let deposit = Deposit::from_bytes(&bytes).map_err(|error| error.to_string())?;
    if named(path) == Some(deposit.document()) { Ok(deposit) } else { Err(DocumentError::Form.to_string()) }
}

/// Up to one byte more than this.
fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
