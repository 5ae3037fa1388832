//! Declare: a State says how it understands something. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, MAX_DECLARATIONS, article};
use crate::audience::Audience;
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DeclarationNo;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Makes a declaration: a plain entry that binds nobody and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Declare {
    /// For whom it is.
    #[n(0)]
    pub audience: Audience,
    /// What it says.
    #[n(1)]
    pub wording: Wording,
}

impl Provision for Declare {
    fn name(&self) -> &'static str {
        "member declare"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        given: &Given,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = given.post().member;
        article(partnership)?;
        let instrument = &partnership.members().instrument;
        // M49: not too many.
        if instrument.declarations_of(member, now).1 >= MAX_DECLARATIONS {
            return Err(InstrumentRefusal::TooManyDeclarations(member).into());
        }
        let declaration = DeclarationNo::after(usize::try_from(instrument.declared).unwrap_or(usize::MAX));
        let (audience, wording) = (self.audience, self.wording.clone());
        let declared = InstrumentEvent::Declared { declaration, member, audience, wording };
        Ok(vec![members::Event::from(declared).into()])
    }
}
