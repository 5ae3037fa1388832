//! Acknowledge: a member has seen the call. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ConsultationNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that a member has seen the call. Nothing waits for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Acknowledge {
    /// The consultations.
    #[n(0)]
    pub consultation: ConsultationNo,
}

impl Provision for Acknowledge {
    fn name(&self) -> &'static str {
        "consultation acknowledge"
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
        let (consultation, member) = (self.consultation, act.post().member);
        let called = partnership.consultations().open(consultation)?;
        // K5: by each member once, and not by the caller.
        if called.by == member || called.acknowledged.contains(&member) {
            return Err(Refusal::Acknowledged(consultation).into());
        }
        Ok(vec![Event::Acknowledged { consultation, member }.into()])
    }
}
