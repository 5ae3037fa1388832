//! Deliver: the member that offered says that what was matched is there. Article: cases.

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

/// Says that what was matched is delivered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Deliver {
    /// The offer.
    #[n(0)]
    pub offer: OfferNo,
}

impl Provision for Deliver {
    fn name(&self) -> &'static str {
        "case deliver"
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
        let (offered, case, _) = partnership.cases().offer(self.offer, Stage::Matched)?;
        offered.only_by(act.post().member)?;
        Ok(vec![Event::Delivered { case, offer: self.offer }.into()])
    }
}
