//! Something comes free of a case that was open when States left, or comes back on it: they have their shares of it.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{LeavingEvent, Reckoning, Settlement};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::lesser;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::event::Event;
use crate::fund::{Refusal, treasury};
use crate::ids::CaseNo;
use crate::moment::Day;
use crate::partnership::Partnership;

/// So much comes free of a case, or comes back on it. Who left earlier has its share first; those that left at the same
/// moment share alike; what is left is the fund's.
pub(crate) fn came_free(
    partnership: &Partnership,
    case: CaseNo,
    amount: Money,
    bookings: &mut Bookings<'_>,
) -> Result<Vec<AnyEvent>, Refusal> {
    let mut events = Vec::new();
    let (mut before, mut came, mut left_over) = (None, amount, amount);
    for (member, settlement) in shared(partnership, case) {
        if before != Some(settlement.left) {
            (before, came) = (Some(settlement.left), left_over);
        }
        if !came.is_positive() {
            continue;
        }
        let raised = raised(partnership, (member, settlement), (case, came, left_over), bookings)?;
        if let LeavingEvent::Raised { amount, .. } = raised {
            left_over = left_over.checked_sub(amount)?;
        }
        events.push(Event::Leaving(raised).into());
    }
    Ok(events)
}

/// The settlements that have a share in a case, by the moment at which the State left.
fn shared(partnership: &Partnership, case: CaseNo) -> Vec<(MemberCode, &Settlement)> {
    let all = partnership.fund().settlements.of.iter();
    let all = all.flat_map(|(member, of)| of.iter().map(|settlement| (*member, settlement)));
    let mut shared: Vec<_> = all.filter(|(_, settlement)| settlement.open.contains(&case)).collect();
    shared.sort_by_key(|(member, settlement)| (settlement.left, *member));
    shared
}

// F68: its share as if what came had been there when it left, less what it is owed already; never more than is left.
fn raised(
    partnership: &Partnership,
    (member, settlement): (MemberCode, &Settlement),
    (case, came, left_over): (CaseNo, Money, Money),
    bookings: &mut Bookings<'_>,
) -> Result<LeavingEvent, Refusal> {
    let charter = partnership.charter();
    let reckoning = Reckoning { net: settlement.reckoning.net.checked_add(came)?, ..settlement.reckoning };
    let more = reckoning.share()?.checked_sub(settlement.share)?;
    let nothing = Money::zero(came.currency());
    let amount = if more.is_positive() { lesser(more, left_over) } else { nothing };
    if amount.is_positive() {
        let (of, about) = (member.as_str(), About::Settlement { of: member });
        let owed = moved(book::cash(charter), (account::PAID_IN, of), (account::SETTLEMENT, of), amount)?;
        bookings.post(owed, about);
        // What is beyond what it paid in is its share of income, which counted for no authority.
        let counts = reckoning.paid.checked_add(reckoning.due)?.checked_sub(settlement.share)?;
        if counts.is_positive() {
            treasury::gives_way(charter, lesser(amount, counts), about, bookings)?;
        }
    }
    let tomorrow = Day(partnership.moment().day().0.saturating_add(1));
    let due = settlement.plan.first().map_or(tomorrow, |next| next.day);
    let (member, left) = (member, settlement.left);
    Ok(LeavingEvent::Raised { member, left, case, came, amount, due })
}
