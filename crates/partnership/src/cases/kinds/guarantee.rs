//! Guarantees: an amount set aside, drawn on by claims. What nobody claimed is free again when the term ends, by time
//! alone, or when a decision releases it. Claims made before stay payable. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_ledger::{Money, MoneyError};

use super::{Guarantee, Refusal};
use crate::agenda::{Agenda, Task};
use crate::cases::{Case, Cases, Event};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

const MILLIS_A_DAY: u64 = 86_400_000;

/// A guarantee that was approved.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(in crate::cases) struct Guaranteed {
    #[n(0)]
    amount: Money,
    #[n(1)]
    claimed: Money,
    /// The first moment at which it can no longer be claimed.
    #[n(2)]
    ends: Moment,
    #[n(3)]
    released: bool,
}

impl Guaranteed {
    pub(in crate::cases) fn approved(
        case: CaseNo,
        (guarantee, amount): (Guarantee, Money),
        agenda: &mut Agenda,
        at: Moment,
    ) -> Guaranteed {
        let ends = Moment(at.0.saturating_add(u64::from(guarantee.term).saturating_mul(MILLIS_A_DAY)));
        agenda.add(ends, Task::GuaranteeEnds(case));
        Guaranteed { amount, claimed: Money::zero(amount.currency()), ends, released: false }
    }

    pub(super) fn is_open(&self, now: Moment) -> bool {
        !self.released && now < self.ends
    }

    pub(in crate::cases) fn is_released(&self) -> bool {
        self.released
    }

    /// What was not claimed.
    pub(super) fn left(&self) -> Result<Money, MoneyError> {
        self.amount.checked_sub(self.claimed)
    }

    pub(in crate::cases) fn claims(&mut self, amount: Money) {
        self.claimed = self.claimed.checked_add(amount).unwrap_or(self.claimed);
    }

    pub(in crate::cases) fn releases(&mut self, case: CaseNo, agenda: &mut Agenda) {
        self.released = true;
        agenda.remove(self.ends, Task::GuaranteeEnds(case));
    }
}

impl Cases {
    /// An approved guarantee.
    pub(super) fn guarantee(&self, number: CaseNo) -> Result<(&Case, &Guaranteed), AnyRefusal> {
        let case = self.get(number)?;
        // C22: a guarantee that was approved.
        match &case.guaranteed {
            Some(guaranteed) => Ok((case, guaranteed)),
            None => Err(Refusal::NotClaimable(number).into()),
        }
    }
}

/// Whether a draft to release this guarantee could be tabled.
pub(crate) fn releasable(cases: &Cases, number: CaseNo, now: Moment) -> Result<(), AnyRefusal> {
    let (_, guaranteed) = cases.guarantee(number)?;
    if guaranteed.is_open(now) { Ok(()) } else { Err(Refusal::NotClaimable(number).into()) }
}

/// A decision releases what nobody claimed.
pub(crate) fn release(
    partnership: &Partnership,
    number: CaseNo,
    decision: DecisionNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    releasable(partnership.cases(), number, now)?;
    released(partnership, number, (decision, Some(decision)), now)
}

/// The end of a guarantee's term.
pub(crate) fn term_ends(partnership: &Partnership, number: CaseNo) -> Vec<AnyEvent> {
    let now = partnership.moment();
    let approved = partnership.cases().approved(number).map(|(_, decision)| decision);
    approved
        .ok()
        .and_then(|decision| released(partnership, number, (decision, None), now).ok())
        .unwrap_or_default()
}

fn released(
    partnership: &Partnership,
    number: CaseNo,
    (about, decision): (DecisionNo, Option<DecisionNo>),
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let (case, guaranteed) = partnership.cases().guarantee(number)?;
    let amount = guaranteed.left().map_err(fund::Refusal::from)?;
    let mut events = vec![Event::GuaranteeReleased { case: number, amount, decision }.into()];
    if amount.is_positive() {
        let (authority, of) = (book::authority(partnership.charter()), fund::of_case(number));
        let free = fund::moved(authority, (account::ALLOCATED, &of), (account::AVAILABLE, ""), amount)?;
        let mut bookings = Bookings::new(partnership.fund(), now.day());
        bookings.post(free, About::Case { case: number, decision: about });
        events.extend(fund::came_free(partnership, number, amount, &mut bookings)?);
        events.extend(bookings.admitted()?);
    }
    // C43: while a breach stands, no end of a term closes the case.
    if case.is_paid() && case.no_breach_stands(number).is_ok() {
        events.push(Event::Closed { case: number }.into());
    }
    Ok(events)
}
