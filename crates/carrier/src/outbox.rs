//! What waits for partners, until each has it on its disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::folder::{Folder, Id, Kept, Lane, Name, kept, make, named, private, settle};

/// The folder's name.
const OUTBOX: &str = "outbox";
/// What is copied at a time.
const PIECE_BYTES: usize = 128 * 1024;

/// What was put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// What it is.
    pub id: Id,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// For whom it waits that it did not wait for before.
    pub newly: Vec<Name>,
}

fn lane_name(lane: Lane) -> &'static str {
    match lane {
        Lane::Parcels => "parcels",
        Lane::Products => "products",
    }
}

fn row(folder: &Folder, name: &Name, lane: Lane) -> PathBuf {
    folder.of_partner(OUTBOX, name).join(lane_name(lane))
}

fn aside(folder: &Folder, name: &Name) -> PathBuf {
    folder.of_partner(OUTBOX, name).join("refused")
}

/// Puts a copy of something into the outbox, for these partners, on the disk when this returns. What waits for one of them
/// already is not put there twice.
///
/// # Errors
/// What the disk says, or the source; [`io::ErrorKind::InvalidInput`] if there is nothing in it.
pub fn put(folder: &Folder, source: &mut impl Read, to: &[Name]) -> io::Result<Put> {
    make(&folder.at(OUTBOX))?;
    let _lock = folder.lock("outbox.lock", true)?;
    let beside = folder.at(OUTBOX).join("new");
    let put = copy(&beside, source).and_then(|(id, bytes)| {
        let lane = Lane::of_file(&beside)?;
        let mut newly = Vec::new();
        for name in to {
            if link(&beside, &row(folder, name, lane), id)? {
                newly.push(name.clone());
            }
        }
        Ok(Put { id, bytes, newly })
    });
    remove(&beside)?;
    put
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn copy(beside: &Path, source: &mut impl Read) -> io::Result<(Id, u64)> {
    remove(beside)?;
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(beside)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let read = match source.read(&mut piece) {
            Ok(read) => piece.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if read.is_empty() {
            break;
        }
        hash.update(read);
        file.write_all(read)?;
        bytes = bytes.saturating_add(u64::try_from(read.len()).unwrap_or(u64::MAX));
    }
    if bytes == 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "there is nothing in it"));
    }
    file.sync_all()?;
    Ok((Id(hash.finalize().into()), bytes))
}

/// Whether it is there newly. One copy on the disk serves all partners, where the disk can do that.
fn link(beside: &Path, row: &Path, id: Id) -> io::Result<bool> {
    make(row)?;
    let there = kept(row)?;
    if there.iter().any(|kept| kept.id == id) {
        return Ok(false);
    }
    let number = there.last().map_or(0, |kept| kept.number).saturating_add(1);
    let place = row.join(named(number, id));
    if fs::hard_link(beside, &place).is_err() {
        let half = row.join("new");
        fs::copy(beside, &half)?;
        File::open(&half)?.sync_all()?;
        fs::rename(&half, &place)?;
    }
    settle(row)?;
    Ok(true)
}

/// What waits in a row for a partner, in order.
pub(crate) fn row_of(folder: &Folder, name: &Name, lane: Lane) -> io::Result<Vec<Kept>> {
    kept(&row(folder, name, lane))
}

/// What waits for a partner: parcels, and then products.
///
/// # Errors
/// What the disk says.
pub fn waiting(folder: &Folder, name: &Name) -> io::Result<Vec<Kept>> {
    let mut all = Vec::new();
    for lane in Lane::ALL {
        all.extend(row_of(folder, name, lane)?);
    }
    Ok(all)
}

/// What a partner's carrier does not take, however often it is asked: it is longer than all the room that it has.
///
/// # Errors
/// What the disk says.
pub fn refused(folder: &Folder, name: &Name) -> io::Result<Vec<Kept>> {
    kept(&aside(folder, name))
}

/// A partner has it on its disk.
pub(crate) fn is_there(kept: &Kept) -> io::Result<()> {
    remove(&kept.path)
}

/// A partner never takes it.
pub(crate) fn set_aside(folder: &Folder, name: &Name, kept: &Kept) -> io::Result<()> {
    let aside = aside(folder, name);
    make(&aside)?;
    fs::rename(&kept.path, aside.join(named(kept.number, kept.id)))
}

/// Nothing waits for this partner any more: so many files did.
pub(crate) fn forget(folder: &Folder, name: &Name) -> io::Result<usize> {
    let _lock = folder.lock("outbox.lock", true)?;
    let many = waiting(folder, name)?.len();
    match fs::remove_dir_all(folder.of_partner(OUTBOX, name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(many),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_waits_once_for_each_in_order_and_parcels_before_products() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let names: Vec<Name> = ["CAN", "FRA"].map(|name| name.parse().unwrap()).to_vec();
        let product = [b"quorate/product1".as_slice(), &[7; 1_000_000]].concat();
        let mut ids = Vec::new();
        for bytes in [product.as_slice(), b"two", b"one"] {
            ids.push(put(&folder, &mut &*bytes, &names).unwrap());
        }
        assert!(ids.iter().all(|put| put.newly == names));
        let again = put(&folder, &mut product.as_slice(), &names).unwrap();
        assert_eq!((again.id, again.newly.len()), (ids[0].id, 0));
        for name in &names {
            let waits: Vec<(Id, u64)> =
                waiting(&folder, name).unwrap().iter().map(|kept| (kept.id, kept.bytes)).collect();
            assert_eq!(waits, [(ids[1].id, 3), (ids[2].id, 3), (ids[0].id, 1_000_016)]);
        }
        assert_eq!(fs::read(&waiting(&folder, &names[1]).unwrap()[2].path).unwrap(), product);
        is_there(&waiting(&folder, &names[0]).unwrap()[0]).unwrap();
        assert_eq!(waiting(&folder, &names[0]).unwrap().len(), 2);
        assert_eq!(waiting(&folder, &names[1]).unwrap().len(), 3, "the other waits for it still");
        assert_eq!(forget(&folder, &names[1]).unwrap(), 3);
        assert!(waiting(&folder, &names[1]).unwrap().is_empty());
    }

    #[test]
    fn nothing_is_not_put_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let name: Name = "CAN".parse().unwrap();
        assert_eq!(
            put(&folder, &mut io::empty(), std::slice::from_ref(&name)).unwrap_err().kind(),
            io::ErrorKind::InvalidInput
        );
        assert!(waiting(&folder, &name).unwrap().is_empty() && !folder.at("outbox/new").exists());
    }

    #[test]
    fn what_was_left_half_by_a_process_that_was_killed_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        make(&folder.at("outbox")).unwrap();
        fs::write(folder.at("outbox/new"), "half").unwrap();
        let name: Name = "CAN".parse().unwrap();
        put(&folder, &mut b"whole".as_slice(), std::slice::from_ref(&name)).unwrap();
        assert_eq!(fs::read(&waiting(&folder, &name).unwrap()[0].path).unwrap(), b"whole");
    }
}
