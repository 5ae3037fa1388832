//! Withdraw an objection, at any time (VCLT, Article 22). Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws an objection of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WithdrawObjection {
    /// Whose reservation.
    #[n(0)]
    pub of: MemberCode,
    /// To which article it is.
    #[n(1)]
    pub article: u16,
}

impl Provision for WithdrawObjection {
    fn name(&self) -> &'static str {
        "member withdraw-objection"
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
        let (of, article) = (self.of, self.article);
        let reservation = partnership.members().instrument.reservation(of, article);
        // M48: it stands.
        if !reservation.is_some_and(|reservation| reservation.objections.contains(&member)) {
            return Err(InstrumentRefusal::NoObjection(member).into());
        }
        let withdrawn = InstrumentEvent::ObjectionWithdrawn { by: member, member: of, article };
        Ok(vec![members::Event::from(withdrawn).into()])
    }
}
