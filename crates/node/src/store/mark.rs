//! How far was acknowledged: a file of one line, written after each commit and before the answer.
//!
//! It is not forced to the disk: a crash of the process loses nothing of it, and after a loss of power it may be
//! behind the rows, never ahead.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use quorate_partnership::BlockId;

use super::damage::{Damage, StoreError};

/// `height`, 20 digits; a space; the id, 64 digits; a line feed.
const LINE: usize = 86;

pub(super) struct Mark {
    file: File,
    path: PathBuf,
}

impl Mark {
    pub(super) fn create(path: &Path) -> Result<Mark, StoreError> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(path);
        Ok(Mark {
            file: file.map_err(|source| StoreError::File { path: path.into(), source })?,
            path: path.into(),
        })
    }

    /// A mark that is missing is damage: the store makes it before anything else is said.
    pub(super) fn open(path: &Path) -> Result<Mark, StoreError> {
        match OpenOptions::new().read(true).write(true).open(path) {
            Ok(file) => Ok(Mark { file, path: path.into() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Damage::new(path, "its place", "the file is missing").into())
            }
            Err(source) => Err(StoreError::File { path: path.into(), source }),
        }
    }

    pub(super) fn set(&mut self, height: u64, id: BlockId) -> Result<(), StoreError> {
        let line = format!("{height:020} {id}\n");
        let write =
            |file: &mut File| file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(line.as_bytes()));
        write(&mut self.file).map_err(|source| {
            let place = format!("block {height}");
            StoreError::Write { path: self.path.clone(), place, source: source.into() }
        })
    }

    /// Checks that nothing acknowledged is missing from the rows, of which the last has this height.
    pub(super) fn check(
        &self,
        rows: &Path,
        last: u64,
        id: impl Fn(u64) -> Result<Option<[u8; 32]>, StoreError>,
    ) -> Result<(), StoreError> {
        let Some((height, marked)) = self.read()? else { return Ok(()) };
        if height > last {
            let place = format!("block {height}");
            return Err(Damage::new(
                rows,
                &place,
                format!("it was acknowledged and is missing; the last is {last}"),
            )
            .into());
        }
        match id(height)? {
            Some(found) if BlockId(found).to_string() == marked => Ok(()),
            _ => Err(Damage::new(
                rows,
                &format!("block {height}"),
                "it is not the block that was acknowledged",
            )
            .into()),
        }
    }

    /// The mark; none when nothing was acknowledged, or when power was lost before any mark reached the disk.
    fn read(&self) -> Result<Option<(u64, String)>, StoreError> {
        let mut text = Vec::new();
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))
            .and_then(|_| file.take(4096).read_to_end(&mut text))
            .map_err(|source| StoreError::File { path: self.path.clone(), source })?;
        if text.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let damaged = || Damage::new(&self.path, "its line", "it is not a height and an id");
        let text = String::from_utf8(text).map_err(|_| damaged())?;
        let line = text.strip_suffix('\n').filter(|_| text.len() == LINE).ok_or_else(damaged)?;
        let (height, id) = line.split_once(' ').ok_or_else(damaged)?;
        Ok(Some((height.parse().map_err(|_| damaged())?, id.into())))
    }
}
