//! Money that comes in another currency: converted at a rate on record, it pays what is due as any money does.
//! Article: currencies.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{BookId, Money};

use super::{CurrencyEvent, CurrencyRefusal, Kept, pair, rates};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::positive_in_fund_currency;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::account;
use crate::fund::dues::Dues;
use crate::fund::event::Event;
use crate::fund::{EnterLine, Purpose, Refusal};
use crate::ids::LineNo;
use crate::partnership::Partnership;

/// F1, F2, F55 and F62: in which currencies a line of this purpose is.
pub(in crate::fund) fn acceptable(partnership: &Partnership, line: &EnterLine) -> Result<(), Refusal> {
    let (charter, currencies) = (partnership.charter(), &partnership.fund().currencies);
    let (fund, given) = (charter.fund().currency(), line.amount.currency());
    match line.purpose {
        Purpose::Receipt { .. } if given != fund && charter.currencies().is_some() => {
            // F55: money is taken in the fund's currency and in those that the charter accepts now.
            let accepts = charter.currencies().is_some_and(|article| article.accepts(given));
            accepts.then_some(()).ok_or(CurrencyRefusal::NotAccepted { given })?;
        }
        Purpose::Exchange { bought } => {
            positive_in_fund_currency(charter, bought)?;
            // F62: what is exchanged is another currency.
            (given != fund).then_some(()).ok_or(CurrencyRefusal::NothingToExchange { fund })?;
            currencies.knows(given, charter)?;
        }
        _ => return positive_in_fund_currency(charter, line.amount),
    }
    // F2: an amount is more than nothing.
    if line.amount.is_positive() { Ok(()) } else { Err(Refusal::NotPositive(line.amount)) }
}

/// The entries of a receipt in another currency. Both amounts stay on record, and the rate between them.
pub(in crate::fund) fn receipt(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
    from: MemberCode,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (received, value_date) = (statement.amount, statement.value_date);
    let (other, own) = (received.currency(), charter.fund().currency());
    // F55: the charter in force accepts it now too.
    let article = charter.currencies().filter(|article| article.accepts(other));
    let article = article.ok_or(CurrencyRefusal::NotAccepted { given: other })?;
    // F60: a rate of the value date, or of a day before that is not too long ago, is on record.
    let latest = fund.currencies.latest(other, own, value_date);
    let fresh = latest.filter(|(_, _, day)| !rates::too_old(*day, value_date, article.rate_age()));
    let (rate, at, _) = fresh.ok_or(CurrencyRefusal::NoRate { currency: other, age: article.rate_age() })?;
    let worth = at.convert(received)?;
    // F2: what pays is more than nothing.
    worth.is_positive().then_some(()).ok_or(Refusal::NotPositive(worth))?;
    let (pair, about) = (pair(other, own), About::Line { line: number });
    let mut bookings = Bookings::new(fund, value_date);
    let comes = moved(BookId::Cash(other), (account::CASH, ""), (account::CLEARING, &pair), received)?;
    bookings.post(comes, about);
    let mut dues = Dues::new(charter, fund).through(Kept { pair: &pair, share: article.buffer() });
    dues.come_in(from, worth, about, &mut bookings)?;
    can_be_counted(partnership, received, worth)?;
    let mut events =
        vec![Event::Currencies(CurrencyEvent::Converted { line: number, received, worth, rate }).into()];
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// F14: what is held of a currency and what it cost are amounts too.
fn can_be_counted(partnership: &Partnership, received: Money, worth: Money) -> Result<(), Refusal> {
    let position = partnership.fund().position(partnership.charter(), received.currency())?;
    position.held.checked_add(received)?;
    position.cost.checked_add(worth)?;
    Ok(())
}
