//! Offer: a member offers what another needs, of its own will and for itself alone. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::{Event, some};
use crate::authentic::Act;
use crate::cases::KindRefusal;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::{NeedNo, OfferNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Offers what is needed, for one's own member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Offer {
    /// The need.
    #[n(0)]
    pub need: NeedNo,
    /// How many.
    #[n(1)]
    pub quantity: u64,
    /// Whether it is to be returned.
    #[n(2)]
    pub lent: bool,
    /// What all of it is worth; a memorandum, no money.
    #[n(3)]
    pub value: Option<Money>,
}

impl Provision for Offer {
    fn name(&self) -> &'static str {
        "case offer"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let Offer { need, quantity, lent, value } = *self;
        let (needed, case) = partnership.cases().need(need, now)?;
        let by = act.post().member;
        // C29: an offer is to another.
        if case.beneficiary == by {
            return Err(KindRefusal::OwnNeed(by).into());
        }
        some(quantity)?;
        if let Some(value) = value {
            fund::positive_in_fund_currency(partnership.charter(), value)?;
        }
        let (case, offer) = (needed.case, OfferNo::after(partnership.cases().in_kind.offers.len()));
        Ok(vec![Event::Offered { case, offer, need, by, quantity, lent, value }.into()])
    }
}
