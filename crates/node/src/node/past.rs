//! What is left of blocks whose bodies went: what happened in them, and what was true after the last.

use std::path::Path;

use quorate_partnership::{Block, Booked, Digest, Genesis, Partnership, Stepped};
use quorate_records::Records;
use quorate_records::proof::NodeChange;

use super::{Back, NodeError};
use crate::sealed::Sealed;
use crate::store::Left;

/// The most bytes that are read off the disk at once.
const MAX_LEFT_BYTES: usize = 4 * 1024 * 1024;

/// Where a view begins that cannot begin with the first block.
pub(super) struct Past {
    /// What is true after the last block whose body went, or at the beginning.
    pub(super) partnership: Partnership,
    /// What happened up to there.
    pub(super) events: Vec<Booked>,
    /// Every change of the nodes up to there.
    pub(super) changes: Vec<NodeChange>,
}

impl Back {
    fn base(&self) -> Result<Vec<u8>, NodeError> {
        match self {
            Back::Alone(store) | Back::Asleep(store) => {
                Ok(store.base()?.map(|(_, state)| state).unwrap_or_default())
            }
            Back::Served(client) => Ok(client.base()?),
        }
    }

    fn left(&self, from: u64) -> Result<Vec<Vec<u8>>, NodeError> {
        match self {
            Back::Alone(store) | Back::Asleep(store) => Ok(store.left(from, MAX_LEFT_BYTES)?),
            Back::Served(client) => Ok(client.left(from)?),
        }
    }
}

impl Past {
    /// What is left, where bodies went: every event is checked against the digest of the record.
    pub(super) fn of(directory: &Path, back: &Back, genesis: &Genesis) -> Result<Past, NodeError> {
        let begun = Partnership::begin(genesis)?;
        let mut past = Past { partnership: begun, events: Vec::new(), changes: Vec::new() };
        let state = back.base()?;
        if state.is_empty() {
            return Ok(past);
        }
        let base = Partnership::from_snapshot(&state, genesis)
            .map_err(|source| NodeError::Base { directory: directory.into(), source })?;
        let mut digest = past.partnership.digest();
        let (mut height, last) = (0_u64, base.height());
        while height < last {
            let rows = back.left(height.saturating_add(1))?;
            let damaged = |height| NodeError::Left { directory: directory.into(), height };
            if rows.is_empty() {
                return Err(damaged(height.saturating_add(1)));
            }
            for row in rows {
                height = height.saturating_add(1);
                past.take(&row, &mut digest).ok_or_else(|| damaged(height))?;
            }
        }
        if (height, digest) != (last, base.digest()) {
            return Err(NodeError::Left { directory: directory.into(), height: last });
        }
        past.partnership = base;
        Ok(past)
    }

    /// Takes in what is left of the next block; nothing if it is not that.
    fn take(&mut self, row: &[u8], digest: &mut Digest) -> Option<()> {
        let left = Left::from_bytes(row)?;
        let before = self.events.len();
        for event in &left.events {
            *digest = digest.then(event);
            self.events.push(Booked::from_bytes(event)?);
        }
        for (place, sealed) in left.changes {
            let event = before.checked_add(usize::try_from(place).ok()?)?;
            let (checkpoint, judges) = Sealed::from_bytes(&sealed)?.into_came_to();
            self.changes.push(NodeChange { event, checkpoint, judges });
        }
        let size = u64::try_from(self.events.len()).ok()?;
        (left.extent.0 == size && left.extent.2 == *digest).then_some(())
    }

    /// The registers of what happened up to there.
    pub(super) fn records(&self, genesis: &Genesis) -> Result<Records, NodeError> {
        let mut records = Records::begin(genesis, Partnership::begin(genesis)?.charter().clone());
        self.events.iter().for_each(|booked| records.hear(booked));
        if self.partnership.height() > 0 {
            records.reach(self.partnership.height(), self.partnership.moment());
            records.hears_out(u64::try_from(self.partnership.last_call_blocks()).unwrap_or(u64::MAX));
        }
        Ok(records)
    }
}

/// Takes a block into the registers.
pub(super) fn take_in(records: &mut Records, partnership: &Partnership, block: &Block, stepped: &Stepped) {
    for booked in &stepped.booked {
        records.hear(booked);
    }
    records.reach(block.height(), block.moment());
    records.hears_out(u64::try_from(partnership.last_call_blocks()).unwrap_or(u64::MAX));
}
