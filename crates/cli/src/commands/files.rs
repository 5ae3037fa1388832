//! Files that someone names on the command line: read up to a limit, whatever their size, and written where nothing is.

mod laid;
mod new_file;
mod whole;

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use quorate_records::proof::{MAX_NOTE_BYTES, Note};

use crate::failure::Failure;

pub(crate) use laid::Laid;
pub(crate) use new_file::{NewFile, names_file, put_all, write_new, write_new_text};
pub(crate) use whole::{NotWhole, place_whole, replace_text, write_whole};

/// Opens a file to be read: a file, and no pipe, device or folder, which would keep the command waiting, perhaps for ever. What
/// the command was given open, its standard input among it, is taken as it is.
pub(crate) fn open_file(path: &Path) -> Result<File, Failure> {
    opened(path).map_err(|source| Failure::File { path: path.into(), to_be: "read", source })
}

fn opened(path: &Path) -> io::Result<File> {
    if path == Path::new("/dev/stdin") || path.starts_with("/dev/fd") {
        return File::open(path);
    }
    let no_file = |is_file: bool| match is_file {
        true => Ok(()),
        false => {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file: a folder, a pipe or a device"))
        }
    };
    no_file(std::fs::metadata(path)?.is_file())?;
    // What took its place meanwhile is not waited for.
    let at_once = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or_default();
    let file = OpenOptions::new().read(true).custom_flags(at_once).open(path)?;
    no_file(file.metadata()?.is_file())?;
    Ok(file)
}

/// The file's bytes, if it has no more than this many.
pub(crate) fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        opened(path)?.take(one_more).read_to_end(&mut bytes)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_a_device_and_a_folder_keep_nobody_waiting() {
        let scratch = tempfile::tempdir().unwrap();
        let pipe = scratch.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        for path in [pipe.as_path(), Path::new("/dev/zero"), scratch.path()] {
            for failure in [read_bytes(path, 10).map(|_| ()), open_file(path).map(|_| ())] {
                let Err(Failure::File { source, .. }) = failure else { panic!("{path:?} was read") };
                assert!(source.to_string().starts_with("it is no file"), "{path:?}: {source}");
            }
        }
        std::fs::write(scratch.path().join("file"), "some").unwrap();
        assert_eq!(read_bytes(&scratch.path().join("file"), 10).unwrap(), b"some");
    }
}
