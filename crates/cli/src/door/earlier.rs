//! What could be read at an earlier height: one at a time, and not for ever.

use std::sync::{Arc, Mutex, TryLockError};

use quorate_records::Records;
use quorate_web::NoRecords;

use super::Door;

/// The most blocks that are stepped through for one question.
const MOST: u64 = 10_000;

/// The height that was last asked for: whoever reads a register page by page asks for it again.
#[derive(Default)]
pub(super) struct Earlier {
    last: Mutex<Option<Arc<Records>>>,
}

impl Earlier {
    /// What could be read at a height.
    pub(super) fn records(&self, door: &Door, height: u64, now: u64) -> Result<Arc<Records>, NoRecords> {
        if height > now {
            return Err(NoRecords::Ahead(now));
        }
        let mut last = match self.last.try_lock() {
            Ok(last) => last,
            Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(NoRecords::Busy),
        };
        if let Some(records) = last.as_ref().filter(|records| records.height() == height) {
            return Ok(Arc::clone(records));
        }
        let records = Arc::new(read(door, height)?);
        *last = Some(Arc::clone(&records));
        Ok(records)
    }
}

/// Steps through the blocks up to a height, beside the view where that can be.
fn read(door: &Door, height: u64) -> Result<Records, NoRecords> {
    let beside = door.node().beside().map_err(|_| NoRecords::Unreadable)?;
    let held;
    let node = match &beside {
        Some(node) => node,
        None => {
            held = door.node();
            &*held
        }
    };
    let pruned = node.pruned().map_err(|_| NoRecords::Unreadable)?;
    match height.checked_sub(pruned) {
        None => Err(NoRecords::Gone(pruned)),
        Some(blocks) if blocks > MOST => Err(NoRecords::TooMuch(MOST)),
        Some(_) => {
            let records = node.records_at(height).map_err(|_| NoRecords::Unreadable)?;
            records.ok_or(NoRecords::Gone(pruned))
        }
    }
}
