//! Sign ad referendum: a signature that its State is still to confirm. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, article, may_sign};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Signs the charter ad referendum (VCLT, Article 12(2)(b)): nothing follows from it until the State confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignAdReferendum {}

impl Provision for SignAdReferendum {
    fn name(&self) -> &'static str {
        "member sign --ad-referendum"
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
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = given.post().member;
        article(partnership)?;
        // M10, M11 and M36: as a signature.
        may_sign(partnership, member)?;
        Ok(vec![members::Event::from(InstrumentEvent::SignedAdReferendum { member }).into()])
    }
}
