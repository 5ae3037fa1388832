//! Declare a step: what a State has to do at home before it can consent. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, MAX_STEPS, article};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::StepNo;
use crate::members::{self, Needs};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Declares a step of one's own, such as a reading in parliament: a plain entry that holds up nobody.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DeclareStep {
    /// What it is.
    #[n(0)]
    pub what: Phrase,
    /// By when it means to have taken it.
    #[n(1)]
    pub by: Day,
    /// Where that is to be read.
    #[n(2)]
    pub source: Option<Phrase>,
}

impl Provision for DeclareStep {
    fn name(&self) -> &'static str {
        "member declare-step"
    }

    fn offices(&self) -> Offices {
        &[Office::Root, Office::Representative]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        given: &Given,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = given.post().member;
        article(partnership)?;
        let instrument = &partnership.members().instrument;
        // M50: not too many are open.
        if instrument.steps_of(member) >= MAX_STEPS {
            return Err(InstrumentRefusal::TooManySteps(member).into());
        }
        let step = StepNo::after(usize::try_from(instrument.stepped).unwrap_or(usize::MAX));
        let (what, by, source) = (self.what.clone(), self.by, self.source.clone());
        Ok(vec![
            members::Event::from(InstrumentEvent::StepDeclared { step, member, what, by, source }).into(),
        ])
    }
}
