//! Lodge full powers: the document by which a State lets its representative sign, or consent. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Act, InstrumentEvent, InstrumentRefusal, article};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DocumentHash;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Lodges full powers, by the hash of their document, where the charter asks for them (VCLT, Article 7).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LodgeFullPowers {
    /// For which act.
    #[n(0)]
    pub act: Act,
    /// The document.
    #[n(1)]
    pub document: DocumentHash,
}

impl Provision for LodgeFullPowers {
    fn name(&self) -> &'static str {
        "member lodge-full-powers"
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
        // M54: the charter asks for them.
        if !article(partnership)?.full_powers() {
            return Err(InstrumentRefusal::NotAskedFor.into());
        }
        let (act, document) = (self.act, self.document);
        Ok(vec![members::Event::from(InstrumentEvent::FullPowersLodged { member, act, document }).into()])
    }
}
