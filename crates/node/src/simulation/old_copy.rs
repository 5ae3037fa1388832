//! An old copy of a node's disk, put in the disk's place while others wait for what the node says next.

use super::disk::Platter;
use super::weather::Weather;
use super::world::{SimNode, World};

/// How long the weather stays fair around it, in milliseconds: whether a node that was set back knows it is asked only where
/// all others can tell it. Where fewer can, it may not know, and counts as one of those that may be false.
pub(super) const CALM: u64 = 7_000;
/// How long it takes to put the copy there: what the node said before has arrived by then.
const TAKES: u64 = 3_000;

/// The node to which it happens, and the last copy of its disk.
pub(super) struct OldCopy {
    pub(super) node: usize,
    pub(super) copy: Option<Platter>,
}

impl World {
    /// A node is set back, if all are up to tell it; else its disk is copied for another time. True if it was.
    pub(super) fn set_back(&mut self) -> bool {
        let all_are_up = self.nodes.iter().all(|node| node.replica.is_some() && node.disk.is_sound());
        let Some(OldCopy { node, copy }) = &mut self.old_copy else { return false };
        let node = *node;
        let Some(SimNode { disk, .. }) = self.nodes.get(node) else { return false };
        if let Some(copy) = copy.take().filter(|_| all_are_up && self.dice.bool()) {
            disk.set_back(copy);
            self.weather = Weather::fair();
            self.calm_until = self.now.saturating_add(CALM);
            self.auditor.set_back(node);
            self.down(node, TAKES, "a node was set back to an old copy of its disk");
            return true;
        }
        if disk.is_sound() {
            *copy = Some(disk.copy());
        }
        false
    }
}
