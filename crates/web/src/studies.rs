//! Studies that readers run: a scenario many times under the real rules, one run after the other, on one thread that rests for
//! most of its time. They are in memory alone, each is its reader's, and the oldest go when there are many.

mod study;
mod worker;

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use base16ct::lower::encode_string;
use sha2::{Digest as _, Sha256};

pub(crate) use self::study::{Asked, State, Study, Under};
use crate::desk::{chance, secret_of};
use crate::limits::{Peer, network};

/// The most studies of one node that wait or run: one runs at a time.
const WAIT: usize = 4;
/// How many of these may be asked for from one address, behind which there may be several readers.
const OF_ADDRESS: usize = 2;
/// The most studies that are kept of one reader, and of all.
const OF_READER: usize = 6;
const ALL: usize = 24;

/// A reader, by the hash of what its cookie holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reader([u8; 32]);

impl Reader {
    /// Who sends these headers, if a cookie of this name says so.
    pub(crate) fn of(headers: &HeaderMap, cookie: &str) -> Option<Reader> {
        secret_of(headers, cookie).filter(|secret| secret.len() == 64).map(Reader::by)
    }

    fn by(secret: &str) -> Reader {
        Reader(Sha256::digest(secret.as_bytes()).into())
    }

    /// A new one, and what its cookie is to hold; none if the machine gives no chance.
    pub(crate) fn new() -> Option<(Reader, String)> {
        let secret = encode_string(&chance()?);
        Some((Reader::by(&secret), secret))
    }
}

/// Why a study is not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotBegun {
    /// Another one of the same reader, or of its address, waits or runs.
    Yours,
    /// Too many wait.
    Many,
    /// The machine gives no chance, or no thread.
    Machine,
}

/// All studies of a node.
#[derive(Clone, Default)]
pub(crate) struct Studies(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    /// In the order in which they were asked for.
    all: Vec<Arc<Study>>,
    /// Whether a thread works on them.
    is_worked_on: bool,
}

impl Kept {
    /// How many of those that are so are not at their end.
    fn open(&self, is_so: impl Fn(&Study) -> bool) -> usize {
        self.all.iter().filter(|one| one.state().is_open() && is_so(one)).count()
    }

    /// Throws the oldest away of those that are at their end and are so, until there is room for one more.
    fn make_room(&mut self, most: usize, is_so: impl Fn(&Study) -> bool) {
        let many = self.all.iter().filter(|one| is_so(one)).count();
        let mut over = many.saturating_add(1).saturating_sub(most);
        self.all.retain(|one| {
            let goes = over > 0 && is_so(one) && !one.state().is_open();
            over = over.saturating_sub(usize::from(goes));
            !goes
        });
    }
}

impl Studies {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a study in, that of a reader at an address, under the text of a charter; it runs when those before it are at their
    /// end.
    ///
    /// # Errors
    /// [`NotBegun`].
    pub(crate) fn begin(
        &self,
        (reader, peer): (Reader, Option<Peer>),
        asked: (Asked, Arc<str>),
        model: quorate_foresight::trajectory::Study,
    ) -> Result<Arc<Study>, NotBegun> {
        // This machine's own are not counted by address: a proxy before the pages stands for all whom it lets through.
        let address = peer.map(|peer| peer.0.to_canonical()).filter(|address| !address.is_loopback());
        let address: Option<IpAddr> = address.map(network);
        let mut kept = self.kept();
        let of_address = |one: &Study| address.is_some() && one.address == address;
        if kept.open(|one| one.reader == reader) > 0 || kept.open(of_address) >= OF_ADDRESS {
            return Err(NotBegun::Yours);
        }
        if kept.open(|_| true) >= WAIT {
            return Err(NotBegun::Many);
        }
        kept.make_room(OF_READER, |one| one.reader == reader);
        kept.make_room(ALL, |_| true);
        let mut id = encode_string(&chance().ok_or(NotBegun::Machine)?);
        id.truncate(32);
        let study = Arc::new(Study::new(id, (reader, address), asked, model));
        kept.all.push(Arc::clone(&study));
        if !kept.is_worked_on {
            if worker::begin(self).is_err() {
                kept.all.pop();
                return Err(NotBegun::Machine);
            }
            kept.is_worked_on = true;
        }
        Ok(study)
    }

    /// A study of this reader.
    pub(crate) fn get(&self, reader: Option<Reader>, id: &str) -> Option<Arc<Study>> {
        self.kept().all.iter().find(|one| Some(one.reader) == reader && one.id == id).cloned()
    }

    /// All studies of this reader, the newest first.
    pub(crate) fn of(&self, reader: Option<Reader>) -> Vec<Arc<Study>> {
        self.kept().all.iter().rev().filter(|one| Some(one.reader) == reader).cloned().collect()
    }

    /// The next that waits; none if nothing does, and then nobody works on them any more.
    fn next(&self) -> Option<Arc<Study>> {
        let mut kept = self.kept();
        let next = kept.all.iter().find(|one| one.state() == State::Waits).cloned();
        kept.is_worked_on = next.is_some();
        next
    }
}

#[cfg(test)]
mod tests;
