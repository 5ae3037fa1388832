//! Help in kind: what a member needs, what others offer of their own will, what is delivered. No vote can put an
//! offer on a member, and no money moves. Article: cases.

mod accept_delivery;
mod deliver;
mod event;
mod give_back;
mod match_offer;
mod need;
mod offer;
#[cfg(test)]
mod tests;
mod withdraw_offer;

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

pub use accept_delivery::AcceptDelivery;
pub use deliver::Deliver;
pub use event::Event;
pub use give_back::Return;
pub use match_offer::Match;
pub use need::Need;
pub use offer::Offer;
pub use withdraw_offer::WithdrawOffer;

use super::case::Stage as CaseStage;
use super::{Case, Cases, Kind, KindRefusal};
use crate::ids::{CaseNo, NeedNo, OfferNo};
use crate::moment::{Day, Moment};
use crate::refusal::Refusal as AnyRefusal;

/// What is needed, and how much of it is matched.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Needed {
    #[n(0)]
    case: CaseNo,
    #[n(1)]
    quantity: u64,
    #[n(2)]
    until: Day,
    /// Matched, without what was short when it was delivered.
    #[n(3)]
    covered: u64,
}

/// What a member offers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Offered {
    #[n(0)]
    need: NeedNo,
    #[n(1)]
    by: MemberCode,
    #[n(2)]
    quantity: u64,
    #[n(3)]
    lent: bool,
    #[n(4)]
    stage: Stage,
    /// What of it is matched; once it is accepted, what was accepted.
    #[n(5)]
    taken: u64,
    #[n(6)]
    value: Option<Money>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
enum Stage {
    #[n(0)]
    Open,
    #[n(1)]
    Withdrawn,
    #[n(2)]
    Matched,
    #[n(3)]
    Delivered,
    #[n(4)]
    Accepted,
    #[n(5)]
    Returned,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Stage::Open => "open",
            Stage::Withdrawn => "withdrawn",
            Stage::Matched => "matched",
            Stage::Delivered => "delivered",
            Stage::Accepted => "accepted",
            Stage::Returned => "returned",
        }
    }
}

/// What is true about help in kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct InKind {
    /// In the order of their numbers, from 1.
    #[n(0)]
    needs: Vec<Needed>,
    /// In the order of their numbers, from 1.
    #[n(1)]
    offers: Vec<Offered>,
}

impl Needed {
    fn missing(&self) -> u64 {
        self.quantity.saturating_sub(self.covered)
    }
}

impl Offered {
    /// C31: nobody acts on an offer for another.
    fn only_by(&self, member: MemberCode) -> Result<(), KindRefusal> {
        if self.by == member { Ok(()) } else { Err(KindRefusal::NotItsOffer(self.by)) }
    }

    /// What so many of it are worth, rounded down.
    fn worth(&self, quantity: u64) -> Option<Money> {
        let value = self.value?;
        // An amount has at most 10^18 units: the product fits.
        let minor = value.minor().checked_mul(i128::from(quantity))?;
        Money::new(minor.checked_div(i128::from(self.quantity))?, value.currency()).ok()
    }
}

impl Cases {
    /// A case that is help in kind, if it is, and goes on.
    pub(super) fn open_in_kind(&self, number: CaseNo) -> Result<Option<&Case>, AnyRefusal> {
        let case = self.get(number)?;
        let open = case.request.kind == Some(Kind::InKind) && case.stage == CaseStage::Requested;
        Ok(open.then_some(case))
    }

    /// C25: the case is help in kind and goes on.
    fn in_kind(&self, number: CaseNo) -> Result<&Case, AnyRefusal> {
        self.open_in_kind(number)?.ok_or_else(|| KindRefusal::NotInKind(number).into())
    }

    /// A need that can be offered for and matched, and its case.
    fn need(&self, number: NeedNo, now: Moment) -> Result<(&Needed, &Case), AnyRefusal> {
        let need = number.index().and_then(|at| self.in_kind.needs.get(at));
        let found = need.and_then(|need| Some((need, self.open_in_kind(need.case).ok()??)));
        // C28: the need exists, its case goes on, and its day is not over.
        let open = found.filter(|(need, _)| now.day() <= need.until);
        open.ok_or_else(|| KindRefusal::NoSuchNeed(number).into())
    }

    /// The case that an offer is for, whose offer it is, and what it is worth.
    pub(crate) fn offered(&self, number: OfferNo) -> Option<(CaseNo, MemberCode, Option<Money>)> {
        let offer = self.in_kind.offers.get(number.index()?)?;
        let need = self.in_kind.needs.get(offer.need.index()?)?;
        Some((need.case, offer.by, offer.value))
    }

    /// An offer that stands at a stage, and the case that it is for.
    fn offer(&self, number: OfferNo, stage: Stage) -> Result<(&Offered, CaseNo, &Case), AnyRefusal> {
        let found = || {
            let offer = self.in_kind.offers.get(number.index()?)?;
            let need = self.in_kind.needs.get(offer.need.index()?)?;
            let case = self.get(need.case).ok()?;
            (offer.stage == stage).then_some((offer, need.case, case))
        };
        // C30: the offer exists, and what is to be done is the next step.
        found().ok_or_else(|| KindRefusal::NoSuchOffer { offer: number, stage: stage.name() }.into())
    }
}

/// C26: some of it.
fn some(quantity: u64) -> Result<(), KindRefusal> {
    if quantity > 0 { Ok(()) } else { Err(KindRefusal::Nothing) }
}

/// C32: never more than there is.
fn at_most(quantity: u64, most: u64) -> Result<(), KindRefusal> {
    if quantity <= most { Ok(()) } else { Err(KindRefusal::TooMany { quantity, most }) }
}

impl InKind {
    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Needed { case, quantity, until, .. } => {
                let (case, quantity, until) = (*case, *quantity, *until);
                self.needs.push(Needed { case, quantity, until, covered: 0 });
            }
            Event::Offered { need, by, quantity, lent, value, .. } => {
                let (need, by, quantity, lent, value) = (*need, *by, *quantity, *lent, *value);
                let (stage, taken) = (Stage::Open, 0);
                self.offers.push(Offered { need, by, quantity, lent, stage, taken, value });
            }
            Event::Withdrawn { offer, .. } => self.stands(*offer, Stage::Withdrawn),
            Event::Matched { offer, quantity, .. } => {
                self.stands(*offer, Stage::Matched);
                self.takes(*offer, *quantity);
            }
            Event::Delivered { offer, .. } => self.stands(*offer, Stage::Delivered),
            Event::Accepted { offer, quantity, .. } => {
                self.stands(*offer, Stage::Accepted);
                self.takes(*offer, *quantity);
            }
            Event::Returned { offer, .. } => self.stands(*offer, Stage::Returned),
        }
    }

    fn stands(&mut self, number: OfferNo, stage: Stage) {
        if let Some(offer) = number.index().and_then(|at| self.offers.get_mut(at)) {
            offer.stage = stage;
        }
    }

    /// Of an offer so many are taken, instead of as many as were before.
    fn takes(&mut self, number: OfferNo, quantity: u64) {
        let Some(offer) = number.index().and_then(|at| self.offers.get_mut(at)) else { return };
        if let Some(need) = offer.need.index().and_then(|at| self.needs.get_mut(at)) {
            need.covered = need.covered.saturating_sub(offer.taken).saturating_add(quantity);
        }
        offer.taken = quantity;
    }
}
