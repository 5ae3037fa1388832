//! Break the silence on a text: then it is never agreed; who moved it takes it back so. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::texts::Stage;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::TextNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Objects to a text while the silence lasts. What it brings: the text goes on as one over an objection, supported by
/// those who say so. By its mover: it takes its text back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct BreakSilence {
    /// The text.
    #[n(0)]
    pub text: TextNo,
    /// Why.
    #[n(1)]
    pub reason: Phrase,
}

impl Provision for BreakSilence {
    fn name(&self) -> &'static str {
        "consultation break-silence"
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
        let (number, by, reason) = (self.text, act.post().member, self.reason.clone());
        let text = partnership.consultations().on_table(number, by)?;
        if text.by == by {
            return Ok(vec![Event::TextTakenBack { text: number, by, reason }.into()]);
        }
        // K20: while the silence lasts, which it does until deadlines were heard out.
        let Stage::Silence { until } = text.stage else { return Err(Refusal::Silence(number).into()) };
        if partnership.heard() >= until {
            return Err(Refusal::Silence(number).into());
        }
        let concludes = now.plus(text.conclude_within);
        Ok(vec![Event::SilenceBroken { text: number, by, reason, concludes }.into()])
    }
}
