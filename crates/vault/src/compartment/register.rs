//! The register of obligations, as it is kept: what a member itself signed, and what was only told of it.
//!
//! ```text
//!  a notice of the member's ──▶ entry + mark (agent, place in its log): only a later one of the member's takes its place
//!  told by who let in       ──▶ entry alone: whatever the member signs takes its place
//! ```

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, Moment, PublicKey};

use super::held::Held;
use super::{Obligation, Refusal};
use crate::marking::Level;

/// The most obligations of one member that are kept: as many as a question of the policy names States.
pub(super) const MAX_OBLIGATIONS: usize = crate::policy::MAX_STATES;
/// The most marks of one member that are kept: also of what ended and went, or its first notice would revive it.
const MAX_MARKS: usize = 512;
/// How far clocks may differ, in milliseconds. What is said of a later moment is refused: it would be the last word for long.
const CLOCKS: u64 = 5 * 60 * 1000;

/// Which obligation: whose, to which State, and under which document.
type Key = (MemberCode, MemberCode, DocumentHash);

/// That a member itself said something of an obligation of its own, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Mark {
    #[n(0)]
    member: MemberCode,
    #[n(1)]
    to: MemberCode,
    #[n(2)]
    under: DocumentHash,
    /// By which agent.
    #[n(3)]
    pub(super) agent: PublicKey,
    /// The place in its log.
    #[n(4)]
    place: u64,
    /// When, as it says.
    #[n(5)]
    pub(super) at: Moment,
}

impl Mark {
    fn key(&self) -> Key {
        (self.member, self.to, self.under)
    }

    /// Whether it came before another: of one agent by its log, and of two of one member by what they say.
    fn is_before(&self, other: &Mark) -> bool {
        if self.agent == other.agent { self.place < other.place } else { self.at < other.at }
    }
}

impl Obligation {
    pub(super) fn key(&self) -> Key {
        (self.member, self.to, self.under)
    }

    /// Whether it is of a moment that has not come.
    pub(super) fn is_ahead(&self, now: Moment) -> bool {
        self.at.0 > now.0.saturating_add(CLOCKS)
    }

    /// Whether it reaches all that another one reaches.
    fn covers(&self, other: &Obligation) -> bool {
        let all = self.levels.is_empty();
        let levels = all || (!other.levels.is_empty() && other.levels.is_subset(&self.levels));
        other.ended || (!self.ended && levels)
    }
}

impl Held {
    /// The States to which a member has to pass material of this level on.
    pub(super) fn bound(&self, member: MemberCode, level: Level) -> BTreeSet<MemberCode> {
        let its = self.obligations.iter().filter(|one| one.member == member && one.reaches(level));
        its.map(|one| one.to).collect()
    }

    /// What the member itself said last of an obligation.
    pub(super) fn mark(&self, key: Key) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.key() == key)
    }

    /// Puts in the register what a member itself said, by this agent and at this place of its log; whether it says something new.
    /// What it said later stays, also where that is in the register no more.
    pub(super) fn register(
        &mut self,
        new: Obligation,
        (agent, place): (PublicKey, u64),
    ) -> Result<bool, Refusal> {
        let (key, member) = (new.key(), new.member);
        let mark = Mark { member, to: new.to, under: new.under, agent, place, at: new.at };
        if self.mark(key).is_some_and(|had| !had.is_before(&mark)) {
            return Ok(false);
        }
        if let Some(had) = self.obligations.iter_mut().find(|had| had.key() == key) {
            *had = new;
        } else {
            self.make_room(member)?;
            self.obligations.push(new);
        }
        self.marks.retain(|had| had.key() != key);
        self.marks.push(mark);
        if self.marks.iter().filter(|had| had.member == member).count() > MAX_MARKS {
            // Whoever said so much of itself loses the oldest mark of what went; those of others stay.
            let went = |had: &Mark| self.obligations.iter().all(|one| one.key() != had.key());
            if let Some(oldest) = self.marks.iter().position(|had| had.member == member && went(had)) {
                self.marks.remove(oldest);
            }
        }
        Ok(true)
    }

    /// Makes room for another obligation of a member: what ended goes first, then what was only told. What it said itself and
    /// is in force never goes: a member that has so many says which ended.
    fn make_room(&mut self, member: MemberCode) -> Result<(), Refusal> {
        if self.how_many_of(member) < MAX_OBLIGATIONS {
            return Ok(());
        }
        let its = |one: &Obligation| one.member == member;
        let ended = self.obligations.iter().position(|one| its(one) && one.ended);
        let told = || self.obligations.iter().position(|one| its(one) && self.mark(one.key()).is_none());
        let goes = ended.or_else(told).ok_or(Refusal::TooManyObligations)?;
        self.obligations.remove(goes);
        Ok(())
    }

    fn how_many_of(&self, member: MemberCode) -> usize {
        self.obligations.iter().filter(|one| one.member == member).count()
    }

    fn has_in(&self, member: MemberCode) -> bool {
        self.now().is_ok_and(|era| era.seats.iter().any(|seat| seat.member() == member))
    }

    /// Takes over what whoever let this agent in tells of the register: of members that are in, no more of each than are kept.
    /// It ends or narrows nothing that the member itself said: whoever lets in could keep quiet about an obligation.
    pub(super) fn take_register(&mut self, told: Vec<Obligation>, now: Moment) {
        for one in told {
            let is_its = one.by.member == one.member && one.to != one.member;
            if !is_its || one.is_ahead(now) || !self.has_in(one.member) {
                continue;
            }
            let has_room = self.how_many_of(one.member) < MAX_OBLIGATIONS;
            let is_signed = self.mark(one.key()).is_some();
            let had = self.obligations.iter_mut().find(|had| had.key() == one.key());
            match had {
                Some(had) if one.at > had.at && (!is_signed || one.covers(had)) => *had = one,
                Some(_) => {}
                None if has_room => self.obligations.push(one),
                None => {}
            }
        }
    }

    /// Takes over what this agent itself knew of the register before it was removed.
    pub(super) fn keep_register(&mut self, (obligations, marks): (Vec<Obligation>, Vec<Mark>)) {
        self.obligations = obligations.into_iter().filter(|one| self.has_in(one.member)).collect();
        self.marks = marks.into_iter().filter(|mark| self.has_in(mark.member)).collect();
    }

    /// Forgets the register of members of which this is no more known.
    pub(super) fn forget_register(&mut self) {
        let eras = &self.eras;
        let is_known = |member| eras.iter().flat_map(|era| &era.seats).any(|seat| seat.member() == member);
        self.obligations.retain(|one| is_known(one.member));
        self.marks.retain(|mark| is_known(mark.member));
    }
}
