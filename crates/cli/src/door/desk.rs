//! The drawers of a delegation's desk: files of the node's own in its directory's folder `desk`, which only its user can read.

use std::fs::{DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use quorate_web::Drawer;

use crate::commands::files::{read_bytes, write_whole};
use crate::failure::Failure;

/// The most bytes that a drawer holds.
const MOST: usize = 64 * 1024 * 1024;

fn path(directory: &Path, drawer: Drawer) -> PathBuf {
    directory.join("desk").join(drawer.name())
}

/// What is kept in a drawer of this directory's desk.
pub(super) fn kept(directory: &Path, drawer: Drawer) -> Result<Option<Vec<u8>>, String> {
    match read_bytes(&path(directory, drawer), MOST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Failure::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure.to_string()),
    }
}

/// Keeps something in a drawer of this directory's desk: written beside, forced to the disk, then put in place.
pub(super) fn keep(directory: &Path, drawer: Drawer, bytes: &[u8]) -> Result<(), String> {
    let path = path(directory, drawer);
    let write = || -> io::Result<()> {
        if bytes.len() > MOST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        DirBuilder::new().recursive(true).mode(0o700).create(directory.join("desk"))?;
        write_whole(&path, &path.with_extension("new"), bytes, Some(Permissions::from_mode(0o600)))
    };
    write().map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_last_is_there_and_nobody_else_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(kept(folder.path(), Drawer::Drafts), Ok(None));
        keep(folder.path(), Drawer::Drafts, b"one").unwrap();
        keep(folder.path(), Drawer::Drafts, b"two").unwrap();
        assert_eq!(kept(folder.path(), Drawer::Drafts), Ok(Some(b"two".to_vec())));
        assert_eq!(kept(folder.path(), Drawer::Sessions), Ok(None));
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder.path().join("desk")), 0o700);
        assert_eq!(mode(&path(folder.path(), Drawer::Drafts)), 0o600);
    }

    #[test]
    fn what_cannot_be_kept_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        keep(folder.path(), Drawer::Tokens, b"one").unwrap();
        let why = keep(folder.path(), Drawer::Tokens, &vec![0; MOST + 1]).unwrap_err();
        assert!(why.contains("desk/tokens cannot be written"), "{why}");
        assert_eq!(kept(folder.path(), Drawer::Tokens), Ok(Some(b"one".to_vec())));
    }
}
