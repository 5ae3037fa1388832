//! A log for each agent of what it sealed in a compartment, in order: each thing carries the size and root of the log before it.
//!
//! ```text
//!  sealed thing = head ── what its author signed of its log, and what this is ── and the newest that it heard of another's log
//!               + body
//! ```
//!
//! By that a receiver finds what did not come, and hears from others what its author told them: two things in one place of a
//! log, or a root that is not of the leaves before it, is the alarm, with what was signed as the proof.

mod author;
mod export;
mod head;
mod statement;
#[cfg(test)]
mod tests;
mod tree;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};

use author::{Author, Contradiction, Stated};
use statement::{Letter, MAX_ERAS, MAX_LETTERS, Next, Of, Statement};

use super::held::Held;
use super::parcel::{Item, Parcel};
use super::sealing::Bound;
use super::take::{Taken, Told};
use super::{Alarm, Refusal, Seat, Vault};
use crate::agent::Identity;
use crate::product::Signs as _;

pub use head::Compared;
pub(super) use head::{Head, LogHead, Unsealed};
use head::{Heard, digest};
pub(super) use tree::{Front, Known, leaf};

pub use export::{CheckedLog, LogFault, MAX_LOGS_BYTES, check_logs};

/// Every agent's log, as it is known here.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(super) struct Logs {
    #[n(0)]
    authors: Vec<Author>,
    /// The epoch in which this agent came in: what was sealed before is not for it.
    #[n(1)]
    pub(super) since: u64,
    /// What an author signed that contradicts itself.
    #[n(2)]
    proof: Option<Proof>,
    /// Whose log was told of last.
    #[n(3)]
    turn: u64,
}

#[derive(Clone, Debug, Encode, Decode)]
#[cbor(array)]
struct Proof {
    #[n(0)]
    agent: PublicKey,
    #[n(1)]
    contradiction: Contradiction,
}

impl Proof {
    /// Whether it shows by itself: two notes for one size. That a root is not of what was sealed before needs more than
    /// two notes.
    fn shows(&self) -> bool {
        self.contradiction.one.as_ref().is_some_and(|one| one.size == self.contradiction.other.size)
    }
}

/// How an agent's log stands, as far as is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogStanding {
    /// Whose it is.
    pub post: Post,
    /// Its agent.
    pub agent: PublicKey,
    /// How many things it sealed, as far as is known.
    pub sealed: u64,
    /// The newest size and root that it signed.
    pub signed: Option<(u64, [u8; 32])>,
    /// Which of its things did not come: each the first, counted from 0, and the one after the last.
    pub missing: Vec<(u64, u64)>,
    /// How many more did not come and are not waited for any more.
    pub lost: u64,
}

impl Logs {
    pub(super) fn of(since: u64) -> Logs {
        Logs { since, ..Logs::default() }
    }

    /// Of what was known before this agent was removed, its own log goes on. What others sealed between is not for it.
    pub(super) fn comes_again(&mut self, before: Logs) {
        self.authors = before.authors.into_iter().filter(|author| author.own).collect();
    }

    /// Forgets the logs of agents that are in no epoch that is remembered.
    pub(super) fn keep(&mut self, is_known: impl Fn(&PublicKey) -> bool) {
        self.authors.retain(|author| author.own || is_known(&author.agent()));
    }

    /// What each log came to, in the order of keys.
    pub(super) fn heads(&self) -> Vec<LogHead> {
        let mut heads: Vec<LogHead> = self.authors.iter().map(Author::head).collect();
        heads.sort_by_key(|head| head.agent);
        heads
    }

    /// What a log came to elsewhere, beside what is known of it here.
    pub(super) fn compare(&self, head: &LogHead) -> Compared {
        let Some(author) = self.authors.iter().find(|author| author.agent() == head.agent) else {
            return Compared::Unknown;
        };
        match author.root_at(head.size) {
            Some(root) if root == head.root => Compared::Same,
            Some(_) => Compared::Differs,
            None if head.size > author.seen => Compared::Longer(head.size.saturating_sub(author.seen)),
            None => Compared::Unknown,
        }
    }

    fn own(&mut self, seat: &Seat) -> Option<&mut Author> {
        if !self.authors.iter().any(|author| author.own) {
            self.authors.push(Author::own(seat));
        }
        self.authors.iter_mut().find(|author| author.own)
    }

    /// The newest that is known of another's log, in turn.
    fn in_turn(&mut self, is_in: impl Fn(&PublicKey) -> bool) -> Option<Heard> {
        let newest = |author: &Author| {
            let stated = author.newest().filter(|_| !author.own && is_in(&author.agent()))?;
            Some(Heard { agent: author.agent(), stated: stated.clone() })
        };
        let others: Vec<Heard> = self.authors.iter().filter_map(newest).collect();
        self.turn = self.turn.wrapping_add(1);
        let at = self.turn.checked_rem(u64::try_from(others.len()).ok()?)?;
        others.into_iter().nth(usize::try_from(at).ok()?)
    }
}

impl Held {
    /// Puts the head before something that this agent seals next, and its leaf into this agent's log.
    pub(super) fn headed(
        &mut self,
        identity: &Identity,
        kind: u8,
        to: Option<MemberCode>,
        body: &[u8],
    ) -> Result<Vec<u8>, Refusal> {
        let era = self.now()?.clone();
        let seat = era.seats.iter().find(|seat| seat.agent() == identity.public()).ok_or(Refusal::NotIn)?;
        let heard = self.logs.in_turn(|agent| era.seats.iter().any(|seat| seat.agent() == *agent));
        let author = self.logs.own(seat).ok_or(Refusal::Form)?;
        author.seat = seat.clone();
        let of = author.of(self.id);
        let mut front = author.base.clone();
        author.follow().into_iter().for_each(|(_, leaf)| front.push(leaf.hash));
        let mut eras = author.newest().map(|last| last.statement.next.eras.clone()).unwrap_or_default();
        if eras.last().is_none_or(|last| last.0 != era.epoch) {
            eras.push((era.epoch, front.size));
        }
        eras.drain(..eras.len().saturating_sub(MAX_ERAS));
        let letter =
            |(at, leaf): (&u64, &author::Leaf)| Some(Letter { size: *at, to: leaf.to?, leaf: leaf.hash });
        let letters: Vec<Letter> = author.leaves.iter().rev().filter_map(letter).take(MAX_LETTERS).collect();
        let next = Next { kind, epoch: era.epoch, eras, to, letters, digest: digest(body) };
        let mut statement = Statement { size: front.size, root: front.root(), next, signature: [0; 64] };
        let signature = identity.sign(statement.text(of).as_bytes());
        statement.signature = signature.map_err(|_| Refusal::Group("nothing can be signed"))?;
        let stated = Stated { statement, front };
        let noted = author.note(self.id, &stated, true, seat.member());
        noted.map_err(|_| Refusal::Group("its own log does not hold together"))?;
        let head = Head { agent: identity.public(), stated, heard }.filled();
        Ok(head::wrapped(head, body))
    }

    /// Seals something under the log key of the epoch that lasts, with its head before it.
    pub(super) fn seal(
        &mut self,
        identity: &Identity,
        kind: u8,
        to: Option<MemberCode>,
        body: &[u8],
    ) -> Result<Vec<u8>, Refusal> {
        let plain = self.headed(identity, kind, to, body)?;
        let era = self.now()?;
        let bound = Bound { id: self.id, epoch: era.epoch, kind };
        bound.seal(&era.log_key, &plain).ok_or(Refusal::Group("nothing can be sealed"))
    }

    /// Opens what an agent that was in sealed under the log key of its epoch: its head, and what it says. The head is signed by
    /// its author for this compartment, epoch, kind and body, so that nobody seals again what another said.
    pub(super) fn unseal(&self, item: &Item) -> Result<(Head, Vec<u8>), Refusal> {
        let era = self.era_of(item.epoch)?;
        let bound = Bound { id: self.id, epoch: item.epoch, kind: item.kind };
        let plain = bound.open(&era.log_key, &item.bytes).ok_or(Refusal::NotAuthentic)?;
        let (head, body) = Head::read(self.id, item, &plain)?;
        let is_in = era.seats.iter().any(|seat| seat.agent() == head.agent);
        if is_in { Ok((head, body)) } else { Err(Refusal::NotIn) }
    }

    /// Takes note of what a head tells of its author's log, and of another's; the alarm, if what was signed does not fit.
    pub(super) fn note(&mut self, identity: &Identity, head: &Head) -> Option<Alarm> {
        let one = self.note_one(identity, head.agent, &head.stated, true);
        let other = head.heard.as_ref().and_then(|Heard { agent, stated }| {
            let of = Of { id: self.id, agent: *agent };
            if stated.is_sound(of) { self.note_one(identity, *agent, stated, false) } else { None }
        });
        let alarm = one.or(other)?;
        if self.alarm.is_some() {
            return None;
        }
        self.alarm = Some(alarm.clone());
        Some(alarm)
    }

    fn note_one(
        &mut self,
        identity: &Identity,
        agent: PublicKey,
        stated: &Stated,
        came: bool,
    ) -> Option<Alarm> {
        let (epoch, size) = (stated.statement.next.epoch, stated.statement.size);
        let of = |key: PublicKey| {
            self.eras.iter().rev().flat_map(|era| &era.seats).find(|seat| seat.agent() == key).cloned()
        };
        let (seat, own) = (of(agent)?, of(identity.public())?.member());
        let (id, logs) = (self.id, &mut self.logs);
        if epoch < logs.since {
            return None;
        }
        let noted = if agent == identity.public() {
            // What this agent signed and its store does not know of was sealed by a copy of the store.
            let author = logs.own(&seat)?;
            if size >= author.seen {
                let one = author.newest().map(|one| one.statement.clone());
                Err(Contradiction::of(size, one, &stated.statement))
            } else {
                author.note(id, stated, true, own)
            }
        } else {
            let at = logs.authors.iter().position(|author| author.agent() == agent).unwrap_or_else(|| {
                logs.authors.push(Author::first(&seat, stated, logs.since));
                logs.authors.len().saturating_sub(1)
            });
            logs.authors.get_mut(at)?.note(id, stated, came, own)
        };
        let contradiction = noted.err()?;
        let size = contradiction.size;
        logs.proof.get_or_insert(Proof { agent, contradiction: *contradiction });
        Some(Alarm::Log { member: seat.member(), size })
    }
}

impl Vault {
    /// How each agent's log stands: this agent's own first.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], or this agent has no credential.
    pub fn logs(&self, name: &str) -> Result<Vec<LogStanding>, Refusal> {
        let (held, own) = (self.named(name)?, self.identity.credential()?.post().member);
        let standing = |author: &Author| LogStanding {
            post: author.seat.post(),
            agent: author.agent(),
            sealed: author.seen,
            signed: author.newest().map(|one| (one.statement.size, one.statement.root)),
            missing: author.missing(own),
            lost: author.lost,
        };
        let mut authors: Vec<&Author> = held.logs.authors.iter().collect();
        authors.sort_by_key(|author| (!author.own, author.seat.post().to_string(), author.agent()));
        Ok(authors.into_iter().map(standing).collect())
    }

    /// Opens what was sealed under the log key of its epoch, and takes note of its head, also where what it says is refused then.
    pub(super) fn unsealed(
        &mut self,
        parcel: &Parcel,
        item: &Item,
        taken: &mut Taken,
    ) -> Result<Unsealed, Refusal> {
        let held = self.held.iter_mut().find(|held| held.id == parcel.id).ok_or(Refusal::NoSuch)?;
        let (head, body) = held.unseal(item)?;
        taken.told.extend(held.note(&self.identity, &head).map(Told::Alarm));
        Ok(Unsealed { epoch: item.epoch, by: head.agent, place: head.place(), body })
    }
}
