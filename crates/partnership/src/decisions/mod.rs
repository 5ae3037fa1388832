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

use quorate_charter::MemberCode;

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
use crate::phrase::Phrase;
use quorate_charter::Charter;

/// A decision, from draft to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decision {
    mover: MemberCode,
    title: Phrase,
    effect: Effect,
    /// What the decision does, bound when it was tabled.
    bound: EffectHash,
    stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Draft,
    Open(Box<Poll>),
    Adopted { executable_until: Moment },
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
        index(number).and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchDecision(number))
    }

    fn set(&mut self, number: DecisionNo, stage: Stage) {
        if let Some(decision) = index(number).and_then(|at| self.list.get_mut(at)) {
            decision.stage = stage;
        }
    }

    pub(crate) fn apply(&mut self, charter: &Charter, agenda: &mut Agenda, event: &Event, by: Option<&By>) {
        match event {
            Event::Tabled { mover, title, effect, bound, .. } => {
                let (mover, title, effect, bound) = (*mover, title.clone(), *effect, *bound);
                self.list.push(Decision { mover, title, effect, bound, stage: Stage::Draft });
            }
            Event::Opened { decision, not_taking_part, closes, .. } => {
                let Ok(draft) = self.get(*decision) else { return };
                let Ok(poll) = Poll::open(charter, draft.effect.rule(charter), not_taking_part, *closes)
                else {
                    return;
                };
                agenda.add(*closes, Task::DecisionCloses(*decision));
                self.set(*decision, Stage::Open(Box::new(poll)));
            }
            Event::Voted { decision, member, choice, .. } => {
                let at = index(*decision);
                let open = at.and_then(|at| self.list.get_mut(at)).map(|decision| &mut decision.stage);
                if let (Some(Stage::Open(poll)), Some(by)) = (open, by) {
                    poll.record(*member, *choice, by.command);
                }
            }
            Event::Closed { decision, executable_until, .. } => match executable_until {
                Some(until) => {
                    agenda.add(*until, Task::ApprovalLapses(*decision));
                    self.set(*decision, Stage::Adopted { executable_until: *until });
                }
                None => self.set(*decision, Stage::Ended),
            },
            Event::Lapsed { decision } => self.set(*decision, Stage::Ended),
            Event::Executed { decision } => {
                if let Ok(Decision { stage: Stage::Adopted { executable_until }, .. }) = self.get(*decision) {
                    agenda.remove(*executable_until, Task::ApprovalLapses(*decision));
                }
                self.set(*decision, Stage::Ended);
            }
        }
    }
}

fn index(number: DecisionNo) -> Option<usize> {
    usize::try_from(number.0.checked_sub(1)?).ok()
}
