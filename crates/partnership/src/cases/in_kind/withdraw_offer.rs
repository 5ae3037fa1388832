//! Withdraw: a member takes back its offer, until it is matched. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::OfferNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws an offer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WithdrawOffer {
    /// The offer.
    #[n(0)]
    pub offer: OfferNo,
}

impl Provision for WithdrawOffer {
    fn name(&self) -> &'static str {
        "case withdraw-offer"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (offered, case, _) = partnership.cases().offer(self.offer, Stage::Open)?;
        offered.only_by(act.post().member)?;
        Ok(vec![Event::Withdrawn { case, offer: self.offer }.into()])
    }
}
