//! What a node tells the others of documents, and answers them. It has no links and no clock of its own.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use quorate_charter::MemberCode;
use quorate_partnership::{PartnershipId, Phrase};
use tracing::{debug, warn};

use super::deposit::{Deposit, DocumentId, MAX_DOCUMENT_BYTES, Media, Said};
use super::error::{DocumentError, NotTaken};
use super::fetching::{Came, Fetching, Want};
use super::index::Index;
use super::serving::Serving;
use crate::engine::{Seat, Validators};
use crate::keys::Signer;
use crate::run::Parcel;

/// The most deposits that are told at once.
const MAX_TOLD: usize = 16;
/// The most new deposits of which one node is believed to speak between two ticks.
const MAX_HEARD: usize = 64;
/// How many ticks nothing is fetched after the disk said no.
const REST: u32 = 60;
/// After how many ticks the next document is read and hashed, once each was since the start.
const APART: u32 = 60;

/// What is said, and to whom: to all if to nobody in particular.
pub(crate) type Told = (Option<Seat>, Parcel);

/// Where a desk is: the partnership, and the nodes that agree.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) partnership: PartnershipId,
    pub(crate) nodes: &'a Validators,
}

/// The documents of a node at work.
pub(crate) struct Desk {
    index: Index,
    fetching: Fetching,
    serving: Serving,
    /// The last deposit that was told.
    told: Option<DocumentId>,
    /// The last document that was read to see whether it is sound, and how long ago, and whether each was.
    seen: Option<DocumentId>,
    since_seen: u32,
    all_seen: bool,
    heard: BTreeMap<Seat, usize>,
    rest: u32,
}

impl Desk {
    pub(crate) fn open(directory: &Path, partnership: PartnershipId) -> Desk {
        Desk {
            index: Index::open(directory, partnership),
            fetching: Fetching::default(),
            serving: Serving::default(),
            told: None,
            seen: None,
            since_seen: 0,
            all_seen: false,
            heard: BTreeMap::new(),
            rest: 0,
        }
    }

    /// Takes a document from whoever works at this node, and signs its deposit. One that is here already is left as it is,
    /// unless this member deposited it with a key that its node has no more.
    pub(crate) fn add(
        &mut self,
        around: Around<'_>,
        (member, key): (MemberCode, &dyn Signer),
        (title, media): (Phrase, Media),
        bytes: &[u8],
    ) -> Result<(Deposit, Vec<Told>), NotTaken> {
        let long =
            u32::try_from(bytes.len()).ok().filter(|_| (1..=MAX_DOCUMENT_BYTES).contains(&bytes.len()));
        let length = long.ok_or(DocumentError::Length(bytes.len()))?;
        let (document, node) = (DocumentId::of(bytes), key.public());
        let known = self.index.deposit(document).cloned();
        let deposit = match known.filter(|known| known.member() != member || known.node() == node) {
            Some(known) => known,
            None => {
                if around.nodes.member(Seat(node)) != Some(member) {
                    return Err(NotTaken::Origin(member));
                }
                let partnership = around.partnership;
                let said = Said { partnership, member, node, document, length, media, title };
                let deposit = Deposit::sign(said, key)?;
                self.index.take(deposit.clone())?;
                deposit
            }
        };
        if self.index.read(document).is_none() {
            self.index.keep(document, bytes)?;
        }
        let told = vec![(None, Parcel::Have(vec![deposit.clone()]))];
        Ok((deposit, told))
    }

    /// A second is over.
    pub(crate) fn tick(&mut self, now: Instant) -> Vec<Told> {
        self.heard.clear();
        self.look_at_one();
        let mut told = Vec::new();
        for (by, wanted) in self.serving.tick() {
            told.extend(self.wanted(by, wanted));
        }
        let some: Vec<Deposit> = self.index.here(self.told).take(MAX_TOLD).cloned().collect();
        if let Some(last) = some.last() {
            self.told = Some(last.document());
            told.push((None, Parcel::Have(some)));
        }
        self.rest = self.rest.saturating_sub(1);
        told.extend(self.fetch(now));
        told
    }

    /// Reads a document to see whether it is sound: after a start one with each tick, later now and then.
    fn look_at_one(&mut self) {
        self.since_seen = self.since_seen.saturating_add(1);
        if self.all_seen && self.since_seen < APART {
            return;
        }
        self.since_seen = 0;
        let next = self.index.here(self.seen).next().map(Deposit::document);
        self.all_seen |= next <= self.seen;
        self.seen = next;
        if let Some(document) = next {
            self.index.read(document);
        }
    }

    fn fetch(&mut self, now: Instant) -> Option<Told> {
        if self.rest > 0 {
            return None;
        }
        let missing = self.index.missing(self.fetching.last());
        self.fetching.next(now, missing).map(want)
    }

    /// A node tells which documents it has; what is wrong with that, if something is.
    pub(crate) fn has(
        &mut self,
        around: Around<'_>,
        from: Seat,
        deposits: Vec<Deposit>,
    ) -> Result<(), &'static str> {
        if deposits.len() > MAX_TOLD {
            return Err("more deposits of documents at once than there may be");
        }
        for deposit in deposits {
            let document = deposit.document();
            if self.index.deposit(document) != Some(&deposit) {
                let heard = self.heard.entry(from).or_default();
                *heard = heard.saturating_add(1);
                if *heard > MAX_HEARD {
                    return Ok(());
                }
                deposit
                    .check(around.partnership)
                    .map_err(|_| "a deposit of a document that is not signed")?;
                self.hear(around, deposit);
            }
            if self.index.deposit(document).is_some() && !self.index.is_here(document) {
                self.fetching.has(from, document);
            }
        }
        Ok(())
    }

    /// Takes a deposit that is signed, if its node agrees, nobody else deposited the document, and there is room.
    fn hear(&mut self, around: Around<'_>, deposit: Deposit) {
        let agrees = |of: &Deposit| around.nodes.member(Seat(of.node())) == Some(of.member());
        let document = deposit.document();
        let is_renewed = |known: &Deposit| known.member() == deposit.member() && !agrees(known);
        if !agrees(&deposit) || self.index.deposit(document).is_some_and(|known| !is_renewed(known)) {
            return;
        }
        if let Err(error) = self.index.take(deposit) {
            debug!(%document, %error, "the deposit of a document is not taken");
        }
    }

    /// A node wants a piece.
    pub(crate) fn wanted(&mut self, by: Seat, wanted: (DocumentId, u32)) -> Option<Told> {
        let piece = self.serving.wanted(&mut self.index, by, wanted)?;
        Some((Some(by), Parcel::Piece(wanted.0, wanted.1, piece.into())))
    }

    /// A node sent a piece; what is told next, or what is wrong with it.
    pub(crate) fn piece(
        &mut self,
        now: Instant,
        from: Seat,
        at: (DocumentId, u32),
        piece: &[u8],
    ) -> Result<Option<Told>, &'static str> {
        match self.fetching.piece(now, from, at, piece) {
            Came::Nothing => Ok(None),
            Came::More(next) => Ok(Some(want(next))),
            Came::Wrong(what) => Err(what),
            Came::Whole(document, bytes) => {
                if let Err(error) = self.index.keep(document, &bytes) {
                    warn!(%error, "a document is not kept; it is fetched again in a minute");
                    self.rest = REST;
                }
                Ok(self.fetch(now))
            }
        }
    }
}

fn want(want: Want) -> Told {
    (Some(want.of), Parcel::Want(want.document, want.offset))
}
