//! Reserve: a State excludes or changes what an article means for it. Article: instrument.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{InstrumentEvent, InstrumentRefusal, MAX_RESERVATIONS, is_no_stranger, is_to_consent};
use crate::authentic::Act as Given;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::members::{self, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Makes a reservation (VCLT, Article 2(1)(d)), before its consent or before it accedes; the consent confirms it (Article 23(2)).
/// No reservation changes what this software does: to an article that it carries out none can be made.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Reserve {
    /// To which article.
    #[n(0)]
    pub article: u16,
    /// What it says.
    #[n(1)]
    pub wording: Wording,
}

impl Provision for Reserve {
    fn name(&self) -> &'static str {
        "member reserve"
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
        let (article, number) = (super::article(partnership)?, self.article);
        // M38: what binds nobody needs none.
        if article.is_arrangement() {
            return Err(InstrumentRefusal::Arrangement.into());
        }
        // M42: where the charter lets one be made, and never to what the rules carry out alike for all.
        if article.carries_out(number) {
            return Err(InstrumentRefusal::CarriedOut(number).into());
        }
        if !article.may_reserve(number) {
            return Err(InstrumentRefusal::NoReservation(number).into());
        }
        let instrument = &partnership.members().instrument;
        // M43: before the consent, or before the accession.
        if !is_to_consent(partnership, member) {
            return Err(InstrumentRefusal::TooLateToReserve(member).into());
        }
        // M44: one for each article, for good, and not too many.
        let (made, once) = (instrument.reservations_of(member), instrument.reserved(member, number));
        if once || made >= MAX_RESERVATIONS {
            return Err(InstrumentRefusal::ReservedAlready { member, article: number }.into());
        }
        let wording = self.wording.clone();
        Ok(vec![members::Event::from(InstrumentEvent::Reserved { member, article: number, wording }).into()])
    }
}
