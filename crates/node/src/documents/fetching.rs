//! How a node fetches documents that are not here: one at a time, from one node at a time.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use super::deposit::{Deposit, DocumentId};
use crate::engine::Seat;

/// The bytes of a piece; the last of a document is as long as what is left.
pub(super) const PIECE_BYTES: usize = 64 * 1024;
/// How long a piece is waited for before another node is asked.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a node is not asked after it sent what nobody asked for.
const AVOIDED: Duration = Duration::from_secs(60);
/// Of how many nodes it is remembered that they have a document.
const MAX_HOLDERS: usize = 8;

/// A piece that is wanted of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Want {
    pub(super) of: Seat,
    pub(super) document: DocumentId,
    pub(super) offset: u32,
}

struct Fetch {
    document: DocumentId,
    length: usize,
    from: Seat,
    bytes: Vec<u8>,
    asked: Instant,
}

impl Fetch {
    fn want(&self) -> Want {
        let offset = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        Want { of: self.from, document: self.document, offset }
    }
}

/// What comes of a piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// It came too late, or twice.
    Nothing,
    /// The next is wanted.
    More(Want),
    /// It was the last, and the hash is right.
    Whole(DocumentId, Vec<u8>),
    /// No honest node sends it.
    Wrong(&'static str),
}

/// What is fetched, and from whom it can be.
#[derive(Default)]
pub(super) struct Fetching {
    now: Option<Fetch>,
    last: Option<DocumentId>,
    holders: BTreeMap<DocumentId, VecDeque<Seat>>,
    avoided: BTreeMap<Seat, Instant>,
}

impl Fetching {
    /// A node has a document that is not here.
    pub(super) fn has(&mut self, seat: Seat, document: DocumentId) {
        let holders = self.holders.entry(document).or_default();
        if !holders.contains(&seat) && holders.len() < MAX_HOLDERS {
            holders.push_back(seat);
        }
    }

    /// After which document to look for one that is missing.
    pub(super) fn last(&self) -> Option<DocumentId> {
        self.last
    }

    /// Gives up on a node that sent nothing for too long, and begins with the next document, if none is being fetched and a
    /// node has one of those that are missing.
    pub(super) fn next<'a>(
        &mut self,
        now: Instant,
        missing: impl Iterator<Item = &'a Deposit>,
    ) -> Option<Want> {
        if self.now.as_ref().is_some_and(|fetch| now.saturating_duration_since(fetch.asked) >= PATIENCE) {
            self.now = None;
        }
        if self.now.is_some() {
            return None;
        }
        self.avoided.retain(|_, since| now.saturating_duration_since(*since) < AVOIDED);
        for deposit in missing {
            let document = deposit.document();
            let Some(holders) = self.holders.get_mut(&document) else { continue };
            holders.retain(|seat| !self.avoided.contains_key(seat));
            // Whoever is asked is the last to be asked again.
            let Some(from) = holders.pop_front() else { continue };
            holders.push_back(from);
            let fetch = Fetch { document, length: deposit.length(), from, bytes: Vec::new(), asked: now };
            let want = fetch.want();
            (self.now, self.last) = (Some(fetch), Some(document));
            return Some(want);
        }
        None
    }

    /// A node sent a piece.
    pub(super) fn piece(
        &mut self,
        now: Instant,
        from: Seat,
        (document, offset): (DocumentId, u32),
        piece: &[u8],
    ) -> Came {
        let Some(fetch) = self.now.as_mut().filter(|fetch| (fetch.from, fetch.document) == (from, document))
        else {
            return Came::Nothing;
        };
        let (offset, had) = (usize::try_from(offset).unwrap_or(usize::MAX), fetch.bytes.len());
        if offset < had {
            return Came::Nothing;
        }
        let left = fetch.length.saturating_sub(had);
        if offset > had || piece.len() != left.min(PIECE_BYTES) {
            return self.wrong(now, from, "a piece of a document that was not asked for");
        }
        fetch.bytes.extend_from_slice(piece);
        if fetch.bytes.len() < fetch.length {
            fetch.asked = now;
            return Came::More(fetch.want());
        }
        let bytes = std::mem::take(&mut fetch.bytes);
        if DocumentId::of(&bytes) != document {
            return self.wrong(now, from, "pieces that do not make the document");
        }
        self.now = None;
        self.holders.remove(&document);
        Came::Whole(document, bytes)
    }

    fn wrong(&mut self, now: Instant, from: Seat, what: &'static str) -> Came {
        self.now = None;
        self.avoided.insert(from, now);
        Came::Wrong(what)
    }
}
