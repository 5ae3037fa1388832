//! Withdraw a thing that one's member declared. Article: capabilities.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::Event;
use super::has_article;
use super::name::ThingName;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws a thing. What relies on it then relies on something that nobody declares.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Withdraw {
    /// Its name among the things of the member.
    #[n(0)]
    pub name: ThingName,
}

impl Provision for Withdraw {
    fn name(&self) -> &'static str {
        "capability withdraw"
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
        has_article(partnership)?;
        let (by, name) = (act.post().member, &self.name);
        // T7: a member withdraws what it declared itself and has not withdrawn.
        let declared = partnership.capabilities().standing(by, name);
        declared.ok_or_else(|| Refusal::NotDeclared(name.clone()))?;
        Ok(vec![Event::Withdrawn { by, name: name.clone() }.into()])
    }
}
