//! A disk in memory that says no at a chosen moment, forgets at a loss of power what was not forced, and bends bytes.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fastrand::Rng;
use redb::StorageBackend;

/// Nothing of a write is on the platter, or all, or its beginning: in pieces of this many bytes.
const SECTOR: usize = 512;
/// What a system says of a disk that is full.
const ENOSPC: i32 = 28;
/// And of one that cannot do what it has taken.
const EIO: i32 = 5;

/// What goes wrong, counted from when it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing.
    None,
    /// There is no room for this write, or to make the file this long. There is again for the next.
    NoSpace(u64),
    /// This force fails, and what it was to force never reaches the platter: the system takes it for written. The next
    /// succeeds.
    Force(u64),
    /// This read gives what was written with some bits turned.
    Rot(u64),
}

/// What was done to the file and is not forced.
enum Change {
    Long(u64),
    Write(usize, Vec<u8>),
}

struct Platter {
    forced: Vec<u8>,
    /// What the process reads: all that was written.
    written: Vec<u8>,
    waits: Vec<Change>,
    fault: Fault,
    writes: u64,
    forces: u64,
    reads: u64,
}

/// A disk. A clone of it is the same disk.
#[derive(Clone)]
pub(super) struct BadDisk(Arc<Mutex<Platter>>);

impl std::fmt::Debug for BadDisk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a disk of {} bytes", self.platter().written.len())
    }
}

fn change(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Long(long) => bytes.resize(usize::try_from(*long).unwrap(), 0),
        Change::Write(at, data) => bytes[*at..at + data.len()].copy_from_slice(data),
    }
}

impl BadDisk {
    pub(super) fn new() -> BadDisk {
        BadDisk::holding(Vec::new())
    }

    pub(super) fn holding(bytes: Vec<u8>) -> BadDisk {
        BadDisk(Arc::new(Mutex::new(Platter {
            forced: bytes.clone(),
            written: bytes,
            waits: Vec::new(),
            fault: Fault::None,
            writes: 0,
            forces: 0,
            reads: 0,
        })))
    }

    fn platter(&self) -> MutexGuard<'_, Platter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this goes wrong.
    pub(super) fn set(&self, fault: Fault) {
        let mut platter = self.platter();
        platter.fault = fault;
        (platter.writes, platter.forces, platter.reads) = (0, 0, 0);
    }

    /// How many writes, forces and reads there were since.
    pub(super) fn counts(&self) -> [u64; 3] {
        let platter = self.platter();
        [platter.writes, platter.forces, platter.reads]
    }

    /// What another process finds once this one is gone.
    pub(super) fn after_kill(&self) -> Vec<u8> {
        self.platter().written.clone()
    }

    /// What is on the platter after a loss of power: what was forced, and of the rest some, some of it in part.
    pub(super) fn after_power_loss(&self, dice: &mut Rng) -> Vec<u8> {
        let platter = self.platter();
        let mut bytes = platter.forced.clone();
        for waits in &platter.waits {
            match waits {
                Change::Write(at, data) if bytes.len() >= at + data.len() => {
                    let sectors = data.len().div_ceil(SECTOR);
                    let whole = dice.usize(0..=sectors) * SECTOR;
                    let part = data[..whole.min(data.len())].to_vec();
                    change(&mut bytes, &Change::Write(*at, part));
                }
                Change::Write(..) => {}
                Change::Long(_) => change(&mut bytes, waits),
            }
        }
        bytes
    }
}

fn says(number: i32) -> io::Error {
    io::Error::from_raw_os_error(number)
}

impl Platter {
    fn write(&mut self, what: Change) -> io::Result<()> {
        self.writes += 1;
        if self.fault == Fault::NoSpace(self.writes) {
            return Err(says(ENOSPC));
        }
        change(&mut self.written, &what);
        self.waits.push(what);
        Ok(())
    }
}

impl StorageBackend for BadDisk {
    fn len(&self) -> io::Result<u64> {
        Ok(u64::try_from(self.platter().written.len()).unwrap())
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let mut platter = self.platter();
        platter.reads += 1;
        let at = usize::try_from(offset).unwrap();
        let found = platter.written.get(at..at + out.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        out.copy_from_slice(found);
        if platter.fault == Fault::Rot(platter.reads) {
            out.iter_mut().step_by(97).for_each(|byte| *byte ^= 1);
        }
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.platter().write(Change::Long(len))
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut platter = self.platter();
        platter.forces += 1;
        let waits = std::mem::take(&mut platter.waits);
        if platter.fault == Fault::Force(platter.forces) {
            return Err(says(EIO));
        }
        let Platter { forced, .. } = &mut *platter;
        for done in &waits {
            // What was dropped before may have made the file longer.
            if let Change::Write(at, data) = done
                && forced.len() < at + data.len()
            {
                forced.resize(at + data.len(), 0);
            }
            change(forced, done);
        }
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.platter().write(Change::Write(usize::try_from(offset).unwrap(), data.to_vec()))
    }
}
