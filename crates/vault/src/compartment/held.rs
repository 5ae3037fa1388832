//! What an agent holds of one compartment.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PublicKey};

use super::archive::{ArchiveKey, Retention};
use super::entry::{Acceptance, Entry};
use super::grant::Logged;
use super::instruct::Instructed;
use super::log::Logs;
use super::register::Mark;
use super::say::Said;
use super::seat::Seat;
use super::shelf::Shelf;
use super::{Alarm, CompartmentId, Now, Obligation, Refusal};
use crate::agent::Secret;

/// How many epochs are remembered for acceptances that come late.
const ERAS: usize = 8;

/// An epoch: who was in, and the key that its log is sealed under.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Era {
    #[n(0)]
    pub(super) epoch: u64,
    #[n(1)]
    pub(super) log_key: Secret,
    #[n(2)]
    pub(super) seats: Vec<Seat>,
}

impl Era {
    pub(super) fn has(&self, agent: &PublicKey) -> bool {
        self.seats.iter().any(|seat| seat.agent() == *agent)
    }
}

/// A change that is not in force yet, or never will be.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Pending {
    /// What it is; its authenticator is empty where this agent is the one that goes.
    #[n(0)]
    pub(super) entry: Entry,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) commit: Vec<u8>,
    #[n(2)]
    pub(super) by: Seat,
    #[n(3)]
    pub(super) comes: Vec<Seat>,
    #[n(4)]
    pub(super) goes: Vec<Seat>,
    /// Whether this agent made it.
    #[n(5)]
    pub(super) own: bool,
    /// What lets newcomers in, held back until it is in force.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub(super) welcome: Vec<u8>,
}

/// One compartment, as held.
#[derive(Clone, Encode, Decode)]
pub(super) struct Held {
    #[n(0)]
    pub(super) id: CompartmentId,
    #[n(1)]
    pub(super) name: String,
    #[n(2)]
    pub(super) eras: Vec<Era>,
    /// The changes in force of the epochs that are remembered.
    #[n(3)]
    pub(super) log: Vec<Entry>,
    #[n(4)]
    pub(super) pending: Vec<Pending>,
    #[n(5)]
    acceptances: Vec<Vec<u8>>,
    #[n(6)]
    pub(super) alarm: Option<Alarm>,
    #[n(7)]
    pub(super) out: bool,
    #[n(8)]
    pub(super) archive: Vec<ArchiveKey>,
    #[n(9)]
    pub(super) grants: Vec<Logged>,
    #[n(10)]
    pub(super) said: Vec<Said>,
    #[n(20)]
    pub(super) shelf: Shelf,
    /// What each agent sealed, as far as is known; a store of before has none.
    #[cbor(n(21), default)]
    pub(super) logs: Logs,
    /// What members said of their earlier obligations.
    #[cbor(n(22), default)]
    pub(super) obligations: Vec<Obligation>,
    /// What a capital instructs; a store of before has none.
    #[cbor(n(23), default)]
    pub(super) instructed: Vec<Instructed>,
    /// Which of these they signed themselves, here; a store of before has none.
    #[cbor(n(24), default)]
    pub(super) marks: Vec<Mark>,
    /// Classes of archive keys that are over, and until which epoch.
    #[n(11)]
    pub(super) over: Vec<(Retention, u64)>,
}

/// How a compartment stands, for whoever holds its agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: CompartmentId,
    /// What this agent calls it; others may call it otherwise.
    pub name: String,
    /// The epoch: how many changes were in force.
    pub epoch: u64,
    /// By which algorithms it keeps its secrets.
    pub suite: super::Suite,
    /// Who is in.
    pub seats: Vec<Seat>,
    /// Changes that wait: who makes each, who comes, who goes, which members accepted, and how many more are needed.
    pub waiting: Vec<Waiting>,
    /// What is wrong, if something is.
    pub alarm: Option<Alarm>,
    /// Whether this agent was removed.
    pub out: bool,
    /// The hash of the epoch's authenticator, to be compared in person: the same for all who see the same.
    pub authenticator: [u8; 32],
    /// Every grant of earlier archive keys that this agent saw: who gave, to whom, which epochs.
    pub grants: Vec<(PublicKey, PublicKey, Vec<u64>, Moment)>,
}

/// A change that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who makes it.
    pub by: Seat,
    /// Who comes.
    pub comes: Vec<Seat>,
    /// Who goes.
    pub goes: Vec<Seat>,
    /// The members that accepted.
    pub accepted: BTreeSet<MemberCode>,
    /// How many have to.
    pub needed: usize,
}

impl Held {
    pub(super) fn founded(id: CompartmentId, name: &str, era: Era) -> Held {
        Held {
            logs: Logs::of(era.epoch),
            id,
            name: name.into(),
            eras: vec![era],
            log: Vec::new(),
            pending: Vec::new(),
            acceptances: Vec::new(),
            alarm: None,
            out: false,
            archive: Vec::new(),
            grants: Vec::new(),
            said: Vec::new(),
            instructed: Vec::new(),
            shelf: Shelf::default(),
            obligations: Vec::new(),
            marks: Vec::new(),
            over: Vec::new(),
        }
    }

    /// Takes over what this agent had of the compartment before it was removed: keys, grants and messages of its own epochs.
    /// An epoch begins later than all that it was in, or it is another history.
    pub(super) fn comes_again(&mut self, before: Held) -> Result<(), Refusal> {
        if self.now()?.epoch <= before.now()?.epoch {
            return Err(Refusal::Past);
        }
        self.archive = before.archive;
        self.grants = before.grants;
        self.said = before.said;
        self.keep_instructions(before.instructed);
        self.over = before.over;
        self.shelf = before.shelf;
        self.keep_register((before.obligations, before.marks));
        self.logs.comes_again(before.logs);
        Ok(())
    }

    /// The era that lasts.
    pub(super) fn now(&self) -> Result<&Era, Refusal> {
        self.eras.last().ok_or(Refusal::NoSuch)
    }

    pub(super) fn era(&self, epoch: u64) -> Option<&Era> {
        self.eras.iter().find(|era| era.epoch == epoch)
    }

    /// The era of this epoch, of which something came.
    pub(super) fn era_of(&self, epoch: u64) -> Result<&Era, Refusal> {
        let is_ahead = self.now()?.epoch < epoch;
        self.era(epoch).ok_or(if is_ahead { Refusal::Ahead } else { Refusal::Past })
    }

    /// Who said something in an epoch: it was in then and is in still, for whoever was removed says nothing more, of whatever
    /// epoch; and its credential as it is now stands, for the next one counts for what was said under the one before.
    pub(super) fn author(&self, epoch: u64, agent: &PublicKey, now: &Now<'_>) -> Result<&Seat, Refusal> {
        let is = |seat: &&Seat| seat.agent() == *agent;
        let then = self.era_of(epoch)?.seats.iter().find(is).ok_or(Refusal::NotIn)?;
        let present = self.now()?.seats.iter().find(is).ok_or(Refusal::NotIn)?;
        present.credential()?.stands(&now.partnership, now.record, now.at)?;
        Ok(then)
    }

    /// Nothing is sealed or changed where an alarm stands or this agent is out.
    pub(super) fn usable(&self) -> Result<(), Refusal> {
        match &self.alarm {
            Some(alarm) => Err(Refusal::Alarm(alarm.clone())),
            None if self.out => Err(Refusal::Out),
            None => Ok(()),
        }
    }

    /// The digest of the last change in force; the compartment's id before the first.
    pub(super) fn head(&self) -> [u8; 32] {
        self.log.last().map_or(self.id.0, Entry::digest)
    }

    pub(super) fn acceptances(&self) -> Vec<Acceptance> {
        self.acceptances.iter().filter_map(|bytes| Acceptance::kept(bytes)).collect()
    }

    /// Keeps an acceptance; whether it says something new. What one agent signs first of an epoch is kept, and what
    /// contradicts it: no agent makes others keep more than that.
    pub(super) fn hear(&mut self, acceptance: &Acceptance) -> bool {
        let of = |held: &Acceptance| {
            held.agent == acceptance.agent && held.accepts.epoch == acceptance.accepts.epoch
        };
        let had: Vec<Acceptance> = self.acceptances().into_iter().filter(of).collect();
        let new = had.len() < 2 && !had.iter().any(|held| held.accepts == acceptance.accepts);
        if new {
            self.acceptances.push(acceptance.bytes.clone());
        }
        new
    }

    /// The next epoch begins; what is too old to come late is forgotten.
    pub(super) fn begin(&mut self, entry: Entry, era: Era) {
        self.log.push(entry);
        self.eras.push(era);
        let over = self.eras.len().saturating_sub(ERAS);
        self.eras.drain(..over);
        self.pending.clear();
        let eras = &self.eras;
        self.logs.keep(|agent| eras.iter().flat_map(|era| &era.seats).any(|seat| seat.agent() == *agent));
        self.forget_register();
        self.end_instructions();
        let oldest = self.eras.first().map_or(0, |era| era.epoch);
        // Of the oldest epoch it is known by which change it began.
        self.log.retain(|entry| entry.epoch.saturating_add(1) >= oldest);
        let is_late =
            |bytes: &Vec<u8>| Acceptance::kept(bytes).is_some_and(|held| held.accepts.epoch >= oldest);
        self.acceptances.retain(is_late);
    }
}
