//! The drawers of a delegation's desk: files of the node's own in its directory's folder `desk`, which only its user can read.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use quorate_partnership::{Genesis, MAX_GENESIS_BYTES};
use quorate_web::Drawer;

use crate::commands::files::{read_bytes, write_whole};
use crate::failure::Failure;
use crate::present::{shell, visible};

/// The most bytes that a drawer holds.
const MOST: usize = 64 * 1024 * 1024;

/// The folder of a directory's desk.
fn folder(directory: &Path) -> PathBuf {
    directory.join("desk")
}

/// Makes the desk where there is none, and has it for this process alone as long as the file is held.
pub(super) fn take(directory: &Path) -> Result<File, Failure> {
    let path = folder(directory).join("lock");
    let failed = |source| Failure::File { path: path.clone(), to_be: "written", source };
    make(directory).map_err(failed)?;
    let open = OpenOptions::new().create(true).append(true).mode(0o600).open(&path);
    let file = open.map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let what = format!("other pages are served of {} already", shell(directory));
            Err(Failure::Absent {
                what,
                help: "use those, or end them first: two would lose what the other keeps".into(),
            })
        }
        Err(TryLockError::Error(source)) => Err(failed(source)),
    }
}

fn make(directory: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder(directory))
}

/// Leaves the genesis on the desk. While the pages have the record for themselves, the agent of the same directory finds there
/// whose record it is.
pub(super) fn keep_genesis(directory: &Path, genesis: &Genesis) -> Result<(), Failure> {
    let path = folder(directory).join("genesis");
    let bytes = genesis.to_bytes();
    if read_bytes(&path, MAX_GENESIS_BYTES).is_ok_and(|found| found == bytes) {
        return Ok(());
    }
    let written = make(directory).and_then(|()| replace(&path, &bytes));
    written.map_err(|source| Failure::File { path, to_be: "written", source })
}

/// The genesis that pages left on the desk.
pub(crate) fn genesis(directory: &Path) -> Option<Genesis> {
    Genesis::from_bytes(&read_bytes(&folder(directory).join("genesis"), MAX_GENESIS_BYTES).ok()?).ok()
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole(path, &path.with_extension("new"), bytes, Some(Permissions::from_mode(0o600)))
}

/// Gives a drawer that cannot be read another name, and says so where the pages were begun.
pub(super) fn put_aside(directory: &Path, drawer: Drawer, why: &str) -> Result<(), String> {
    let path = path(directory, drawer);
    let aside = path.with_extension("damaged");
    let moved = fs::rename(&path, &aside);
    let told = match &moved {
        Ok(()) => format!("{} cannot be read ({why}): it lies at {} now", shell(&path), shell(&aside)),
        Err(error) => format!("{} cannot be read ({why}), nor put aside ({error})", shell(&path)),
    };
    // Nobody else can be told that the standard error is gone.
    let _ = writeln!(io::stderr(), "{}", visible(&told));
    moved.map_err(|_| told)
}

fn path(directory: &Path, drawer: Drawer) -> PathBuf {
    folder(directory).join(drawer.name())
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
        make(directory)?;
        replace(&path, bytes)
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
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder.path().join("desk")), 0o700);
        assert_eq!(mode(&path(folder.path(), Drawer::Drafts)), 0o600);
    }

    #[test]
    fn a_desk_is_one_processs_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let held = take(folder.path()).unwrap();
        let why = take(folder.path()).map(|_| ()).unwrap_err().to_string();
        assert!(why.contains("other pages are served"), "{why}");
        drop(held);
        take(folder.path()).unwrap();
    }

    #[test]
    fn a_drawer_that_is_damaged_is_put_aside_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        keep(folder.path(), Drawer::Sessions, b"damaged").unwrap();
        put_aside(folder.path(), Drawer::Sessions, "it is no JSON").unwrap();
        assert_eq!(kept(folder.path(), Drawer::Sessions), Ok(None));
        assert_eq!(fs::read(folder.path().join("desk/sessions.damaged")).unwrap(), b"damaged");
        assert!(put_aside(folder.path(), Drawer::Sessions, "it is no JSON").is_err());
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
