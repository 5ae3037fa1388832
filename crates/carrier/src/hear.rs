//! What a partner says is written to the disk: as it comes, and into the inbox once it is whole and is what it was said to be.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::folder::{Folder, Id, Lane, Name, make, private};
use crate::inbox::{self, MAX_FILES, Order};
use crate::message::{Answer, Said};

/// Something that comes.
struct Coming {
    id: Id,
    length: u64,
    at: u64,
    hash: Sha256,
    file: File,
    path: PathBuf,
}

/// What one partner says, on one link at a time.
pub(crate) struct Hearing {
    folder: Folder,
    name: Name,
    order: Order,
    /// How many bytes of this partner may lie here.
    room: u64,
    rows: [Option<Coming>; 2],
}

fn wrong(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

impl Hearing {
    pub(crate) fn new(folder: Folder, name: Name, order: Order, room: u64) -> Hearing {
        Hearing { folder, name, order, room, rows: [None, None] }
    }

    fn row(&mut self, lane: Lane) -> &mut Option<Coming> {
        let [parcels, products] = &mut self.rows;
        match lane {
            Lane::Parcels => parcels,
            Lane::Products => products,
        }
    }

    /// Hears something: what is answered, and whether something came whole.
    ///
    /// # Errors
    /// If it is not what a carrier says here: the link ends.
    pub(crate) fn hear(&mut self, said: Said) -> io::Result<Option<Answer>> {
        match said {
            Said::Beat => Ok(None),
            Said::Offer { lane, id, length } => {
                *self.row(lane) = None;
                // A disk that says no may say yes later.
                let answer = self.offered(lane, id, length).unwrap_or(Answer::Later { lane, id });
                Ok(Some(answer))
            }
            Said::Part { lane, at, bytes } => self.part(lane, at, &bytes),
        }
    }

    fn offered(&mut self, lane: Lane, id: Id, length: u64) -> io::Result<Answer> {
        if length == 0 || length > self.room {
            return Ok(Answer::Never { lane, id });
        }
        make(&inbox::parts(&self.folder, &self.name))?;
        let path = self.make_place(lane, id, length)?;
        if inbox::has(&self.folder, &self.name, id)? {
            remove(&path)?;
            return Ok(Answer::Have { lane, id });
        }
        if !self.has_room(lane, length)? {
            return Ok(Answer::Later { lane, id });
        }
        let mut options = OpenOptions::new();
        let mut file = private(options.read(true).append(true).create(true)).open(&path)?;
        let mut hash = Sha256::new();
        let at = read_again(&mut file, &mut hash)?;
        if at > length {
            remove(&path)?;
            return Ok(Answer::Later { lane, id });
        }
        let coming = Coming { id, length, at, hash, file, path };
        if at == length {
            return self.whole(lane, coming);
        }
        *self.row(lane) = Some(coming);
        Ok(Answer::From { lane, id, at })
    }

    /// Where it is written while it comes. What came of something else in this row is given up.
    fn make_place(&self, lane: Lane, id: Id, length: u64) -> io::Result<PathBuf> {
        let parts = inbox::parts(&self.folder, &self.name);
        let (begins, name) = (format!("{}-", lane.number()), format!("{}-{id}-{length}", lane.number()));
        for entry in fs::read_dir(&parts)? {
            let entry = entry?;
            let other = entry.file_name();
            if other.to_str().is_some_and(|other| other.starts_with(&begins) && other != name) {
                remove(&entry.path())?;
            }
        }
        Ok(parts.join(name))
    }

    /// Whether so much more may lie here, beside what lies here and what comes in the other row.
    fn has_room(&self, lane: Lane, length: u64) -> io::Result<bool> {
        let there = crate::folder::kept(&inbox::of(&self.folder, &self.name))?;
        let others =
            inbox::coming(&self.folder, &self.name)?.into_iter().filter(|coming| coming.lane != lane);
        let lengths = there.iter().map(|kept| kept.bytes).chain(others.map(|coming| coming.length));
        let used = lengths.fold(0_u64, u64::saturating_add);
        Ok(there.len() < MAX_FILES && used.saturating_add(length) <= self.room)
    }

    fn part(&mut self, lane: Lane, at: u64, bytes: &[u8]) -> io::Result<Option<Answer>> {
        // What was on its way when it was said that it is not taken now.
        let Some(mut coming) = self.row(lane).take() else { return Ok(None) };
        let long = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let end = coming.at.saturating_add(long);
        if at != coming.at || end > coming.length {
            return Err(wrong("it says another part than the one that was asked for"));
        }
        let id = coming.id;
        if coming.file.write_all(bytes).is_err() {
            return Ok(Some(Answer::Later { lane, id }));
        }
        coming.hash.update(bytes);
        coming.at = end;
        if end < coming.length {
            *self.row(lane) = Some(coming);
            return Ok(None);
        }
        Ok(Some(self.whole(lane, coming).unwrap_or(Answer::Later { lane, id })))
    }

    /// All of it came. It is on the disk before it is in the inbox, and in the inbox before it is said so.
    fn whole(&self, lane: Lane, coming: Coming) -> io::Result<Answer> {
        let Coming { id, hash, file, path, .. } = coming;
        file.sync_all()?;
        if hash.finalize().as_slice() != id.0 {
            remove(&path)?;
            return Ok(Answer::Later { lane, id });
        }
        self.order.put(&self.folder, &self.name, &path, id)?;
        Ok(Answer::Have { lane, id })
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What came of it earlier is hashed again.
fn read_again(file: &mut File, hash: &mut Sha256) -> io::Result<u64> {
    let mut at = 0_u64;
    let mut piece = vec![0; 128 * 1024];
    loop {
        let read = file.read(&mut piece)?;
        let read = piece.get(..read).unwrap_or_default();
        if read.is_empty() {
            return Ok(at);
        }
        hash.update(read);
        at = at.saturating_add(u64::try_from(read.len()).unwrap_or(u64::MAX));
    }
}

#[cfg(test)]
mod tests;
