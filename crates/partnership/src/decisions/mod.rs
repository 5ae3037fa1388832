//! Decisions: drafts, votes, verdicts, and what they do.

mod close;
mod command;
mod effect;
mod event;
mod execute;
mod open;
mod poll;
mod refusal;
mod table;
mod vote;

use alloc::boxed::Box;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Period};

pub(crate) use close::{closes, lapses};
pub use command::Command;
pub use effect::Effect;
pub use event::{Counted, Event};
pub use execute::Execute;
pub use open::Open;
use poll::Poll;
pub use refusal::Refusal;
pub use table::Table;
pub use vote::{Choice, Vote};

use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{DecisionNo, EffectHash};
use crate::moment::Moment;

/// A decision, from draft to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decision {
    mover: MemberCode,
    effect: Effect,
    /// What the decision does, bound when it was tabled.
    bound: EffectHash,
    /// Until when the member concerned is heard: the vote is not opened before. Set at the tabling, so that no later
    /// text shortens it.
    heard: Option<(Moment, Period)>,
    stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Draft,
    Open(Box<Poll>),
    Adopted { opened: Moment, executable_until: Moment },
    Ended,
}

/// What is true about decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// In the order of their numbers, from 1.
    list: Vec<Decision>,
}

impl Decisions {
    fn get(&self, number: DecisionNo) -> Result<&Decision, Refusal> {
        // D1: the decision exists.
        number.index().and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchDecision(number))
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

    fn set(&mut self, number: DecisionNo, stage: Stage) {
        if let Some(decision) = number.index().and_then(|at| self.list.get_mut(at)) {
            decision.stage = stage;
        }
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
            Event::Tabled { mover, effect, bound, .. } => {
                let (mover, effect, bound) = (*mover, effect.clone(), *bound);
                let heard = effect.hearing(charter).map(|hearing| (at.plus(hearing), hearing));
                self.list.push(Decision { mover, effect, bound, heard, stage: Stage::Draft });
            }
            Event::Opened { decision, participating, not_taking_part, closes } => {
                let Ok(draft) = self.get(*decision) else { return };
                let Ok(rule) = draft.effect.rule(charter) else { return };
                let seats = (participating.as_slice(), not_taking_part.as_slice());
                let Ok(poll) = Poll::open(charter, rule, seats, at, *closes) else { return };
                agenda.add(*closes, Task::DecisionCloses(*decision));
                self.set(*decision, Stage::Open(Box::new(poll)));
            }
            Event::Voted { decision, member, choice, .. } => {
                let voted_on = decision.index().and_then(|at| self.list.get_mut(at));
                if let (Some(Decision { stage: Stage::Open(poll), .. }), Some(by)) = (voted_on, by) {
                    poll.record(*member, *choice, by.command);
                }
            }
            Event::Closed { decision, executable_until, .. } => {
                let stage = match (self.get(*decision).map(|decision| &decision.stage), executable_until) {
                    (Ok(Stage::Open(poll)), Some(until)) => {
                        agenda.add(*until, Task::ApprovalLapses(*decision));
                        Stage::Adopted { opened: poll.opened(), executable_until: *until }
                    }
                    _ => Stage::Ended,
                };
                self.set(*decision, stage);
            }
            Event::Lapsed { decision } => self.set(*decision, Stage::Ended),
            Event::Executed { decision } => {
                if let Ok(Decision { stage: Stage::Adopted { executable_until, .. }, .. }) =
                    self.get(*decision)
                {
                    agenda.remove(*executable_until, Task::ApprovalLapses(*decision));
                }
                self.set(*decision, Stage::Ended);
            }
        }
    }
}
