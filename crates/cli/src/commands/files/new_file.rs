//! A file of its own: written beside its place, for its owner alone, and put there only where nothing is.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use crate::failure::Failure;
use crate::present::shell;

/// A file that lies beside its place, under its name with `.new`, until it is put there. If it is dropped before that, it goes.
pub(crate) struct NewFile {
    place: PathBuf,
    beside: PathBuf,
    file: BufWriter<File>,
    laid: bool,
    stays: bool,
}

/// What a file is that a command left half-way.
#[derive(Clone, Copy)]
enum Left {
    /// It can be made again.
    Alone,
    /// An agent's store may know of it, and then it is the only one there is.
    WithStore,
}

/// Whether a path names a file that may be written.
///
/// # Errors
/// [`Failure`]: it names a folder, or has a name that is for something else.
pub(crate) fn names_file(place: &Path) -> Result<(), Failure> {
    let text = place.as_os_str().as_encoded_bytes();
    let last = text.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    let wrong = |what: &str, help: &str| Err(Failure::usage(format!("{} {what}", shell(place)), help));
    match last {
        b"" | b"." | b".." => {
            wrong("names no file", "name a file, and not only its folder; nothing was done")
        }
        b"agent.sealed" => {
            wrong("is the name of an agent's store", "take another name for the file; nothing was done")
        }
        last if last.ends_with(b".new") => wrong(
            "ends as the names of files do that are not written to the end",
            "take a name without `.new` at its end; nothing was done",
        ),
        _ => Ok(()),
    }
}

/// Puts files in their places, all that can be.
///
/// # Errors
/// [`Failure`]: which could not be, where each of them lies, and what to do.
pub(crate) fn put_all(files: Vec<NewFile>) -> Result<(), Failure> {
    let mut failed: Vec<Failure> = files.into_iter().filter_map(|file| file.put().err()).collect();
    match failed.pop() {
        None => Ok(()),
        Some(only) if failed.is_empty() => Err(only),
        Some(last) => {
            failed.push(last);
            let all: Vec<String> = failed.iter().map(Failure::to_string).collect();
            Err(Failure::Absent { what: all.join("\n"), help: PUT_IT_THERE.into() })
        }
    }
}

/// What to do with what lies beside its place.
const PUT_IT_THERE: &str = "move it from there to where it is wanted; do not make it again";

impl NewFile {
    /// Begins one that could be made again. Nothing is at its place, and its folder takes files: that is tried here, before
    /// anything else is done.
    ///
    /// # Errors
    /// [`Failure`]: the place is taken, whatever takes it; there is no such folder; or it takes no file.
    pub(crate) fn begin(place: &Path) -> Result<NewFile, Failure> {
        NewFile::begun(place, Left::Alone)
    }

    /// Begins one that an agent's store knows of once it goes on: it could not be made again.
    ///
    /// # Errors
    /// As [`NewFile::begin`].
    pub(crate) fn begin_with_store(place: &Path) -> Result<NewFile, Failure> {
        NewFile::begun(place, Left::WithStore)
    }

    fn begun(place: &Path, kind: Left) -> Result<NewFile, Failure> {
        names_file(place)?;
        if fs::symlink_metadata(place).is_ok() {
            return Err(taken(place));
        }
        let mut beside = OsString::from(place);
        beside.push(".new");
        let beside = PathBuf::from(beside);
        // Nothing that lies there is followed or taken away: it may be all that is left of a command that ended half-way.
        let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside);
        match opened {
            Ok(file) => {
                let file = BufWriter::new(file);
                Ok(NewFile { place: place.into(), beside, file, laid: false, stays: false })
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(left(place, &beside, kind)),
            Err(source) => Err(Failure::File { path: place.into(), to_be: "written", source }),
        }
    }

    /// Lays it down: from here on it is on the disk beside its place, and only to be put there.
    ///
    /// # Errors
    /// [`Failure`]: what the disk says.
    pub(crate) fn lay_down(&mut self) -> Result<(), Failure> {
        let laid = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        let laid = laid.and_then(|()| sync_folder(&self.place));
        laid.map_err(|source| Failure::File { path: self.place.clone(), to_be: "written", source })?;
        self.laid = true;
        Ok(())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// [`Failure`]: something came to its place meanwhile, or the disk says no. It says where the file lies, whole.
    pub(crate) fn put(mut self) -> Result<(), Failure> {
        if !self.laid {
            self.lay_down()?;
        }
        self.stays = true;
        rename_to_free(&self.beside, &self.place).map_err(|source| {
            let what = format!(
                "{} cannot be put in its place ({source}): it lies whole at {}",
                shell(&self.place),
                shell(&self.beside)
            );
            Failure::Absent { what, help: PUT_IT_THERE.into() }
        })?;
        sync_folder(&self.place).map_err(|source| {
            let what =
                format!("{} is in its place, and it is not sure that the disk has it", shell(&self.place));
            Failure::Absent { what, help: format!("{source}; copy it elsewhere before you rely on it") }
        })
    }
}

impl NewFile {
    /// From here on it is not taken away, whatever happens: where it lies.
    pub(crate) fn leave(mut self) -> PathBuf {
        self.stays = true;
        self.beside.clone()
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.stays {
            fs::remove_file(&self.beside).ok();
        }
    }
}

/// What became of a text.
pub(super) const WRITTEN: &str = "written";
pub(super) const SAME: &str = "is there already, the same to the last byte";

/// Writes a file where nothing is. What takes bytes and keeps none, such as a pipe, takes them where it is.
pub(crate) fn write_new(place: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let passes_on = |found: fs::Metadata| found.file_type().is_fifo() || found.file_type().is_char_device();
    let failed = |source| Failure::File { path: place.into(), to_be: "written", source };
    if fs::metadata(place).is_ok_and(passes_on) {
        return OpenOptions::new()
            .write(true)
            .open(place)
            .and_then(|mut to| to.write_all(bytes))
            .map_err(failed);
    }
    let mut file = NewFile::begin(place)?;
    file.write_all(bytes).map_err(failed)?;
    file.put()
}

/// The same for a text that may be there already: the same again changes nothing, and another in its place is refused.
pub(crate) fn write_new_text(place: &Path, text: &str) -> Result<&'static str, Failure> {
    match fs::symlink_metadata(place) {
        Ok(found) if found.is_file() && fs::read(place).is_ok_and(|found| found == text.as_bytes()) => {
            Ok(SAME)
        }
        _ => write_new(place, text.as_bytes()).map(|()| WRITTEN),
    }
}

pub(super) fn taken(place: &Path) -> Failure {
    let what = format!("{} is there already: name another", shell(place));
    Failure::Absent { what, help: "nothing was written".into() }
}

fn left(place: &Path, beside: &Path, kind: Left) -> Failure {
    let what = format!(
        "{} is there already: a command that ended half-way left it of {}, or another one writes it now",
        shell(beside),
        shell(place)
    );
    let help = match kind {
        Left::Alone => {
            "if no other command runs, remove it and do this again: nothing else knows of it, and it may hold a part of a text in plain"
        }
        Left::WithStore => {
            "`quorate compartment roster`, `quorate room read` and `quorate product list` show whether the agent's store has what is \
             in it: then move it to its place and carry it, else remove it; what a store does not know would be sealed twice"
        }
    };
    Failure::Absent { what, help: help.into() }
}

fn folder(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The names in a folder are on the disk when this returns.
pub(super) fn sync_folder(place: &Path) -> io::Result<()> {
    File::open(folder(place))?.sync_all()
}

/// Gives a file a name that nothing has. Where the system cannot do both in one, it is looked up first.
fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) if fs::symlink_metadata(to).is_err() => {
            fs::rename(from, to)
        }
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(io::ErrorKind::AlreadyExists.into()),
        done => Ok(done?),
    }
}

#[cfg(test)]
mod tests;
