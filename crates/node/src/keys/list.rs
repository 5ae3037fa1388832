//! What lies in a folder of keys.

use std::path::PathBuf;

use super::file::KeyFile;
use super::holder::{Holder, Turn, read_file_name};
use super::{KeyError, KeyRing};

/// A file in a folder of keys.
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Whose key it is and whether it is in use, as its name says; nothing if it is not named as a key is.
    pub named: Option<(Holder, Turn)>,
    /// What it holds, if it is named as a key is.
    pub file: Option<Result<KeyFile, KeyError>>,
}

impl KeyRing {
    /// Every file in the folder, in the order of their names.
    ///
    /// # Errors
    /// [`KeyError::File`] if the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, KeyError> {
        let listed = |name: String| {
            let (path, named) = (self.folder().join(&name), read_file_name(&name));
            let file = named.is_some().then(|| KeyFile::read(&path));
            Listed { path, named, file }
        };
        Ok(self.names()?.into_iter().map(listed).collect())
    }
}
