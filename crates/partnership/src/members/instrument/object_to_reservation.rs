//! Object to a reservation of another State. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, TWELVE_MONTHS, is_to_consent};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Objects to a reservation (VCLT, Article 20). The record says between whom it was objected; votes, money and nodes are for all
/// alike and know nothing of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ObjectToReservation {
    /// Whose reservation.
    #[n(0)]
    pub of: MemberCode,
    /// To which article it is.
    #[n(1)]
    pub article: u16,
    /// Whether the instrument shall not be in force between the two.
    #[n(2)]
    pub precludes: bool,
}

impl Provision for ObjectToReservation {
    fn name(&self) -> &'static str {
        "member object-reservation"
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
        let (of, article) = (self.of, self.article);
        let members = partnership.members();
        // M45: it stands.
        let reservation = members.instrument.reservation(of, article);
        let reservation = reservation.ok_or(InstrumentRefusal::NoSuchReservation { member: of, article })?;
        // M46: it is another's, and not objected to before.
        if of == member || reservation.objections.contains(&member) {
            return Err(InstrumentRefusal::NotToObject(member).into());
        }
        // M47: within twelve months, or before its own consent (VCLT, Article 20(5)).
        if now.since(reservation.at) > TWELVE_MONTHS && !is_to_consent(partnership, member) {
            return Err(InstrumentRefusal::TooLateToObject.into());
        }
        let objected =
            InstrumentEvent::Objected { by: member, member: of, article, precludes: self.precludes };
        Ok(vec![members::Event::from(objected).into()])
    }
}
