//! What can be asked of a replica about itself and the others.

use super::context::Seat;
use super::log::Disk;
use super::replica::Replica;
use super::validators::Validators;

impl<D: Disk> Replica<D> {
    /// The nodes that agree.
    pub fn nodes(&self) -> &Validators {
        &self.validators
    }

    /// How far another node is known to be.
    pub fn reached(&self, seat: Seat) -> Option<u64> {
        self.reached.get(&seat).map(|height| height.0)
    }

    /// How many commands wait to be ordered.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }
}
