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
        let waiting = text.filter(|text| {
            let recorded = matches!(text.stage, Stage::Agreed | Stage::Concluded);
            recorded && text.by == by && text.outcome == Outcome::DraftDecision && text.named.is_none()
        });
        // K23: the text is recorded, its mover names it, and it asked for a decision that is not named yet.
        let text = waiting.ok_or(Refusal::AsksForNone(number))?;
        // K24: the decision is on record.
        let Some(mover) = partnership.decisions().mover(decision) else {
            return Err(Refusal::NoSuchDecision(decision).into());
        };
        // K27: it came of the text: its mover or a supporter tabled it, after it was recorded, and no text named it.
        let after = decision.index().is_some_and(|at| at >= text.decisions_before);
        if !after || !text.stands_for(mover) || partnership.consultations().is_named(decision) {
            return Err(Refusal::NotOfText(decision).into());
        }
        Ok(vec![Event::DecisionNamed { text: number, decision }.into()])
    }
}
