//! The changes of the nodes: what the record came to with each, signed by nodes of before it. Whoever begins from the genesis
//! follows them to know whose signatures count, so each is kept on the disk, and asked for until enough signed.

use std::collections::BTreeMap;

use crate::engine::{DiskError, Seal, Seat};
use crate::sealed::Sealed;
use crate::store::NodeDisk;

/// About how many changes the others are asked at once.
const MAX_ASKED: usize = 16;
/// How many questions of others are answered between two times that this node asks.
const MAX_ANSWERED: usize = 64;

/// The changes of the nodes, and who signed them.
pub(super) struct Changes {
    disk: NodeDisk,
    /// Those that not enough signed yet, by height.
    open: BTreeMap<u64, Sealed>,
    /// Up to which height was asked last time.
    asked: u64,
    answered: usize,
}

impl Changes {
    pub(super) fn new(disk: NodeDisk) -> Result<Changes, DiskError> {
        let mut open = BTreeMap::new();
        for (height, row) in disk.changes(0, usize::MAX)? {
            let sealed = read(height, &row)?;
            if !sealed.is_enough() {
                open.insert(height, sealed);
            }
        }
        Ok(Changes { disk, open, asked: 0, answered: 0 })
    }

    /// The nodes changed, as this node's record has it; signatures may be there already.
    pub(super) fn happened(&mut self, mut sealed: Sealed) -> Result<(), DiskError> {
        let height = sealed.checkpoint().height;
        let kept = self.disk.change(height)?.map(|row| read(height, &row)).transpose()?;
        for (_, key, seal) in kept.iter().flat_map(Sealed::seals) {
            sealed.add(Seat(key), seal);
        }
        if kept.as_ref() == Some(&sealed) {
            return Ok(());
        }
        self.keep(height, sealed)
    }

    /// A node signed what the record came to with a change.
    pub(super) fn heard(&mut self, height: u64, seat: Seat, seal: Seal) -> Result<(), DiskError> {
        match self.open.get_mut(&height).map(|sealed| sealed.add(seat, seal)) {
            Some(true) => {}
            Some(false) | None => return Ok(()),
        }
        match self.open.remove(&height) {
            Some(sealed) => self.keep(height, sealed),
            None => Ok(()),
        }
    }

    fn keep(&mut self, height: u64, sealed: Sealed) -> Result<(), DiskError> {
        self.disk.keep_change(height, &sealed.to_bytes())?;
        if !sealed.is_enough() {
            self.open.insert(height, sealed);
        }
        Ok(())
    }

    /// The heights to ask the others about: some, and others the next time if there are more.
    pub(super) fn wanted(&mut self) -> Vec<u64> {
        self.answered = 0;
        let above = self.asked.saturating_add(1);
        let mut wanted: Vec<u64> = self.open.range(above..).map(|(height, _)| *height).collect();
        wanted.extend(self.open.range(..above).map(|(height, _)| *height));
        wanted.truncate(MAX_ASKED);
        self.asked = wanted.last().copied().unwrap_or_default();
        wanted
    }

    /// What another node is answered that asks who signed.
    pub(super) fn answer(&mut self, height: u64) -> Result<Vec<(Seat, Seal)>, DiskError> {
        if self.answered >= MAX_ANSWERED {
            return Ok(Vec::new());
        }
        self.answered = self.answered.saturating_add(1);
        let Some(row) = self.disk.change(height)? else { return Ok(Vec::new()) };
        Ok(read(height, &row)?.seals().map(|(_, key, seal)| (Seat(key), seal)).collect())
    }
}

fn read(height: u64, row: &[u8]) -> Result<Sealed, DiskError> {
    let sealed = Sealed::from_bytes(row).filter(|sealed| sealed.checkpoint().height == height);
    sealed.ok_or_else(|| DiskError(format!("the row of the change at height {height} cannot be read")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealed::tests::{came_to, seal};
    use crate::store::tests::{disk, reopened};

    fn hear(changes: &mut Changes, code: &str, height: u64) {
        let (seat, seal) = seal(code, height);
        changes.heard(height, seat, seal).unwrap();
    }

    #[test]
    fn a_change_is_asked_for_until_enough_signed_also_after_a_restart() {
        let scratch = tempfile::tempdir().unwrap();
        let mut changes = Changes::new(disk(scratch.path())).unwrap();
        for height in [7, 9] {
            changes.happened(Sealed::new(came_to(height))).unwrap();
        }
        assert_eq!(changes.wanted(), [7, 9]);
        hear(&mut changes, "CAN", 9);
        hear(&mut changes, "CAN", 7);
        hear(&mut changes, "DEU", 7);
        assert_eq!(changes.wanted(), [9]);
        drop(changes);
        let mut changes = Changes::new(reopened(scratch.path())).unwrap();
        assert_eq!(changes.wanted(), [9]);
        assert_eq!(changes.answer(7).unwrap(), [seal("CAN", 7), seal("DEU", 7)]);
        // Found once more, as when blocks are stepped through: what was kept is not lost.
        changes.happened(Sealed::new(came_to(9))).unwrap();
        assert_eq!(changes.answer(9).unwrap(), [seal("CAN", 9)]);
        assert_eq!(changes.answer(8).unwrap(), []);
        hear(&mut changes, "FRA", 9);
        assert_eq!(changes.wanted(), [0_u64; 0]);
    }

    #[test]
    fn of_many_open_changes_each_is_asked_for_in_turn_and_answers_are_bounded() {
        let scratch = tempfile::tempdir().unwrap();
        let mut changes = Changes::new(disk(scratch.path())).unwrap();
        for height in 1..=20 {
            let mut sealed = Sealed::new(came_to(height));
            let (seat, seal) = seal("CAN", height);
            sealed.add(seat, seal);
            changes.happened(sealed).unwrap();
        }
        assert_eq!(changes.wanted(), (1..=16).collect::<Vec<_>>());
        assert_eq!(changes.wanted(), (17..=20).chain(1..=12).collect::<Vec<_>>());
        let answered = (0..100).filter(|_| !changes.answer(3).unwrap().is_empty()).count();
        assert_eq!(answered, MAX_ANSWERED);
        changes.wanted();
        assert!(!changes.answer(3).unwrap().is_empty());
    }
}
