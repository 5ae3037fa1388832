//! Files that someone names on the command line: read up to a limit, whatever their size, and written where nothing is.

mod new_file;
mod whole;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use quorate_records::proof::{MAX_NOTE_BYTES, Note};

use crate::failure::Failure;

pub(crate) use new_file::{NewFile, write_new, write_new_text};
pub(crate) use whole::{replace_text, write_whole};

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
