//! What waits for partners, until each has it on its disk: by their keys, so that what waits for one never goes to another that
//! is called the same later.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::folder::{Folder, Id, Kept, Lane, Name, kept, make, named, private, settle};
use crate::key::Pin;
use crate::partners::{self, Partner, PartnersError};

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

pub(crate) fn of(folder: &Folder, key: Pin) -> PathBuf {
    folder.at(OUTBOX).join(key.to_string())
}

fn row(folder: &Folder, key: Pin, lane: Lane) -> PathBuf {
    of(folder, key).join(lane_name(lane))
}

fn aside(folder: &Folder, key: Pin) -> PathBuf {
    of(folder, key).join("refused")
}

/// Whether things can be put there for these partners: it is asked before anything is sealed for them.
///
/// # Errors
/// What the disk says.
pub fn ready(folder: &Folder, to: &[Partner]) -> io::Result<()> {
    let _alone = folder.alone()?;
    to.iter().try_for_each(|partner| {
        Lane::ALL.iter().try_for_each(|lane| make(&row(folder, partner.key, *lane)))
    })?;
    let beside = folder.at(OUTBOX).join("new");
    remove(&beside)?;
    private(OpenOptions::new().write(true).create_new(true)).open(&beside)?;
    remove(&beside)
}

/// Puts a copy of something into the outbox, for these partners, on the disk when this returns. What waits for one of them
/// already is not put there twice.
///
/// # Errors
/// What the disk says, or the source; [`io::ErrorKind::InvalidInput`] if there is nothing in it; [`io::ErrorKind::NotFound`] if
/// one of them is no partner any more.
pub fn put(folder: &Folder, source: &mut impl Read, to: &[Partner]) -> io::Result<Put> {
    let _alone = folder.alone()?;
    are_partners(folder, to)?;
    make(&folder.at(OUTBOX))?;
    let beside = folder.at(OUTBOX).join("new");
    let put = copy(&beside, source).and_then(|(id, bytes)| {
        let lane = Lane::of_file(&beside)?;
        let mut newly = Vec::new();
        for partner in to {
            if link(&beside, &row(folder, partner.key, lane), id)? {
                newly.push(partner.name.clone());
            }
        }
        Ok(Put { id, bytes, newly })
    });
    remove(&beside)?;
    put
}

/// They were when they were named; one may have been forgotten since.
fn are_partners(folder: &Folder, to: &[Partner]) -> io::Result<()> {
    let known = partners::read(folder).map_err(io::Error::other)?;
    let is_known = |partner: &&Partner| known.iter().any(|other| other.key == partner.key);
    match to.iter().find(|partner| !is_known(partner)) {
        Some(gone) => Err(io::Error::new(io::ErrorKind::NotFound, PartnersError::NoSuch(gone.name.clone()))),
        None => Ok(()),
    }
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
pub(crate) fn row_of(folder: &Folder, key: Pin, lane: Lane) -> io::Result<Vec<Kept>> {
    kept(&row(folder, key, lane))
}

/// What waits for a partner: parcels, and then products.
///
/// # Errors
/// What the disk says.
pub fn waiting(folder: &Folder, key: Pin) -> io::Result<Vec<Kept>> {
    let mut all = Vec::new();
    for lane in Lane::ALL {
        all.extend(row_of(folder, key, lane)?);
    }
    Ok(all)
}

/// What a partner's carrier does not take, however often it is asked: it is longer than all the room that it has.
///
/// # Errors
/// What the disk says.
pub fn refused(folder: &Folder, key: Pin) -> io::Result<Vec<Kept>> {
    kept(&aside(folder, key))
}

/// A partner has it on its disk.
pub(crate) fn is_there(kept: &Kept) -> io::Result<()> {
    remove(&kept.path)
}

/// A partner never takes it.
pub(crate) fn set_aside(folder: &Folder, key: Pin, kept: &Kept) -> io::Result<()> {
    let aside = aside(folder, key);
    make(&aside)?;
    fs::rename(&kept.path, aside.join(named(kept.number, kept.id)))
}

/// Nothing waits for this key any more: so many files did. Whoever calls this holds the lock.
pub(crate) fn forget(folder: &Folder, key: Pin) -> io::Result<usize> {
    let many = waiting(folder, key)?.len();
    match fs::remove_dir_all(of(folder, key)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(many),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partners::testing::partner;

    /// Partners of these names, who are known.
    fn known(folder: &Folder, names: &[&str]) -> Vec<Partner> {
        let all: Vec<Partner> = names.iter().zip(1..).map(|(name, key)| partner(name, key)).collect();
        for one in &all {
            partners::add(folder, partner("own", 200).key, one.clone()).unwrap();
        }
        all
    }

    #[test]
    fn what_is_put_waits_once_for_each_in_order_and_parcels_before_products() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let to = known(&folder, &["CAN", "FRA"]);
        let names: Vec<Name> = to.iter().map(|partner| partner.name.clone()).collect();
        let product = [b"quorate/product1".as_slice(), &[7; 1_000_000]].concat();
        let mut ids = Vec::new();
        for bytes in [product.as_slice(), b"two", b"one"] {
            ids.push(put(&folder, &mut &*bytes, &to).unwrap());
        }
        assert!(ids.iter().all(|put| put.newly == names));
        let again = put(&folder, &mut product.as_slice(), &to).unwrap();
        assert_eq!((again.id, again.newly.len()), (ids[0].id, 0));
        for Partner { key, .. } in to.clone() {
            let waits: Vec<(Id, u64)> =
                waiting(&folder, key).unwrap().iter().map(|kept| (kept.id, kept.bytes)).collect();
            assert_eq!(waits, [(ids[1].id, 3), (ids[2].id, 3), (ids[0].id, 1_000_016)]);
        }
        assert_eq!(fs::read(&waiting(&folder, to[1].key).unwrap()[2].path).unwrap(), product);
        is_there(&waiting(&folder, to[0].key).unwrap()[0]).unwrap();
        assert_eq!(waiting(&folder, to[0].key).unwrap().len(), 2);
        assert_eq!(waiting(&folder, to[1].key).unwrap().len(), 3, "the other waits for it still");
        assert_eq!(forget(&folder, to[1].key).unwrap(), 3);
        assert!(waiting(&folder, to[1].key).unwrap().is_empty());
    }

    #[test]
    fn nothing_is_not_put_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let to = known(&folder, &["CAN"]);
        assert_eq!(put(&folder, &mut io::empty(), &to).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert!(waiting(&folder, to[0].key).unwrap().is_empty() && !folder.at("outbox/new").exists());
    }

    #[test]
    fn what_was_left_half_by_a_process_that_was_killed_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        make(&folder.at("outbox")).unwrap();
        fs::write(folder.at("outbox/new"), "half").unwrap();
        let to = known(&folder, &["CAN"]);
        put(&folder, &mut b"whole".as_slice(), &to).unwrap();
        assert_eq!(fs::read(&waiting(&folder, to[0].key).unwrap()[0].path).unwrap(), b"whole");
    }

    #[test]
    fn whoever_was_forgotten_since_it_was_named_is_sent_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let to = known(&folder, &["CAN", "FRA"]);
        partners::remove(&folder, &to[0].name).unwrap();
        let put = put(&folder, &mut b"text".as_slice(), &to);
        assert_eq!(put.unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(to.iter().all(|one| waiting(&folder, one.key).unwrap().is_empty()), "all of them, or none");
    }

    #[test]
    fn an_outbox_that_takes_nothing_is_told_before_anything_is_sealed() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let to = known(&folder, &["CAN"]);
        ready(&folder, &to).unwrap();
        assert!(waiting(&folder, to[0].key).unwrap().is_empty() && !folder.at("outbox/new").exists());
        fs::remove_dir_all(folder.at(OUTBOX)).unwrap();
        fs::write(folder.at(OUTBOX), "in its place").unwrap();
        assert!(ready(&folder, &to).is_err());
    }
}
