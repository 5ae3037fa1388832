//! Complete a step: it is done. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::StepNo;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that a step of one's own is done.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CompleteStep {
    /// The step.
    #[n(0)]
    pub step: StepNo,
}

impl Provision for CompleteStep {
    fn name(&self) -> &'static str {
        "member complete-step"
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
        let step = self.step;
        // M51: one's own, and open.
        if partnership.members().instrument.steps.get(&step) != Some(&member) {
            return Err(InstrumentRefusal::NoOpenStep { step, member }.into());
        }
        Ok(vec![members::Event::from(InstrumentEvent::StepCompleted { step, member }).into()])
    }
}
