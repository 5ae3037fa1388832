//! What a proof is made of: what the record came to, and all of it.

use quorate_partnership::Partnership;
use quorate_records::proof::{Checkpoint, Whole};

use super::{Node, NodeError};

impl Node {
    /// What the record came to after the last block. All of them are final.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        let partnership = &self.partnership;
        Checkpoint {
            partnership: partnership.id(),
            extent: partnership.extent(),
            height: partnership.height(),
            block: partnership.tip(),
            moment: partnership.moment(),
        }
    }

    /// The record up to a height with its signed commands, read from the disk and stepped through once more: what a proof needs,
    /// and nobody keeps in memory for the day that one is asked for.
    ///
    /// # Errors
    /// [`NodeError`]; damage is named with file and place.
    pub fn whole(&self, last: u64) -> Result<Whole, NodeError> {
        let mut partnership = Partnership::begin(&self.genesis)?;
        let mut whole = Whole::default();
        self.each_block(last, |block| {
            let height = block.height();
            let replay = |source| NodeError::Replay { directory: self.directory.clone(), height, source };
            whole.events.extend(partnership.step(&block).map_err(replay)?.booked);
            let signed = block.commands().iter().map(|signed| (signed.id(), signed.bytes().to_vec()));
            whole.commands.extend(signed);
            Ok(())
        })?;
        Ok(whole)
    }
}
