//! What can be wrong with a store, with file and place.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Damage to a file: which, where in it, and what was found. Never repaired silently.
#[derive(Debug)]
pub struct Damage {
    path: PathBuf,
    place: String,
    what: String,
}

impl Damage {
    pub(super) fn new(path: &Path, place: &str, what: impl Into<String>) -> Damage {
        Damage { path: path.into(), place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is damaged at {}: {}", self.path.display(), self.place, self.what)
    }
}

impl std::error::Error for Damage {}

/// Why a store does not serve.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing there.
    #[error("there is no partnership in {}", .0.display())]
    None(PathBuf),
    /// Something there already.
    #[error("there is a partnership in {} already", .0.display())]
    Exists(PathBuf),
    /// Open elsewhere.
    #[error("{} is in use by another process", .0.display())]
    InUse(PathBuf),
    /// Damaged.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// The disk says no.
    #[error("{}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
    /// Something could not be written; nothing more is.
    #[error("{} cannot be written at {place}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What was to be written.
        place: String,
        /// What the disk said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Something could not be written before. What the system held back then may be lost without a further word, so that
    /// trying again proves nothing.
    #[error("{} could not be written before, and nothing is written to it until it is opened again", .0.display())]
    Failed(PathBuf),
    /// The table engine says no.
    #[error("{}", path.display())]
    Engine {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: Box<redb::Error>,
    },
}
