//! Withdraw a reservation, at any time (VCLT, Article 22). Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, is_no_stranger};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws a reservation of one's own, whatever others think of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WithdrawReservation {
    /// To which article it is.
    #[n(0)]
    pub article: u16,
}

impl Provision for WithdrawReservation {
    fn name(&self) -> &'static str {
        "member withdraw-reservation"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Nothing
    }

    fn validate(
        &self,
        partnership: &Partnership,
        given: &Given,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = given.post().member;
        is_no_stranger(partnership, member)?;
        let article = self.article;
        // M45: it stands.
        match partnership.members().instrument.reservation(member, article) {
            None => Err(InstrumentRefusal::NoSuchReservation { member, article }.into()),
            Some(_) => Ok(vec![
                members::Event::from(InstrumentEvent::ReservationWithdrawn { member, article }).into(),
            ]),
        }
    }
}
