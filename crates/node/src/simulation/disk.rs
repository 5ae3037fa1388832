//! A disk in memory that forgets at a crash what was not forced, and that can fail.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::engine::{Disk, DiskError, Row};

/// What is on the platter: it outlives the node that wrote it.
#[derive(Clone, Default)]
pub(super) struct Platter {
    blocks: BTreeMap<u64, Row>,
    /// The log: height and entry; those from `forced` on are not durable yet.
    log: Vec<(u64, Vec<u8>)>,
    forced: usize,
    /// How many writes succeed before one fails.
    writes_left: Option<u32>,
}

impl Platter {
    fn write(&mut self) -> Result<(), DiskError> {
        match &mut self.writes_left {
            Some(0) => Err(DiskError("the power failed".into())),
            Some(left) => {
                *left = left.saturating_sub(1);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// A disk in memory. A clone of it is the same disk.
#[derive(Clone, Default)]
pub(super) struct MemoryDisk(Rc<RefCell<Platter>>);

impl MemoryDisk {
    /// Lets the power fail at the write after this many.
    pub(super) fn fail_after(&self, writes: u32) {
        self.0.borrow_mut().writes_left = Some(writes);
    }

    /// A copy of what is on it.
    pub(super) fn copy(&self) -> Platter {
        self.0.borrow().clone()
    }

    /// Somebody puts an old copy in its place.
    pub(super) fn set_back(&self, old: Platter) {
        *self.0.borrow_mut() = old;
    }

    /// Whether it does what it is asked.
    pub(super) fn is_sound(&self) -> bool {
        self.0.borrow().writes_left.is_none()
    }

    /// What a crash does: of what was not forced, only a beginning is there afterwards.
    pub(super) fn crash(&self, survives: usize) {
        let mut platter = self.0.borrow_mut();
        let left = platter.forced.saturating_add(survives).min(platter.log.len());
        platter.log.truncate(left);
        platter.forced = left;
        platter.writes_left = None;
    }

    /// The blocks that are on it, in order.
    pub(super) fn blocks(&self) -> Vec<Vec<u8>> {
        self.0.borrow().blocks.values().map(|(block, _)| block.clone()).collect()
    }
}

impl Disk for MemoryDisk {
    fn log(&mut self, height: u64, entry: &[u8]) -> Result<(), DiskError> {
        let mut platter = self.0.borrow_mut();
        platter.write()?;
        platter.log.push((height, entry.to_vec()));
        Ok(())
    }

    fn force(&mut self) -> Result<(), DiskError> {
        let mut platter = self.0.borrow_mut();
        platter.write()?;
        platter.forced = platter.log.len();
        Ok(())
    }

    fn keep(&mut self, height: u64, block: &[u8], seals: &[u8]) -> Result<(), DiskError> {
        let mut platter = self.0.borrow_mut();
        platter.write()?;
        platter.blocks.insert(height, (block.to_vec(), seals.to_vec()));
        platter.log.retain(|(logged, _)| *logged > height);
        platter.forced = platter.log.len();
        Ok(())
    }

    fn kept(&self, from: u64, most: usize) -> Result<Vec<Row>, DiskError> {
        let platter = self.0.borrow();
        let (mut kept, mut room) = (Vec::new(), most);
        for (block, seals) in platter.blocks.range(from..).map(|(_, row)| row) {
            match room.checked_sub(block.len()) {
                Some(left) => room = left,
                None if kept.is_empty() => room = 0,
                None => break,
            }
            kept.push((block.clone(), seals.clone()));
        }
        Ok(kept)
    }

    fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, DiskError> {
        let platter = self.0.borrow();
        Ok(platter
            .log
            .iter()
            .filter(|(logged, _)| *logged == height)
            .map(|(_, entry)| entry.clone())
            .collect())
    }
}
