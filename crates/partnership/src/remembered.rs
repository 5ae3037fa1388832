//! The ids of commands already ordered, until they expire, and what was answered.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::ids::CommandId;
use crate::moment::Moment;
use crate::refusal::Refusal;

/// A command that was ordered, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// The height of its block.
    pub height: u64,
    /// Its place among the commands of the block, from 0.
    pub position: u32,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// The ids that may not come again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    by_id: BTreeMap<CommandId, Remembered>,
    by_expiry: BTreeSet<(Moment, CommandId)>,
}

impl Memory {
    pub(crate) fn get(&self, id: &CommandId) -> Option<&Remembered> {
        self.by_id.get(id)
    }

    pub(crate) fn keep(&mut self, id: CommandId, expires: Moment, remembered: Remembered) {
        self.by_id.insert(id, remembered);
        self.by_expiry.insert((expires, id));
    }

    /// Forgets what has expired by then: a command that expired cannot come again anyhow.
    pub(crate) fn forget(&mut self, until: Moment) {
        while let Some((expires, id)) = self.by_expiry.first().copied()
            && expires <= until
        {
            self.by_expiry.pop_first();
            self.by_id.remove(&id);
        }
    }
}
