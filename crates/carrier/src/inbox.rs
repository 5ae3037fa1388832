//! What came from partners, until the agent takes it.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::folder::{Folder, Id, Kept, Lane, Name, kept, make, named, settle};

/// The folder's name.
const INBOX: &str = "inbox";
/// The most files of one partner that lie in the inbox.
pub const MAX_FILES: usize = 4_096;
/// The most names that are remembered of what was taken out, for each partner.
const MAX_TAKEN: usize = 65_536;

pub(crate) fn of(folder: &Folder, name: &Name) -> PathBuf {
    folder.of_partner(INBOX, name)
}

pub(crate) fn parts(folder: &Folder, name: &Name) -> PathBuf {
    of(folder, name).join("parts")
}

fn taken(folder: &Folder, name: &Name) -> PathBuf {
    of(folder, name).join("taken")
}

/// From whom something came, now or earlier.
fn names(folder: &Folder) -> io::Result<Vec<Name>> {
    let entries = match fs::read_dir(folder.at(INBOX)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.extend(entry?.file_name().to_str().and_then(|name| name.parse().ok()));
    }
    names.sort();
    Ok(names)
}

/// Everything that came and was not taken out, in the order in which it came, and from whom.
///
/// # Errors
/// What the disk says.
pub fn all(folder: &Folder) -> io::Result<Vec<(Name, Kept)>> {
    let mut all = Vec::new();
    for name in names(folder)? {
        let came = kept(&of(folder, &name))?;
        all.extend(came.into_iter().map(|kept| (name.clone(), kept)));
    }
    all.sort_by_key(|(_, kept)| (kept.number, kept.id));
    Ok(all)
}

/// Something that is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coming {
    /// In which row.
    pub lane: Lane,
    /// What it is said to be.
    pub id: Id,
    /// How much of it came, in bytes.
    pub came: u64,
    /// How long it is, in bytes.
    pub length: u64,
}

impl Coming {
    /// Reads the name of its file: row, id, length.
    fn read(name: &str, came: u64) -> Option<Coming> {
        let mut words = name.split('-');
        let lane = Lane::of(words.next()?.parse().ok()?)?;
        let (id, length) = (Id::read(words.next()?)?, words.next()?.parse().ok()?);
        words.next().is_none().then_some(Coming { lane, id, came, length })
    }
}

/// What of a partner is on its way.
///
/// # Errors
/// What the disk says.
pub fn coming(folder: &Folder, name: &Name) -> io::Result<Vec<Coming>> {
    let entries = match fs::read_dir(parts(folder, name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut coming = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Ok(found) = entry.metadata() else { continue };
        coming.extend(entry.file_name().to_str().and_then(|name| Coming::read(name, found.len())));
    }
    coming.sort_unstable();
    Ok(coming)
}

/// It is taken out: nothing of it stays but its name, so that it is not taken a second time if it is sent again. A process that
/// is killed here has taken it out or not.
///
/// # Errors
/// What the disk says.
pub fn take(folder: &Folder, name: &Name, kept: &Kept) -> io::Result<()> {
    let taken = taken(folder, name);
    make(&taken)?;
    let place = taken.join(kept.id.to_string());
    fs::rename(&kept.path, &place)?;
    settle(&taken)?;
    OpenOptions::new().write(true).open(&place)?.set_len(0)
}

/// Whether this came from the partner, now or earlier.
pub(crate) fn has(folder: &Folder, name: &Name, id: Id) -> io::Result<bool> {
    let is_taken = taken(folder, name).join(id.to_string()).try_exists()?;
    Ok(is_taken || kept(&of(folder, name))?.iter().any(|kept| kept.id == id))
}

/// Puts right what was left by processes that were killed, and forgets the oldest names of what was taken out.
pub(crate) fn tidy(folder: &Folder) -> io::Result<()> {
    for name in names(folder)? {
        let Ok(entries) = fs::read_dir(taken(folder, &name)) else { continue };
        let mut all = Vec::new();
        for entry in entries {
            let entry = entry?;
            let found = entry.metadata()?;
            if found.len() > 0 {
                OpenOptions::new().write(true).open(entry.path())?.set_len(0)?;
            }
            all.push((found.modified()?, entry.path()));
        }
        all.sort();
        for (_, oldest) in all.iter().take(all.len().saturating_sub(MAX_TAKEN)) {
            fs::remove_file(oldest)?;
        }
    }
    Ok(())
}

/// The order in which things come, from whomever.
#[derive(Clone)]
pub(crate) struct Order(Arc<Mutex<u64>>);

impl Order {
    /// Goes on after what is there.
    pub(crate) fn after(folder: &Folder) -> io::Result<Order> {
        let last = all(folder)?.last().map_or(0, |(_, kept)| kept.number);
        Ok(Order(Arc::new(Mutex::new(last))))
    }

    /// Puts what came whole into its place. It has to be on the disk already.
    pub(crate) fn put(&self, folder: &Folder, name: &Name, part: &Path, id: Id) -> io::Result<()> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = last.saturating_add(1);
        fs::rename(part, of(folder, name).join(named(number, id)))?;
        *last = number;
        settle(&of(folder, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn came(folder: &Folder, order: &Order, name: &str, byte: u8) -> Id {
        let name: Name = name.parse().unwrap();
        make(&parts(folder, &name)).unwrap();
        let part = parts(folder, &name).join("0");
        fs::write(&part, [byte; 10]).unwrap();
        order.put(folder, &name, &part, Id([byte; 32])).unwrap();
        Id([byte; 32])
    }

    #[test]
    fn what_came_is_in_one_order_from_whomever_and_is_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let order = Order::after(&folder).unwrap();
        let ids = [("FRA", 3), ("CAN", 9), ("FRA", 1)].map(|(name, byte)| came(&folder, &order, name, byte));
        let order = Order::after(&folder).unwrap();
        let last = came(&folder, &order, "CAN", 2);
        let there = all(&folder).unwrap();
        let got: Vec<Id> = there.iter().map(|(_, kept)| kept.id).collect();
        assert_eq!(got, [ids[0], ids[1], ids[2], last]);
        let (name, first) = &there[0];
        take(&folder, name, first).unwrap();
        assert_eq!(all(&folder).unwrap().len(), 3);
        assert!(take(&folder, name, first).is_err(), "nobody takes it a second time");
        assert!(has(&folder, name, first.id).unwrap() && !has(&folder, name, Id([8; 32])).unwrap());
        assert_eq!(fs::metadata(taken(&folder, name).join(first.id.to_string())).unwrap().len(), 0);
    }

    #[test]
    fn what_a_killed_process_left_is_put_right_and_the_oldest_names_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let name: Name = "CAN".parse().unwrap();
        make(&taken(&folder, &name)).unwrap();
        let left = taken(&folder, &name).join(Id([1; 32]).to_string());
        fs::write(&left, [1; 99]).unwrap();
        tidy(&folder).unwrap();
        assert_eq!(fs::metadata(&left).unwrap().len(), 0);
    }
}
