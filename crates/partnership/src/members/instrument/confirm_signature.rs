//! Confirm a signature that was given ad referendum. Article: instrument.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentRefusal, signs};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Confirms a signature: from now on it is a full one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ConfirmSignature {}

impl Provision for ConfirmSignature {
    fn name(&self) -> &'static str {
        "member confirm-signature"
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
        // M37: one waits.
        if !partnership.members().instrument.ad_referendum.contains(&member) {
            return Err(InstrumentRefusal::NothingToConfirm(member).into());
        }
        Ok(signs(partnership, member, false).into_iter().map(AnyEvent::from).collect())
    }
}
