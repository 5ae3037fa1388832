//! Amend: the mover changes its draft before the vote on it is opened. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Effect, Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Changes a draft of one's own: what is not given stays. Votes are on the version that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Amend {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// The version that is amended, counted from 1: so that of two amendments sent by two ways the second does not
    /// silently undo the first.
    #[n(1)]
    pub version: u32,
    /// What the decision is called from now on.
    #[n(2)]
    pub title: Option<Phrase>,
    /// What it would do from now on.
    #[n(3)]
    pub effect: Option<Effect>,
}

impl Provision for Amend {
    fn name(&self) -> &'static str {
        "decision amend"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (decision, mover) = (self.decision, act.post().member);
        let draft = partnership.decisions().draft_of(decision, mover)?;
        // D10: an amendment names the version that it amends.
        if draft.version != self.version {
            return Err(Refusal::OtherVersion { decision, version: draft.version }.into());
        }
        let title = self.title.clone().unwrap_or_else(|| draft.title.clone());
        let effect = self.effect.as_ref().unwrap_or(&draft.effect).clone();
        effect.tabled(partnership, mover, now)?;
        let rule = effect.rule(partnership.charter())?.name().clone();
        let bound = effect.bound(partnership);
        let amended =
            Event::Amended { decision, version: draft.version.saturating_add(1), title, effect, bound, rule };
        Ok(vec![amended.into()])
    }
}

#[cfg(test)]
mod tests;
