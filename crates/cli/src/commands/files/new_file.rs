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

impl NewFile {
    /// Begins one. Nothing is at its place, and its folder takes files: that is tried here, before anything else is done.
    ///
    /// # Errors
    /// [`Failure`]: the place is taken, whatever takes it; there is no such folder; or it takes no file.
    pub(crate) fn begin(place: &Path) -> Result<NewFile, Failure> {
        if place.file_name().is_none() {
            return Err(Failure::usage(format!("{} names no file", shell(place)), "name a file"));
        }
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
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(left(&beside)),
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
            Failure::Absent {
                what,
                help: "move it from there to where it is wanted; do not make it again".into(),
            }
        })?;
        sync_folder(&self.place).map_err(|source| {
            let what =
                format!("{} is in its place, and it is not sure that the disk has it", shell(&self.place));
            Failure::Absent { what, help: format!("{source}; copy it elsewhere before you rely on it") }
        })
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
            Ok("is there already, the same to the last byte")
        }
        _ => write_new(place, text.as_bytes()).map(|()| "written"),
    }
}

fn taken(place: &Path) -> Failure {
    let what = format!("{} is there already: name another", shell(place));
    Failure::Absent { what, help: "nothing was written".into() }
}

fn left(beside: &Path) -> Failure {
    let what = format!("{} is there already: a command ended half-way, or another one runs", shell(beside));
    let help = "if it is a parcel, `quorate compartment roster` and `quorate room read` show whether the agent's store has what \
                is in it: then carry it, else remove it; anything else of that name can be moved away";
    Failure::usage(what, help)
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
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn begun(place: &Path, bytes: &[u8]) -> NewFile {
        let mut file = NewFile::begin(place).unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    fn names(folder: &Path) -> Vec<String> {
        let names =
            fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_is_its_owners_alone_from_the_beginning_and_whole_or_not_there() {
        let scratch = tempfile::tempdir().unwrap();
        let place = scratch.path().join("a");
        let mut file = begun(&place, b"one");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(names(scratch.path()), ["a.new"]);
        assert_eq!(mode(&scratch.path().join("a.new")), 0o600);
        file.lay_down().unwrap();
        assert_eq!(fs::read(scratch.path().join("a.new")).unwrap(), b"one");
        file.put().unwrap();
        assert_eq!((names(scratch.path()), mode(&place)), (vec!["a".into()], 0o600));
        drop(begun(&scratch.path().join("b"), b"two"));
        assert_eq!(names(scratch.path()), ["a"]);
    }

    #[test]
    fn a_place_that_is_taken_by_whatever_is_refused_and_left() {
        let scratch = tempfile::tempdir().unwrap();
        let at = |name: &str| scratch.path().join(name);
        fs::write(at("file"), "one").unwrap();
        fs::create_dir(at("folder")).unwrap();
        symlink(at("nowhere"), at("link")).unwrap();
        fs::write(at("half.new"), "parcel").unwrap();
        let before = names(scratch.path());
        for name in ["file", "folder", "link", "half", "folder/..", "folder"] {
            let failure = NewFile::begin(&at(name)).map(|_| ()).unwrap_err().to_string();
            let says = ["is there already", "names no file"];
            assert!(says.iter().any(|says| failure.contains(says)), "{name}: {failure}");
        }
        for name in ["nowhere/a", "file/a", "new/"] {
            let failure = NewFile::begin(&at(name)).map(|_| ()).unwrap_err().to_string();
            assert!(failure.ends_with("cannot be written"), "{name}: {failure}");
        }
        assert!(NewFile::begin(Path::new("")).is_err());
        assert_eq!(names(scratch.path()), before);
        assert_eq!(fs::read(at("half.new")).unwrap(), b"parcel");
    }

    #[test]
    fn what_comes_to_the_place_meanwhile_stays_and_the_file_is_told_of() {
        let scratch = tempfile::tempdir().unwrap();
        let place = scratch.path().join("a");
        let file = begun(&place, b"one");
        fs::write(&place, "another").unwrap();
        let failure = file.put().unwrap_err().to_string();
        assert!(failure.contains("a.new") && failure.contains("lies whole"), "{failure}");
        assert_eq!(fs::read(&place).unwrap(), b"another");
        assert_eq!(fs::read(scratch.path().join("a.new")).unwrap(), b"one");
    }

    #[test]
    fn a_pipe_takes_what_is_written_and_a_link_to_a_file_does_not() {
        let scratch = tempfile::tempdir().unwrap();
        write_new(Path::new("/dev/null"), b"gone").unwrap();
        fs::write(scratch.path().join("file"), "one").unwrap();
        symlink(scratch.path().join("file"), scratch.path().join("link")).unwrap();
        assert!(write_new(&scratch.path().join("link"), b"two").is_err());
        assert!(write_new_text(&scratch.path().join("link"), "one").is_err());
        assert_eq!(
            write_new_text(&scratch.path().join("file"), "one").ok(),
            Some("is there already, the same to the last byte")
        );
        assert!(write_new_text(&scratch.path().join("file"), "two").is_err());
        assert_eq!(fs::read(scratch.path().join("file")).unwrap(), b"one");
    }
}
