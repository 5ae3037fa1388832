//! Consent: a signatory consents to be bound, by acceptance or approval as by ratification. Article: instrument.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Means, Office, Offices};

use super::{article, consents};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Consents to be bound, by a means that the charter names (VCLT, Articles 11 and 14).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Consent {
    /// By which means.
    #[n(0)]
    pub means: Means,
}

impl Provision for Consent {
    fn name(&self) -> &'static str {
        "member ratify --by"
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
        Ok(consents(partnership, member, self.means)?.into_iter().map(AnyEvent::from).collect())
    }
}
