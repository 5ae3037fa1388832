//! Adopt the text: a State that negotiated it agrees that this is the text. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, article};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Adopts the text of the charter as it was negotiated, by its authentic texts (VCLT, Article 9). It binds nobody; it is on
/// record who agreed what the text is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AdoptText {}

impl Provision for AdoptText {
    fn name(&self) -> &'static str {
        "member adopt-text"
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
        // M10: the charter has the article.
        article(partnership)?;
        let members = partnership.members();
        // M53: once, before the signature.
        let signed = members.standings.of.get(&member).is_some_and(|bond| bond.signed);
        if signed || members.instrument.agreed.contains(&member) {
            return Err(InstrumentRefusal::AgreedAlready(member).into());
        }
        Ok(vec![members::Event::from(InstrumentEvent::Agreed { member }).into()])
    }
}
