//! What could be read at an earlier height: the blocks up to there, stepped through once more.

use quorate_partnership::Partnership;
use quorate_records::Records;

use super::past::{Past, take_in};
use super::{Back, Node, NodeError};
use crate::run::Client;

impl Node {
    /// Another view of the same node that has followed nothing yet: what it reads does not hold this one up. There is none
    /// where no node runs that has a door.
    ///
    /// # Errors
    /// [`NodeError`].
    pub fn beside(&self) -> Result<Option<Node>, NodeError> {
        if !matches!(self.back, Back::Served(_)) {
            return Ok(None);
        }
        let back = Back::Served(Client::connect(&self.directory)?);
        Ok(Some(Node::new(&self.directory, back, &self.genesis, Partnership::begin(&self.genesis)?)))
    }

    /// What could be read after the block of a height that the record has. There is nothing of heights below the last
    /// block whose body went: see [`Node::pruned`].
    ///
    /// # Errors
    /// [`NodeError`]; damage is named with file and place.
    pub fn records_at(&self, height: u64) -> Result<Option<Records>, NodeError> {
        let past = Past::of(&self.directory, &self.back, &self.genesis)?;
        let mut records = past.records(&self.genesis)?;
        let mut partnership = past.partnership;
        if height < partnership.height() {
            return Ok(None);
        }
        self.each_block((partnership.height(), height), |block| {
            let replay = |source| NodeError::Replay {
                directory: self.directory.clone(),
                height: block.height(),
                source,
            };
            let stepped = partnership.step(&block).map_err(replay)?;
            take_in(&mut records, &partnership, &block, &stepped);
            Ok(())
        })?;
        Ok(Some(records))
    }
}
