//! What a node does about documents: its desk has no links.

use std::time::Instant;

use quorate_partnership::Phrase;
use tracing::debug;

use super::Worker;
use crate::documents::{Around, Deposit, DocumentId, Media};
use crate::engine::{Disk, Seat};
use crate::run::parcel::Parcel;
use crate::run::talk::Reply;

impl<D: Disk> Worker<D> {
    /// Takes a document from whoever works at this node.
    pub(super) fn deposit(&mut self, title: Phrase, media: Media, bytes: &[u8]) -> Reply {
        let around = Around { partnership: self.replica.partnership().id(), nodes: self.replica.nodes() };
        match self.documents.add(around, (self.member, &*self.key), (title, media), bytes) {
            Ok((deposit, told)) => {
                self.tell_of_documents(told);
                Reply::Deposited(Box::new(deposit))
            }
            Err(error) => Reply::Failed(error.to_string()),
        }
    }

    /// What falls due each second.
    pub(super) fn see_to_documents(&mut self) {
        let told = self.documents.tick(Instant::now());
        self.tell_of_documents(told);
    }

    pub(super) fn hear_of_documents(&mut self, from: Seat, deposits: Vec<Deposit>) {
        let around = Around { partnership: self.replica.partnership().id(), nodes: self.replica.nodes() };
        if let Err(what) = self.documents.has(around, from, deposits) {
            self.faulty(from, what);
        }
    }

    pub(super) fn hand_out_piece(&mut self, to: Seat, wanted: (DocumentId, u32)) {
        let told = self.documents.wanted(to, wanted);
        self.tell_of_documents(told);
    }

    pub(super) fn take_piece(&mut self, from: Seat, at: (DocumentId, u32), piece: &[u8]) {
        match self.documents.piece(Instant::now(), from, at, piece) {
            Ok(told) => self.tell_of_documents(told),
            Err(what) => self.faulty(from, what),
        }
    }

    fn tell_of_documents(&self, told: impl IntoIterator<Item = (Option<Seat>, Parcel)>) {
        for (to, parcel) in told {
            self.roads.links.tell(to, &parcel.to_bytes().into());
        }
    }

    fn faulty(&mut self, seat: Seat, what: &str) {
        debug!(member = %self.member, by = %self.named(seat), what, "a message that no honest node sends");
        let known = self.known.entry(seat).or_default();
        known.faults = known.faults.saturating_add(1);
    }
}
