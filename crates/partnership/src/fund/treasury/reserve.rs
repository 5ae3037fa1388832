//! The reserve: when a year is over, a share of the net income goes to it, by time alone. Article: the reserve.

use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::Money;

use super::TreasuryEvent;
use super::losses::income_left;
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::{counted, lesser};
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::{Event, Refusal};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;

/// F72: a year is over at this moment. What net income came since the year before was divided is divided: the article's
/// share of it, rounded down, goes to the reserve, with effect on the year's last day. What is booked later counts for the
/// next.
pub(crate) fn year_ends(partnership: &Partnership, at: Moment) -> Vec<AnyEvent> {
    let last = Day(at.day().0.saturating_sub(1));
    divided(partnership, last).unwrap_or_default()
}

fn divided(partnership: &Partnership, last: Day) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let left = income_left(charter, fund)?;
    let before = fund.treasury.divided.unwrap_or(Money::zero(left.currency()));
    let income = left.checked_sub(lesser(before, left))?;
    let amount = counted(charter.reserve().and_then(|article| article.of_income()), income)?;
    let (year, left) = (last.year(), left.checked_sub(amount)?);
    let mut events = vec![Event::Treasury(TreasuryEvent::PutInReserve { year, income, amount, left }).into()];
    if amount.is_positive() {
        let mut bookings = Bookings::new(fund, last);
        let kept = moved(book::cash(charter), (account::TO_RESERVE, ""), (account::RESERVE, ""), amount)?;
        bookings.post(kept, About::Reserve { year });
        events.extend(bookings.admitted()?);
    }
    Ok(events)
}
