//! What a capital instructs its delegation to vote: sealed among the agents of one member, and of nobody else.
//!
//! An agent's later instruction on a decision takes the place of its own earlier one, by the order of its log. It never takes the
//! place of another agent's: where two in force differ both are shown, so that whoever took over one agent silences no other.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment, Post, PublicKey};

use super::held::{Era, Held};
use super::keystore;
use super::parcel::Parcel;
use super::say::{self, Body};
use super::seat::{Seat, seats};
use super::take::Told;
use super::vault::load;
use super::{CompartmentId, Now, Refusal, Vault};

/// The longest text of an instruction, in bytes of UTF-8.
pub const MAX_INSTRUCTION_BYTES: usize = 4000;
/// How much of all instructions is kept, in bytes.
const MAX_KEPT_BYTES: usize = 4 * 1024 * 1024;
/// What an instruction takes beside its text, in bytes.
const BESIDE: usize = 128;

/// An instruction.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Instruction {
    /// On which decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// How to vote; none where it is left to the delegation.
    #[n(1)]
    pub vote: Option<Choice>,
    /// Until when; none is until another one.
    #[n(2)]
    pub until: Option<Moment>,
    /// Why, and what else is to be done; it may be empty.
    #[n(3)]
    pub text: String,
}

impl std::fmt::Debug for Instruction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an instruction")
    }
}

/// An instruction, as it was said or came.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Instructed {
    /// Who said it.
    #[n(0)]
    pub by: Post,
    /// By which agent.
    #[n(1)]
    pub agent: PublicKey,
    /// When, as its sender says.
    #[n(2)]
    pub at: Moment,
    /// In which epoch.
    #[n(3)]
    pub epoch: u64,
    /// Its place in its author's log.
    #[n(4)]
    place: u64,
    /// What.
    #[n(5)]
    pub instruction: Instruction,
    /// Whether its agent, or this one, was removed after it was said: it counts no more, also once that agent is in again.
    #[cbor(n(6), default)]
    gone: bool,
}

impl std::fmt::Debug for Instructed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an instruction by {} in epoch {}", self.by, self.epoch)
    }
}

impl Instructed {
    fn size(&self) -> usize {
        self.instruction.text.len().saturating_add(BESIDE)
    }

    /// Whether a later one of the same agent took its place.
    fn is_replaced_in(&self, all: &[Instructed]) -> bool {
        let same = |one: &&Instructed| {
            one.agent == self.agent && one.instruction.decision == self.instruction.decision
        };
        all.iter().filter(same).any(|one| one.place > self.place)
    }
}

/// How an instruction stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// It is in force.
    Stands,
    /// Its agent said another one on the same decision later.
    Replaced,
    /// Its time is over.
    Expired,
    /// Its agent was removed, or this one was since; that it came in again brings it not back.
    AgentGone,
}

impl Vault {
    /// Seals an instruction to the agents of this agent's own member, who alone are in.
    ///
    /// # Errors
    /// [`Refusal::OthersIn`] if agents of other members are in; [`Refusal::Instruction`], [`Refusal::InstructionOver`], or the
    /// compartment cannot be used.
    pub fn instruct(
        &mut self,
        name: &str,
        instruction: Instruction,
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        if instruction.text.len() > MAX_INSTRUCTION_BYTES {
            return Err(Refusal::Instruction);
        }
        if instruction.until.is_some_and(|until| until <= now.at) {
            return Err(Refusal::InstructionOver);
        }
        let member = own.post().member;
        // Whoever is in by the log, and by the group's own tree, which decides who reads it.
        among_own(&held.now()?.seats, member)?;
        among_own(&seats(&load(&keystore::load(&self.kept), held.id)?)?, member)?;
        let body = Body::Instruction(instruction.clone(), now.at);
        let (parcel, provider) = say::sealed(self, &mut held, &body)?;
        let (agent, epoch) = (own.agent(), held.now()?.epoch);
        let place = held.logs.last_of(&agent).ok_or(Refusal::Form)?;
        let by = own.post();
        held.instructed.push(Instructed { by, agent, at: now.at, epoch, place, instruction, gone: false });
        self.put(held, &provider);
        self.instruct_no_more();
        Ok(parcel)
    }

    /// The instructions of a compartment, in the order in which they came, and how each stands.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn instructions(&self, name: &str, at: Moment) -> Result<Vec<(&Instructed, Force)>, Refusal> {
        let held = self.named(name)?;
        let inside = &held.now()?.seats;
        let force = |one: &Instructed| match one {
            _ if one.is_replaced_in(&held.instructed) => Force::Replaced,
            _ if one.gone || !inside.iter().any(|seat| seat.agent() == one.agent) => Force::AgentGone,
            _ if one.instruction.until.is_some_and(|until| until <= at) => Force::Expired,
            _ => Force::Stands,
        };
        Ok(held.instructed.iter().map(|one| (one, force(one))).collect())
    }

    /// Whether nobody but agents of this agent's own member is in a compartment.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], or this agent has no credential.
    pub fn is_among_own(&self, name: &str) -> Result<bool, Refusal> {
        let own = self.identity.credential()?.post().member;
        Ok(among_own(&self.named(name)?.now()?.seats, own).is_ok())
    }

    fn instruct_no_more(&mut self) {
        self.instruct_no_more_than(MAX_KEPT_BYTES);
    }

    /// Lets go of instructions until no more than this is kept: of whichever agent said most in one compartment, first what it
    /// replaced itself, the oldest first. Nobody pushes out what others said.
    fn instruct_no_more_than(&mut self, most: usize) {
        loop {
            let mut sizes: BTreeMap<(CompartmentId, PublicKey), usize> = BTreeMap::new();
            for held in &self.held {
                for one in &held.instructed {
                    let of = sizes.entry((held.id, one.agent)).or_default();
                    *of = of.saturating_add(one.size());
                }
            }
            if sizes.values().fold(0_usize, |sum, of| sum.saturating_add(*of)) <= most {
                return;
            }
            let Some((&(id, agent), _)) = sizes.iter().max_by_key(|(_, of)| **of) else { return };
            let Some(held) = self.held.iter_mut().find(|held| held.id == id) else { return };
            let all = &held.instructed;
            let of = |one: &&(usize, &Instructed)| one.1.agent == agent;
            let its: Vec<(usize, &Instructed)> = all.iter().enumerate().collect();
            let replaced = its.iter().filter(of).find(|(_, one)| one.is_replaced_in(all));
            let Some((at, _)) = replaced.or_else(|| its.iter().find(of)).copied() else { return };
            held.instructed.remove(at);
        }
    }
}

/// The decisions on which two of these say something else.
#[must_use]
pub fn contradictions<'i>(standing: impl IntoIterator<Item = &'i Instruction>) -> BTreeSet<DecisionNo> {
    let mut votes: BTreeMap<DecisionNo, Option<Choice>> = BTreeMap::new();
    let mut differ = BTreeSet::new();
    for one in standing {
        if *votes.entry(one.decision).or_insert(one.vote) != one.vote {
            differ.insert(one.decision);
        }
    }
    differ
}

fn among_own(inside: &[Seat], own: MemberCode) -> Result<(), Refusal> {
    let others: BTreeSet<MemberCode> =
        inside.iter().map(Seat::member).filter(|member| *member != own).collect();
    if others.is_empty() {
        return Ok(());
    }
    let others: Vec<String> = others.iter().map(ToString::to_string).collect();
    Err(Refusal::OthersIn(others.join(", ")))
}

/// An instruction that came in a message of this era, at this place of its author's log.
pub(super) fn heard(
    held: &mut Held,
    era: &Era,
    (by, place): (&Seat, u64),
    (instruction, at): (Instruction, Moment),
) -> Result<Told, Refusal> {
    among_own(&era.seats, by.member())?;
    if instruction.text.len() > MAX_INSTRUCTION_BYTES {
        return Err(Refusal::Instruction);
    }
    let (by, agent, epoch) = (by.post(), by.agent(), era.epoch);
    // What comes late is of the epoch before at most: of an agent that was removed and came back nothing is read.
    let instructed = Instructed { by, agent, at, epoch, place, instruction, gone: false };
    held.instructed.push(instructed.clone());
    Ok(Told::Instructed(Box::new(instructed)))
}

impl Held {
    /// Ends what was said by agents that are not in any more, once and for all: whoever comes in again says it again.
    pub(super) fn end_instructions(&mut self) {
        let last_two = || self.eras.iter().rev().take(2);
        let is_in = |agent: &PublicKey| last_two().all(|era| era.has(agent));
        let gone: Vec<bool> = self.instructed.iter().map(|one| !is_in(&one.agent)).collect();
        for (one, gone) in self.instructed.iter_mut().zip(gone) {
            one.gone |= gone;
        }
    }

    /// Takes over what was said before this agent was removed: none of it counts, for who was removed since it cannot know.
    pub(super) fn keep_instructions(&mut self, mut instructed: Vec<Instructed>) {
        instructed.iter_mut().for_each(|one| one.gone = true);
        self.instructed = instructed;
    }
}

/// Lets go of what there is no room for.
pub(super) fn keep_no_more(vault: &mut Vault) {
    vault.instruct_no_more();
}

#[cfg(test)]
mod tests;
