//! Match: the beneficiary takes up an offer, or a part of it. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Stage, at_most, some};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::OfferNo;
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Matches an offer with the need.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Match {
    /// The offer.
    #[n(0)]
    pub offer: OfferNo,
    /// How many of it.
    #[n(1)]
    pub quantity: u64,
}

impl Provision for Match {
    fn name(&self) -> &'static str {
        "case match"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let Match { offer, quantity } = *self;
        let (offered, number, case) = partnership.cases().offer(offer, Stage::Open)?;
        case.only_beneficiary(act.post().member)?;
        let (needed, _) = partnership.cases().need(offered.need, now)?;
        some(quantity)?;
        at_most(quantity, offered.quantity.min(needed.missing()))?;
        Ok(vec![Event::Matched { case: number, offer, quantity }.into()])
    }
}
