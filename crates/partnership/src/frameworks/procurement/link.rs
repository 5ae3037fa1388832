//! Link: an offer in kind, or a payment, of the case belongs to the procurement. So what is delivered meets the case's
//! needs by the case's own rules, and what the fund pays of it stands in the books. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_ledger::Money;

use super::{Event, Procurement, Refusal, Stage};
use crate::authentic::Act;
use crate::cases::Cases;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{OfferNo, PaymentNo, ProcurementNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What belongs to a procurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Linked {
    /// An offer in kind.
    #[n(0)]
    Offer(#[n(0)] OfferNo),
    /// A payment of the fund.
    #[n(1)]
    Payment(#[n(0)] PaymentNo),
}

/// Says that an offer or a payment belongs to a procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Link {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
    /// What belongs to it.
    #[n(1)]
    pub to: Linked,
}

impl Link {
    /// What it amounts to, if it is of the same case, and this member's to say.
    fn amount(&self, text: &Procurement, cases: &Cases, by: MemberCode) -> Result<Option<Money>, Refusal> {
        let found = match self.to {
            Linked::Offer(offer) => {
                let offered = cases.offered(offer).filter(|(_, maker, _)| *maker == by);
                offered.map(|(case, _, worth)| (case, worth))
            }
            Linked::Payment(payment) => {
                text.only_by(by)?;
                cases.pays(payment).map(|(case, amount)| (case, Some(amount)))
            }
        };
        // R84: it is of the case, and an offer is one's own.
        let of_case = found.filter(|(case, _)| *case == text.case);
        of_case.map(|(_, amount)| amount).ok_or(Refusal::NotOfCase(text.case))
    }
}

impl Provision for Link {
    fn name(&self) -> &'static str {
        "procurement link"
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
        let Link { procurement, to } = *self;
        let (procurements, by) = (&partnership.frameworks().procurement, act.post().member);
        let binds = [Stage::InEffect, Stage::Contracted, Stage::Delivered];
        let text = procurements.at(procurement, &binds)?;
        text.has_share(by)?;
        let amount = self.amount(text, partnership.cases(), by)?;
        let linked = match to {
            Linked::Offer(offer) => procurements.offers.contains(&offer),
            Linked::Payment(payment) => procurements.payments.contains(&payment),
        };
        // R85: an offer or a payment belongs to one procurement, once.
        if linked {
            return Err(Refusal::Linked.into());
        }
        Ok(vec![Event::Linked { procurement, by, to, amount }.into()])
    }
}
