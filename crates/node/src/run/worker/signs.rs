//! What a node signs of what its record came to, and what it hears of the others' signatures.

use quorate_charter::MAX_MEMBERS;
use tracing::error;

use super::Worker;
use crate::engine::{Disk, DiskError, Seal, Seat};
use crate::run::changes::Changes;
use crate::run::parcel::Parcel;
use crate::sealed::{CameTo, Sealed};

impl<D: Disk> Worker<D> {
    /// Signs what the record came to, if this node agreed on the block, and tells the others. What was heard of it before is
    /// there too.
    pub(super) fn cosign(&mut self, came_to: CameTo) -> Sealed {
        let height = came_to.checkpoint.height;
        let mut sealed = Sealed::new(came_to);
        if let Some(seal) = sealed.sign(&*self.key) {
            self.roads.links.tell(None, &Parcel::Cosigned(height, seal).to_bytes().into());
        }
        self.cosigned.reached(sealed).clone()
    }

    /// The nodes changed so far with what the record came to each time.
    pub(super) fn have_happened(&mut self, changes: Vec<CameTo>) {
        for came_to in changes {
            let mut sealed = Sealed::new(came_to);
            sealed.sign(&*self.key);
            self.on_disk(|own| own.happened(sealed));
        }
    }

    pub(super) fn hear_seal(&mut self, from: Seat, height: u64, seal: Seal) {
        self.cosigned.heard(from, height, seal);
        self.on_disk(|changes| changes.heard(height, from, seal));
    }

    pub(super) fn ask_for_seals(&mut self) {
        for height in self.changes.wanted() {
            self.roads.links.tell(None, &Parcel::SealsWanted(height).to_bytes().into());
        }
    }

    pub(super) fn hand_out_seals(&mut self, to: Seat, height: u64) {
        let seals = self.on_disk(|changes| changes.answer(height)).unwrap_or_default();
        if !seals.is_empty() {
            self.roads.links.tell(Some(to), &Parcel::Seals(height, seals).to_bytes().into());
        }
    }

    pub(super) fn take_seals(&mut self, height: u64, seals: Vec<(Seat, Seal)>) {
        for (seat, seal) in seals.into_iter().take(MAX_MEMBERS) {
            self.on_disk(|changes| changes.heard(height, seat, seal));
        }
    }

    /// Does something with the changes on the disk, and stops if that fails.
    pub(super) fn on_disk<T>(
        &mut self,
        work: impl FnOnce(&mut Changes) -> Result<T, DiskError>,
    ) -> Option<T> {
        match work(&mut self.changes) {
            Ok(done) => Some(done),
            Err(error) => {
                error!(member = %self.member, %error, "the node stops");
                self.stopped = Some(error.to_string());
                None
            }
        }
    }
}
