//! Studies that readers run: a scenario many times under the real rules, one run after the other, on one thread that rests for
//! most of its time. They are in memory alone, each is its reader's, and the oldest go when there are many.

mod study;
mod worker;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use base16ct::lower::encode_string;
use sha2::{Digest as _, Sha256};

pub(crate) use self::study::{Asked, State, Study, Under};
use crate::desk::{chance, secret_of};
use crate::limits::Peer;

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

    /// Throws the oldest away of those that are at their end and are so, if there are as many as there may be.
    fn make_room(&mut self, most: usize, is_so: impl Fn(&Study) -> bool) {
        if self.all.iter().filter(|one| is_so(one)).count() < most {
            return;
        }
        if let Some(oldest) = self.all.iter().position(|one| is_so(one) && !one.state().is_open()) {
            self.all.remove(oldest);
        }
    }

    /// From where the most are kept of those with one that is at its end: whoever asks for many takes no room from others.
    fn greatest(&self) -> Option<Option<IpAddr>> {
        let mut many: BTreeMap<Option<IpAddr>, (usize, bool)> = BTreeMap::new();
        for one in &self.all {
            let (count, has_ended) = many.entry(one.address).or_default();
            *count = count.saturating_add(1);
            *has_ended |= !one.state().is_open();
        }
        let ended = many.into_iter().filter(|(_, (_, has_ended))| *has_ended);
        ended.max_by_key(|(_, (count, _))| *count).map(|(address, _)| address)
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
        let address = peer.and_then(Peer::told_apart);
        let mut kept = self.kept();
        let of_address = |one: &Study| address.is_some() && one.address == address;
        if kept.open(|one| one.reader == reader) > 0 || kept.open(of_address) >= OF_ADDRESS {
            return Err(NotBegun::Yours);
        }
        if kept.open(|_| true) >= WAIT {
            return Err(NotBegun::Many);
        }
        kept.make_room(OF_READER, |one| one.reader == reader);
        if kept.all.len() >= ALL
            && let Some(greatest) = kept.greatest()
        {
            kept.make_room(0, |one| one.address == greatest);
        }
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

    /// Whether anything of this reader is kept: a cookie that somebody made up is nobody's.
    pub(crate) fn know(&self, reader: Reader) -> bool {
        self.kept().all.iter().any(|one| one.reader == reader)
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
