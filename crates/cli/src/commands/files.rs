//! Files that someone names on the command line: read up to a limit, whatever their size, and written.

use std::fs::{File, Metadata, Permissions};
use std::io::{self, Read, Write};
use std::path::Path;

use quorate_records::proof::{MAX_NOTE_BYTES, Note};

use crate::failure::Failure;

/// The file's bytes, if it has no more than this many.
pub(crate) fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        File::open(path)?.take(one_more).read_to_end(&mut bytes)?;
        if bytes.len() > most {
            let what = format!("it has more than {most} bytes");
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
        }
        Ok(bytes)
    };
    read().map_err(|source| Failure::File { path: path.into(), to_be: "read", source })
}

/// The same for a text, and the name to tell faults by.
pub(crate) fn read_text(path: &Path, most: usize) -> Result<(String, String), Failure> {
    let name = path.display().to_string();
    let text = String::from_utf8(read_bytes(path, most)?).map_err(|error| {
        let what = format!("it is not a text: byte {} is not UTF-8", error.utf8_error().valid_up_to());
        let source = io::Error::new(io::ErrorKind::InvalidData, what);
        Failure::File { path: path.into(), to_be: "read", source }
    })?;
    Ok((name, text))
}

/// A signed checkpoint, as it was printed.
pub(crate) fn read_note(path: &Path) -> Result<Note, Failure> {
    let (name, text) = read_text(path, MAX_NOTE_BYTES)?;
    Note::read(&text).map_err(|_| {
        let help = "give the file as `quorate record checkpoint` printed it, to the last byte";
        Failure::usage(format!("{name} is not a signed checkpoint"), help)
    })
}

/// Writes a text where nothing else is: the same again changes nothing, and another in its place is refused.
pub(crate) fn write_new_text(path: &Path, text: &str) -> Result<&'static str, Failure> {
    match std::fs::read(path) {
        Ok(found) if found == text.as_bytes() => Ok("is there already, the same to the last byte"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => write_text(path, text).map(|()| "written"),
        _ => Err(Failure::usage(
            format!("something else is at {}", path.display()),
            "name another file, or move this one away first",
        )),
    }
}

/// Writes a text to a file, in place of what was there.
pub(crate) fn write_text(path: &Path, text: &str) -> Result<(), Failure> {
    write_bytes(path, text.as_bytes())
}

/// The same for bytes. What is no file, such as a pipe, takes them where it is.
pub(crate) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let found = std::fs::symlink_metadata(path);
    let write = || match &found {
        Ok(found) if !found.is_file() => std::fs::write(path, bytes),
        found => {
            let mut beside = path.as_os_str().to_owned();
            beside.push(".unfinished");
            let kept = found.as_ref().ok().map(Metadata::permissions);
            write_whole(path, Path::new(&beside), bytes, kept)
        }
    };
    write().map_err(|source| Failure::File { path: path.into(), to_be: "written", source })
}

/// Writes a file whole or not at all: beside its place, and then put there.
///
/// # Errors
/// What the disk says; then the place is as it was.
pub(crate) fn write_whole(
    path: &Path,
    beside: &Path,
    bytes: &[u8],
    kept: Option<Permissions>,
) -> io::Result<()> {
    let mut file = File::create(beside)?;
    let written = file.write_all(bytes).and_then(|()| match kept {
        Some(kept) => file.set_permissions(kept),
        None => Ok(()),
    });
    let put = written.and_then(|()| file.sync_all()).and_then(|()| std::fs::rename(beside, path));
    if put.is_err() {
        std::fs::remove_file(beside).ok();
    }
    put
}
