//! Take in: one of several depositaries takes in what a State lodged. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, article};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs, standing::with_what_follows};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Takes in a consent that was lodged. Any one depositary is enough, and none can refuse for the others.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TakeIn {
    /// Whose consent.
    #[n(0)]
    pub of: MemberCode,
}

impl Provision for TakeIn {
    fn name(&self) -> &'static str {
        "member take-in"
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
        // M40: it is a depositary, and something was lodged.
        if !article(partnership)?.depositaries().contains(&member) {
            return Err(InstrumentRefusal::NoDepositary(member).into());
        }
        if !partnership.members().instrument.lodged.contains_key(&self.of) {
            return Err(InstrumentRefusal::NothingLodged(self.of).into());
        }
        let taken = InstrumentEvent::TakenIn { member: self.of, by: member };
        let mut events = vec![members::Event::from(taken)];
        events.extend(with_what_follows(partnership, members::Event::Ratified { member: self.of }));
        Ok(events.into_iter().map(AnyEvent::from).collect())
    }
}
