//! What a proof is made of: what the record came to, and all of it.

use std::collections::BTreeMap;

use quorate_partnership::members::Nodes;
use quorate_partnership::{Booked, Event};
use quorate_records::proof::{NodeChange, Whole};

use super::{Node, NodeError, Past};
use crate::sealed::CameTo;

impl Node {
    /// What the record came to after the last block, and who agreed on that. All blocks are final.
    #[must_use]
    pub fn came_to(&self) -> CameTo {
        CameTo::of(&self.partnership)
    }

    /// The height up to which this directory is pruned; 0 if all its blocks are whole.
    ///
    /// # Errors
    /// What the disk says, or the node.
    pub fn pruned(&self) -> Result<u64, NodeError> {
        Ok(Past::of(&self.directory, &self.back, &self.genesis)?.partnership.height())
    }

    /// The record up to a height with its signed commands (those of pruned blocks are gone), read from the disk and
    /// stepped through once more: what a proof needs,
    /// and nobody keeps in memory for the day that one is asked for.
    ///
    /// # Errors
    /// [`NodeError`]; damage is named with file and place.
    pub fn whole(&self, last: u64) -> Result<Whole, NodeError> {
        let past = Past::of(&self.directory, &self.back, &self.genesis)?;
        let mut nodes = Nodes::begin(&self.genesis);
        past.events.iter().for_each(|booked| {
            is_heard(&mut nodes, booked);
        });
        let mut partnership = past.partnership;
        let mut whole = Whole { events: past.events, changes: past.changes, commands: BTreeMap::new() };
        self.each_block((partnership.height(), last), |block| {
            let height = block.height();
            let replay = |source| NodeError::Replay { directory: self.directory.clone(), height, source };
            let booked = partnership.step(&block).map_err(replay)?.booked;
            for (event, _) in
                (whole.events.len()..).zip(&booked).filter(|(_, booked)| is_heard(&mut nodes, booked))
            {
                let CameTo { checkpoint, judges } = CameTo::of(&partnership);
                whole.changes.push(NodeChange { event, checkpoint, judges });
            }
            whole.events.extend(booked);
            let signed = block.commands().iter().map(|signed| (signed.id(), signed.bytes().to_vec()));
            whole.commands.extend(signed);
            Ok(())
        })?;
        Ok(whole)
    }
}

/// Takes in an event; whether it changes the nodes.
pub(crate) fn is_heard(nodes: &mut Nodes, booked: &Booked) -> bool {
    match &booked.event {
        Event::Members(event) => nodes.hear(event, booked.at),
        _ => false,
    }
}
