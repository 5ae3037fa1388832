//! A text that goes to its place once all else is told, whether or not anybody heard it.

use std::fs::{self, Metadata};
use std::io::Write as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};

use super::new_file::{SAME, WRITTEN, taken, write_new};
use super::{NewFile, names_file};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{Screen, shell};

/// A place for a text, which was tried before anything else is done.
pub(crate) struct Laid {
    place: PathBuf,
    how: How,
}

enum How {
    /// Nothing is there: it lies beside it until it is put there.
    Free(NewFile),
    /// A file is there: the same text again changes nothing, and no other may come.
    There,
    /// A pipe or a device, which takes it where it is, and what it is to take.
    PassesOn(String),
}

impl Laid {
    /// Tries the place.
    ///
    /// # Errors
    /// [`Failure`]: it takes no file.
    pub(crate) fn begin(place: &Path) -> Result<Laid, Failure> {
        let passes_on = |found: &Metadata| found.file_type().is_fifo() || found.file_type().is_char_device();
        let how = match (fs::metadata(place), fs::symlink_metadata(place)) {
            (Ok(found), _) if passes_on(&found) => How::PassesOn(String::new()),
            (_, Ok(found)) if found.is_file() => {
                names_file(place)?;
                How::There
            }
            _ => How::Free(NewFile::begin(place)?),
        };
        Ok(Laid { place: place.into(), how })
    }

    /// Takes the text.
    ///
    /// # Errors
    /// [`Failure`]: another text is there, or the disk says no.
    pub(crate) fn hold(mut self, text: &str) -> Result<Laid, Failure> {
        match &mut self.how {
            How::Free(file) => file.write_all(text.as_bytes()).map_err(|source| Failure::File {
                path: self.place.clone(),
                to_be: "written",
                source,
            })?,
            How::There if is_there(&self.place, text) => {}
            How::There => return Err(taken(&self.place)),
            How::PassesOn(held) => held.push_str(text),
        }
        Ok(self)
    }

    /// Tells, and then puts the text in its place, even where nobody was there any more to be told. Says what became of it.
    ///
    /// # Errors
    /// [`Failure`]: it could not be put there; else what the telling came to.
    fn after(
        laid: Option<Laid>,
        tell: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<&'static str, Failure> {
        let told = tell();
        let done = laid.map_or(Ok(WRITTEN), Laid::put)?;
        told.map(|()| done)
    }

    /// The same, in a form: in that for people it is said, too, what became of a text. A program would not read it.
    ///
    /// # Errors
    /// As [`Laid::after`].
    pub(crate) fn after_in(
        laid: Option<Laid>,
        format: Format,
        screen: &mut Screen,
        tell: impl FnOnce(&mut Screen) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let place = laid.as_ref().map(|laid| laid.place.clone());
        let done = Laid::after(laid, || tell(screen))?;
        match (place, format) {
            (Some(place), Format::Text) => screen.line(&format!("\n{}: {done}", shell(&place))),
            _ => Ok(()),
        }
    }

    fn put(self) -> Result<&'static str, Failure> {
        match self.how {
            How::Free(file) => file.put().map(|()| WRITTEN),
            How::There => Ok(SAME),
            How::PassesOn(text) => write_new(&self.place, text.as_bytes()).map(|()| WRITTEN),
        }
    }
}

/// Whether a file holds this text, and nothing else. One of another length is not read.
fn is_there(place: &Path, text: &str) -> bool {
    let is_as_long = fs::metadata(place).is_ok_and(|found| u64::try_from(text.len()) == Ok(found.len()));
    is_as_long && fs::read(place).is_ok_and(|found| found == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_to_its_place_after_all_is_told_and_whoever_heard_it() {
        let scratch = tempfile::tempdir().unwrap();
        let place = scratch.path().join("it");
        let laid = Laid::begin(&place).unwrap().hold("text").unwrap();
        let gone = || -> Result<(), Failure> {
            assert!(!place.exists(), "it is told first");
            Err(Failure::Output(std::io::ErrorKind::BrokenPipe.into()))
        };
        assert!(matches!(Laid::after(Some(laid), gone), Err(Failure::Output(_))));
        assert_eq!(fs::read_to_string(&place).unwrap(), "text");
        // The same again changes nothing, and another is refused before anything is told.
        let again = Laid::begin(&place).unwrap().hold("text").unwrap();
        assert_eq!(Laid::after(Some(again), || Ok(())).unwrap(), SAME);
        assert!(Laid::begin(&place).unwrap().hold("other").is_err());
        // What is not held to its end leaves nothing.
        let other = scratch.path().join("other");
        drop(Laid::begin(&other).unwrap());
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
    }
}
