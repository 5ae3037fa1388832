//! Dissociate: a text on which the silence was broken is recorded without the member. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::texts::{Position, Stage};
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::TextNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Dissociates the member from a text.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Dissociate {
    /// The text.
    #[n(0)]
    pub text: TextNo,
    /// Why.
    #[n(1)]
    pub reason: Phrase,
}

impl Provision for Dissociate {
    fn name(&self) -> &'static str {
        "consultation dissociate"
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
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by, reason) = (self.text, act.post().member, self.reason.clone());
        let text = partnership.consultations().on_table(number, by)?;
        // K20: the silence was broken.
        if !matches!(text.stage, Stage::Broken { .. }) {
            return Err(Refusal::Silence(number).into());
        }
        // K21: it says something new, and nobody dissociates itself from what it moved.
        if text.by == by || text.holds(by, Position::Dissociates) {
            return Err(Refusal::Said(number).into());
        }
        Ok(vec![Event::Dissociated { text: number, by, reason }.into()])
    }
}
