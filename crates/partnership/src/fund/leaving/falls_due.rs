//! An instalment of a settlement falls due: what the State owes is set off, and the rest can be paid out.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::LeavingEvent;
use crate::event::Event as AnyEvent;
use crate::fund::Refusal;
use crate::fund::about::About;
use crate::fund::bookings::Bookings;
use crate::fund::dues::Dues;
use crate::fund::event::Event;
use crate::moment::Day;
use crate::partnership::Partnership;

/// The earliest instalments of a State's settlements that fall due by now.
pub(crate) fn settlement_falls_due(partnership: &Partnership, member: MemberCode) -> Vec<AnyEvent> {
    let settlements = partnership.fund().settlements.of(member);
    let first =
        settlements.iter().filter_map(|settlement| settlement.plan.first()).map(|next| next.day).min();
    // F67: time alone brings it.
    match first.filter(|day| day.begins() <= partnership.moment()) {
        Some(day) => book(partnership, member, day).unwrap_or_default(),
        None => Vec::new(),
    }
}

fn book(partnership: &Partnership, member: MemberCode, day: Day) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let plans = fund.settlements.of(member).iter().flat_map(|settlement| &settlement.plan);
    let amount = plans
        .filter(|next| next.day == day)
        .try_fold(Money::zero(charter.fund().currency()), |sum, next| sum.checked_add(next.amount))?;
    let mut bookings = Bookings::new(fund, day);
    // F66: what it owes by then is set off again.
    Dues::new(charter, fund).set_off(member, amount, About::Settlement { of: member }, &mut bookings)?;
    let mut events = vec![Event::Leaving(LeavingEvent::FellDue { member, day, amount }).into()];
    events.extend(bookings.admitted()?);
    Ok(events)
}
