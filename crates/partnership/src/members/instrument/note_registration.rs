//! Note a registration: the instrument was registered or published elsewhere. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, MAX_REGISTRATIONS, article};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Notes that the instrument was registered elsewhere, as under Article 102 of the Charter of the United Nations: a plain entry.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NoteRegistration {
    /// With whom.
    #[n(0)]
    pub with: Phrase,
    /// Under which number.
    #[n(1)]
    pub number: Phrase,
}

impl Provision for NoteRegistration {
    fn name(&self) -> &'static str {
        "member note-registration"
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
        // M52: not too many.
        if partnership.members().instrument.registrations_of(member) >= MAX_REGISTRATIONS {
            return Err(InstrumentRefusal::TooManyRegistrations(member).into());
        }
        let (with, number) = (self.with.clone(), self.number.clone());
        Ok(vec![members::Event::from(InstrumentEvent::RegistrationNoted { by: member, with, number }).into()])
    }
}
