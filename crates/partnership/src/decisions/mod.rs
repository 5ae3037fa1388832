//! Decisions: drafts, votes, verdicts, and what they do.

mod amend;
mod close;
mod close_early;
mod command;
mod count;
mod effect;
mod event;
mod execute;
mod last_call;
mod object;
mod open;
mod party;
mod poll;
mod proxy;
mod refusal;
mod table;
mod vote;
mod withdraw;

use alloc::boxed::Box;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period};

pub use amend::Amend;
pub(crate) use close::{closes, lapses};
pub use close_early::Close;
pub use command::Command;
pub use effect::Effect;
pub use event::{Counted, Event, Reserve};
pub use execute::Execute;
pub(crate) use last_call::last_call_blocks;
pub use object::Object;
pub use open::Open;
pub use poll::{Cast, Phase, Poll, Uncountable};
pub use proxy::Proxy;
pub use refusal::Refusal;
pub use table::Table;
pub use vote::{Choice, Vote};
pub use withdraw::Withdraw;

use crate::agenda::{Agenda, Task};
use crate::authentic::Act;
use crate::event::{By, Event as AnyEvent};
use crate::ids::{DecisionNo, EffectHash};
use crate::moment::Moment;
use crate::phrase::Phrase;

/// A decision, from draft to its end.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Decision {
    #[n(0)]
    mover: MemberCode,
    /// From 1; each amendment makes the next.
    #[n(1)]
    version: u32,
    #[n(2)]
    title: Phrase,
    #[n(3)]
    effect: Effect,
    /// What the decision does, bound when it was tabled or last amended.
    #[n(4)]
    bound: EffectHash,
    /// Until when the member concerned is heard: the vote is not opened before. Set at the tabling, so that no later
    /// text shortens it.
    #[n(5)]
    heard: Option<(Moment, Period)>,
    #[n(6)]
    stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
enum Stage {
    #[n(0)]
    Draft,
    #[n(1)]
    Open(#[n(0)] Box<Poll>),
    #[n(2)]
    Adopted {
        #[n(0)]
        opened: Moment,
        #[n(1)]
        executable_until: Moment,
    },
    #[n(3)]
    Ended,
}

/// What is true about decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Decisions {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Decision>,
}

impl Decisions {
    fn get(&self, number: DecisionNo) -> Result<&Decision, Refusal> {
        // D1: the decision exists.
        number.index().and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchDecision(number))
    }

    /// D1: the decision exists.
    pub(crate) fn exists(&self, number: DecisionNo) -> Result<(), Refusal> {
        self.get(number).map(|_| ())
    }

    /// Who tabled a decision, if it exists.
    pub(crate) fn mover(&self, number: DecisionNo) -> Option<MemberCode> {
        self.get(number).ok().map(|decision| decision.mover)
    }

    /// How many were tabled.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// Whether what was read back can be: a formula that fits its roll, and a seat for each member on it.
    pub(crate) fn is_sound(&self) -> bool {
        self.list.iter().all(|decision| match &decision.stage {
            Stage::Open(poll) => poll.is_sound(),
            Stage::Draft | Stage::Adopted { .. } | Stage::Ended => true,
        })
    }

    /// The member that an undecided decision concerns, if it concerns one.
    pub(crate) fn concerned(&self, number: DecisionNo) -> Option<MemberCode> {
        let decision = self.get(number).ok()?;
        match (&decision.effect, &decision.stage) {
            (Effect::Members(effect), Stage::Draft | Stage::Open(_)) => effect.concerned(),
            _ => None,
        }
    }

    /// Whether a member takes part in an open vote.
    #[cfg(test)]
    pub(crate) fn waits_for(&self, number: DecisionNo, member: MemberCode) -> bool {
        matches!(self.get(number).map(|decision| &decision.stage), Ok(Stage::Open(poll)) if poll.takes_part(member))
    }

    fn get_mut(&mut self, number: DecisionNo) -> Option<&mut Decision> {
        self.list.get_mut(number.index()?)
    }

    fn set(&mut self, number: DecisionNo, stage: Stage) {
        if let Some(decision) = self.get_mut(number) {
            decision.stage = stage;
        }
    }

    /// A draft of this mover.
    fn draft_of(&self, number: DecisionNo, mover: MemberCode) -> Result<&Decision, Refusal> {
        let draft = self.get(number)?;
        // D2: a draft is its mover's; whoever wants otherwise moves a draft of its own.
        if draft.mover != mover {
            return Err(Refusal::NotTheMover { decision: number, mover: draft.mover });
        }
        // D3: a draft is opened once, and not changed after.
        if draft.stage == Stage::Draft { Ok(draft) } else { Err(Refusal::NotADraft(number)) }
    }

    /// The open vote on a decision, where deadlines up to this moment were heard out.
    fn open_poll(&self, number: DecisionNo, heard: Moment) -> Result<&Poll, Refusal> {
        // D5: votes count from the opening until the last call, judged by agreed time.
        match &self.get(number)?.stage {
            Stage::Open(poll) if poll.hears(heard) => Ok(poll),
            _ => Err(Refusal::NotOpen(number)),
        }
    }

    /// A change among the votes, and what follows from it at once.
    fn with_what_follows(
        &self,
        act: &Act,
        now: Moment,
        decision: DecisionNo,
        change: Event,
    ) -> Vec<AnyEvent> {
        let mut follows = None;
        if let Ok(Decision { stage: Stage::Open(before), .. }) = self.get(decision) {
            let mut after = before.clone();
            after.hear(&change, Some(&By { command: act.id(), post: act.post(), key: act.key() }));
            follows = close::follows(before, &after, decision, now);
        }
        core::iter::once(change).chain(follows).map(AnyEvent::from).collect()
    }

    pub(crate) fn apply(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        at: Moment,
        event: &Event,
        by: Option<&By>,
    ) {
        match event {
            Event::Tabled { mover, title, effect, bound, .. } => self.list.push(Decision {
                mover: *mover,
                version: 1,
                title: title.clone(),
                effect: effect.clone(),
                bound: *bound,
                heard: effect.hearing(charter).map(|hearing| (at.plus(hearing), hearing)),
                stage: Stage::Draft,
            }),
            Event::Amended { decision, version, title, effect, bound, .. } => {
                if let Some(draft) = self.get_mut(*decision) {
                    // Whoever the amended draft concerns is heard on what it says now.
                    draft.heard = effect.hearing(charter).map(|hearing| (at.plus(hearing), hearing));
                    (draft.version, draft.title) = (*version, title.clone());
                    (draft.effect, draft.bound) = (effect.clone(), *bound);
                }
            }
            Event::Opened { decision, participating, not_taking_part, closes, .. } => {
                let Ok(draft) = self.get(*decision) else { return };
                let Ok(rule) = draft.effect.rule(charter) else { return };
                let seats = (participating.as_slice(), not_taking_part.as_slice());
                let Ok(poll) = Poll::open(charter, rule, draft.mover, seats, at, *closes) else { return };
                agenda.add(*closes, Task::DecisionCloses(*decision));
                self.set(*decision, Stage::Open(Box::new(poll)));
            }
            Event::Voted { decision, .. }
            | Event::Objected { decision, .. }
            | Event::ProxyGiven { decision, .. }
            | Event::ProxyEnded { decision, .. }
            | Event::Extended { decision, .. }
            | Event::Converted { decision, .. }
            | Event::Unconfirmed { decision, .. } => {
                if let Some(Decision { stage: Stage::Open(poll), .. }) = self.get_mut(*decision) {
                    let before = poll.closes();
                    poll.hear(event, by);
                    agenda.put_off(before, poll.closes(), Task::DecisionCloses(*decision));
                }
            }
            Event::Closed { decision, executable_until, .. } => {
                self.closed(agenda, *decision, *executable_until);
            }
            Event::Lapsed { decision } | Event::Withdrawn { decision } => self.set(*decision, Stage::Ended),
            Event::Executed { decision } => self.executed(agenda, *decision),
        }
    }

    fn executed(&mut self, agenda: &mut Agenda, decision: DecisionNo) {
        if let Ok(Decision { stage: Stage::Adopted { executable_until, .. }, .. }) = self.get(decision) {
            agenda.remove(*executable_until, Task::ApprovalLapses(decision));
        }
        self.set(decision, Stage::Ended);
    }

    /// D29: what has closed does not open again, and its votes are gone with its poll.
    fn closed(&mut self, agenda: &mut Agenda, decision: DecisionNo, executable_until: Option<Moment>) {
        let mut stage = Stage::Ended;
        if let Ok(Decision { stage: Stage::Open(poll), .. }) = self.get(decision) {
            agenda.remove(poll.closes(), Task::DecisionCloses(decision));
            if let Some(executable_until) = executable_until {
                agenda.add(executable_until, Task::ApprovalLapses(decision));
                stage = Stage::Adopted { opened: poll.opened(), executable_until };
            }
        }
        self.set(decision, stage);
    }
}
