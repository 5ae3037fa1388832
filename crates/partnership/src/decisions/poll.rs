//! An open vote: everything that decides it was frozen when it was opened.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period, Procedure, Rule, Silence};
use quorate_voting::{Formula, Roll};

use super::event::{Event, Reserve};
use super::last_call;
use super::vote::Choice;
use crate::event::By;
use crate::ids::CommandId;
use crate::moment::Moment;

/// What those that take part are asked at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Phase {
    /// To vote.
    #[n(0)]
    Vote,
    /// To object, or silence adopts.
    #[n(1)]
    Objections,
    /// To confirm their votes: only those that gave a vote to be confirmed.
    #[n(2)]
    Confirmation,
}

/// D28: the rule, the members, their weights and who takes part, as they stood at the opening, and the votes since.
///
/// It is built from events alone, so that whoever has the record can count as the partnership does.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Poll {
    #[n(0)]
    pub(super) formula: Formula,
    #[n(1)]
    pub(super) roll: Roll,
    /// The members in the order of the roll's seats.
    #[n(2)]
    pub(super) seats: Vec<MemberCode>,
    #[n(3)]
    mover: MemberCode,
    #[n(4)]
    procedure: Option<Procedure>,
    /// How long it can be executed once it is adopted.
    #[n(5)]
    pub(super) executable_for: Period,
    #[n(6)]
    opened: Moment,
    #[n(7)]
    phase: Phase,
    /// The deadline of the phase as it was first set.
    #[n(8)]
    scheduled: Moment,
    #[n(9)]
    closes: Moment,
    #[n(10)]
    pub(super) votes: BTreeMap<MemberCode, Cast>,
    /// Who gave its vote, and to whom.
    #[n(11)]
    pub(super) proxies: BTreeMap<MemberCode, MemberCode>,
}

/// A member's vote that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Cast {
    /// How it voted.
    #[n(0)]
    pub choice: Choice,
    /// The command.
    #[n(1)]
    pub command: CommandId,
    /// What the vote waits for, if it is to be confirmed.
    #[n(2)]
    pub reserve: Option<Reserve>,
}

/// A roll or formula that does not fit; a checked charter has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the rule does not fit the roll of members")]
pub struct Uncountable;

impl Poll {
    /// The vote that is opened under this rule, as the charter stands now.
    ///
    /// # Errors
    /// [`Uncountable`]; never for a rule of this charter.
    pub fn open(
        charter: &Charter,
        rule: &Rule,
        mover: MemberCode,
        (participating, not_taking_part): (&[MemberCode], &[MemberCode]),
        opened: Moment,
        closes: Moment,
    ) -> Result<Poll, Uncountable> {
        let [taking_part, left_out]: [BTreeSet<MemberCode>; 2] =
            [participating, not_taking_part].map(|members| members.iter().copied().collect());
        let roll = charter.roll_of(&taking_part, &left_out).map_err(|_| Uncountable)?;
        rule.formula().fits(&roll).map_err(|_| Uncountable)?;
        let seats = taking_part.union(&left_out).copied().collect();
        let procedure = rule.procedure();
        let phase = match procedure.and_then(Procedure::silence) {
            Some(_) => Phase::Objections,
            None => Phase::Vote,
        };
        let (formula, scheduled) = (rule.formula().clone(), closes);
        let (votes, proxies) = (BTreeMap::new(), BTreeMap::new());
        let executable_for = charter.decisions().executable_for();
        Ok(Poll {
            formula,
            roll,
            seats,
            mover,
            procedure,
            executable_for,
            opened,
            phase,
            scheduled,
            closes,
            votes,
            proxies,
        })
    }

    /// Takes in what happened to this decision after its opening.
    pub fn hear(&mut self, event: &Event, by: Option<&By>) {
        let command = by.map(|by| by.command);
        match (event, command) {
            (Event::Voted { member, choice, reserve, .. }, Some(command)) => {
                self.votes.insert(*member, Cast { choice: *choice, command, reserve: *reserve });
            }
            (Event::Objected { member, .. }, Some(command)) => {
                self.votes.insert(*member, Cast { choice: Choice::Against, command, reserve: None });
            }
            (Event::ProxyGiven { member, holder, .. }, _) => {
                self.proxies.insert(*member, *holder);
            }
            (Event::ProxyEnded { member, .. }, _) => {
                self.proxies.remove(member);
            }
            (Event::Extended { closes, .. }, _) => self.closes = *closes,
            (Event::Converted { closes, .. }, _) => self.begin(Phase::Vote, *closes),
            (Event::Unconfirmed { until, .. }, _) => self.begin(Phase::Confirmation, *until),
            _ => {}
        }
    }

    fn begin(&mut self, phase: Phase, closes: Moment) {
        (self.phase, self.scheduled, self.closes) = (phase, closes, closes);
    }

    /// Whether the formula fits the roll, and the members its seats.
    pub(super) fn is_sound(&self) -> bool {
        let in_order = self.seats.iter().zip(self.seats.iter().skip(1)).all(|(one, next)| one < next);
        in_order && self.seats.len() == self.roll.seats().len() && self.formula.fits(&self.roll).is_ok()
    }

    /// When the vote was opened: the moment from which nothing that decides it, or that it binds, changes.
    #[must_use]
    pub fn opened(&self) -> Moment {
        self.opened
    }

    /// The deadline: votes in the first block that is not before it still count.
    #[must_use]
    pub fn closes(&self) -> Moment {
        self.closes
    }

    /// The latest moment to which late changes of the outcome can move the deadline of this phase.
    #[must_use]
    pub fn closes_at_latest(&self) -> Moment {
        match self.procedure.and_then(Procedure::extension) {
            Some(extension) if self.phase != Phase::Confirmation => self.scheduled.plus(extension.at_most()),
            _ => self.closes,
        }
    }

    /// What those that take part are asked.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How the draft comes to its outcome, as it stood at the opening.
    #[must_use]
    pub fn procedure(&self) -> Option<Procedure> {
        self.procedure
    }

    /// When a draft is adopted, as it stood at the opening.
    #[must_use]
    pub fn formula(&self) -> &Formula {
        &self.formula
    }

    /// Who takes part, in the order of their codes.
    pub fn participating(&self) -> impl Iterator<Item = MemberCode> {
        let seats = self.seats.iter().zip(self.roll.seats());
        seats.filter(|(_, seat)| seat.participating).map(|(member, _)| *member)
    }

    /// Whether this member takes part.
    #[must_use]
    pub fn takes_part(&self, member: MemberCode) -> bool {
        self.participating().any(|participating| participating == member)
    }

    /// The member's own vote as it stands.
    #[must_use]
    pub fn vote_of(&self, member: MemberCode) -> Option<&Cast> {
        self.votes.get(&member)
    }

    /// To whom the member gave its vote.
    #[must_use]
    pub fn holder_for(&self, member: MemberCode) -> Option<MemberCode> {
        self.proxies.get(&member).copied()
    }

    /// Whose vote the member holds.
    #[must_use]
    pub fn held_by(&self, holder: MemberCode) -> Option<MemberCode> {
        self.proxies.iter().find(|(_, held_by)| **held_by == holder).map(|(member, _)| *member)
    }

    /// The members whose votes are to be confirmed.
    #[must_use]
    pub fn unconfirmed(&self) -> Vec<MemberCode> {
        let waiting = self.votes.iter().filter(|(_, cast)| cast.reserve.is_some());
        waiting.map(|(member, _)| *member).collect()
    }

    /// Whether the member could change anything by voting now: while votes are being confirmed, only those that are
    /// awaited can.
    #[must_use]
    pub fn is_asked(&self, member: MemberCode) -> bool {
        let awaited = || self.votes.get(&member).is_some_and(|cast| cast.reserve.is_some());
        self.takes_part(member) && (self.phase != Phase::Confirmation || awaited())
    }

    /// While silence would adopt: what it needs.
    pub(super) fn silence(&self) -> Option<Silence> {
        self.procedure.and_then(Procedure::silence).filter(|_| self.phase == Phase::Objections)
    }

    /// How many object: who objected and who voted against are one.
    #[must_use]
    pub fn objections(&self) -> usize {
        self.votes.values().filter(|cast| cast.choice == Choice::Against).count()
    }

    /// How many are on record in favour: by their votes, and the mover by its tabling unless it voted otherwise.
    #[must_use]
    pub fn supporters(&self) -> usize {
        let in_favour = self.votes.values().filter(|cast| cast.choice == Choice::InFavour).count();
        let tabled = self.takes_part(self.mover) && !self.votes.contains_key(&self.mover);
        in_favour.saturating_add(usize::from(tabled))
    }

    /// Whether votes are still heard, where deadlines up to this moment were heard out.
    pub(super) fn hears(&self, heard: Moment) -> bool {
        last_call::goes_on(self.closes, heard)
    }

    /// The seats of these members.
    pub(super) fn seats_of(&self, members: &[MemberCode]) -> Vec<usize> {
        members.iter().filter_map(|member| self.seats.binary_search(member).ok()).collect()
    }

    /// D24: to when a change of the outcome at this moment moves the deadline.
    pub(super) fn moved_by(&self, before: &Poll, now: Moment) -> Option<Moment> {
        let extension = self.procedure.and_then(Procedure::extension)?;
        if self.phase == Phase::Confirmation || now.plus(extension.by()) < self.closes {
            return None;
        }
        if before.adopts() == self.adopts() {
            return None;
        }
        let to = now.plus(extension.by()).min(self.closes_at_latest());
        (to > self.closes && to > now).then_some(to)
    }
}
