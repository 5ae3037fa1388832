//! Object: a participating member says why silence shall not adopt. Article: decisions.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{CommandId, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// An objection, with its reason: a vote against. Enough of them turn silence into a vote, in which every vote can
/// be changed; none of them rejects.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Object {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// Why.
    #[n(1)]
    pub reason: Phrase,
    /// The member's vote that this replaces; `None` for its first.
    #[n(2)]
    pub replaces: Option<CommandId>,
}

impl Provision for Object {
    fn name(&self) -> &'static str {
        "decision object"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (decision, member, replaces) = (self.decision, act.post().member, self.replaces);
        let poll = partnership.decisions().open_poll(decision, partnership.heard())?;
        // D15: where members vote, whoever is against votes so.
        if poll.silence().is_none() {
            return Err(Refusal::NoSilence(decision).into());
        }
        poll.may_vote(decision, member, replaces)?;
        let objected = Event::Objected { decision, member, reason: self.reason.clone(), replaces };
        Ok(partnership.decisions().with_what_follows(act, now, decision, objected))
    }
}

#[cfg(test)]
mod tests;
