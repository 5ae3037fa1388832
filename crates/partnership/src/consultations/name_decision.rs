//! Name the decision that a text asked for, once it is tabled. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::texts::Stage;
use super::{Event, Outcome, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{DecisionNo, TextNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Names the decision that came of a text whose outcome is a draft decision. The decision goes its own way, by its rule.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NameDecision {
    /// The text.
    #[n(0)]
    pub text: TextNo,
    /// The decision.
    #[n(1)]
    pub decision: DecisionNo,
}

impl Provision for NameDecision {
    fn name(&self) -> &'static str {
        "consultation name-decision"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by, decision) = (self.text, act.post().member, self.decision);
        let text = partnership.consultations().text(number);
        let waits = text.filter(|text| {
            let recorded = matches!(text.stage, Stage::Agreed | Stage::Concluded);
            recorded && text.by == by && text.outcome == Outcome::DraftDecision && !text.named
        });
        // K23: the text is recorded, its mover names it, and it asked for a decision that is not named yet.
        if waits.is_none() {
            return Err(Refusal::AsksForNone(number).into());
        }
        // K24: the decision is on record.
        if partnership.decisions().exists(decision).is_err() {
            return Err(Refusal::NoSuchDecision(decision).into());
        }
        Ok(vec![Event::DecisionNamed { text: number, decision }.into()])
    }
}
