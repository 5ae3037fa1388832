//! Files that take the place of what was there: whole, or not at all.

use std::fs::{self, Metadata, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use super::new_file::sync_folder;
use crate::failure::Failure;

/// Writes a text in place of what was there, for whoever reads that folder. What is no file is left.
pub(crate) fn replace_text(path: &Path, text: &str) -> Result<(), Failure> {
    let found = fs::symlink_metadata(path);
    let write = || {
        if found.as_ref().is_ok_and(|found| !found.is_file()) {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "what is there is no file"));
        }
        let mut beside = path.as_os_str().to_owned();
        beside.push(".unfinished");
        write_whole(path, Path::new(&beside), text.as_bytes(), found.as_ref().ok().map(Metadata::permissions))
    };
    write().map_err(|source| Failure::File { path: path.into(), to_be: "written", source })
}

/// Writes a file whole or not at all: beside its place, on the disk, and then put there. It has these permissions from the
/// beginning; else those that the system gives a new file.
///
/// # Errors
/// What the disk says; then the place is as it was, or it is not sure that the disk has what is there.
pub(crate) fn write_whole(
    path: &Path,
    beside: &Path,
    bytes: &[u8],
    kept: Option<Permissions>,
) -> io::Result<()> {
    place_whole(path, beside, bytes, kept).map_err(|not| not.source)
}

/// What the disk says of a file that was to take a place.
#[derive(Debug)]
pub(crate) struct NotWhole {
    pub(crate) source: io::Error,
    /// Whether the file may be in its place all the same.
    pub(crate) may_be_there: bool,
}

/// The same for whoever has to know whether the file may have taken its place although something went wrong.
///
/// # Errors
/// [`NotWhole`].
pub(crate) fn place_whole(
    path: &Path,
    beside: &Path,
    bytes: &[u8],
    kept: Option<Permissions>,
) -> Result<(), NotWhole> {
    written(beside, bytes, kept).map_err(|source| NotWhole { source, may_be_there: false })?;
    if let Err(source) = fs::rename(beside, path) {
        // A disk of another machine may have done it before it said no.
        let may_be_there = fs::symlink_metadata(beside).is_err();
        fs::remove_file(beside).ok();
        return Err(NotWhole { source, may_be_there });
    }
    sync_folder(path).map_err(|source| NotWhole { source, may_be_there: true })
}

/// Writes what is to be put in its place, and leaves nothing if that fails.
fn written(beside: &Path, bytes: &[u8], kept: Option<Permissions>) -> io::Result<()> {
    // What a command that ended half-way left goes; a link that somebody put there is not followed.
    match fs::remove_file(beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mode = kept.as_ref().map_or(0o666, Permissions::mode);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(beside)?;
    let written = file.write_all(bytes).and_then(|()| match kept {
        Some(kept) => file.set_permissions(kept),
        None => Ok(()),
    });
    let written = written.and_then(|()| file.sync_all());
    if written.is_err() {
        fs::remove_file(beside).ok();
    }
    written
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_takes_a_place_has_its_permissions_and_follows_no_link() {
        let scratch = tempfile::tempdir().unwrap();
        let at = |name: &str| scratch.path().join(name);
        fs::write(at("other"), "other").unwrap();
        symlink(at("other"), at("a.new")).unwrap();
        write_whole(&at("a"), &at("a.new"), b"one", Some(Permissions::from_mode(0o600))).unwrap();
        assert_eq!(fs::read(at("other")).unwrap(), b"other");
        assert_eq!(fs::read(at("a")).unwrap(), b"one");
        replace_text(&at("a"), "two").unwrap();
        assert_eq!(fs::read(at("a")).unwrap(), b"two");
        assert_eq!(fs::metadata(at("a")).unwrap().permissions().mode() & 0o777, 0o600);
        fs::create_dir(at("folder")).unwrap();
        assert!(replace_text(&at("folder"), "two").is_err());
    }
}
