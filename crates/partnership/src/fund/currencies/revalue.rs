//! Revalue: what was held of other currencies at the end of a day, at that day's closing rates. The entry has effect on
//! that day and is taken back on the next, so that only a statement as of that day shows it. Article: currencies.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::{Currency, Entry, Money};

use super::positions::{Position, Units};
use super::{CurrencyEvent, CurrencyRefusal, pair};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund::Refusal;
use crate::fund::about::About;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::event::Event;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Revalues a day. There is nothing to choose: what is held is on record, and so are the rates.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Revalue {
    /// The day.
    #[n(0)]
    pub day: Day,
}

impl Provision for Revalue {
    fn name(&self) -> &'static str {
        "fund revalue"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn validate(&self, partnership: &Partnership, _: &Act, now: Moment) -> Result<Vec<AnyEvent>, AnyRefusal> {
        // F63: the day is over.
        if self.day >= now.day() {
            return Err(CurrencyRefusal::DayNotOver.into());
        }
        let fund = partnership.fund();
        let mut bookings = Bookings::new(fund, self.day);
        let mut events = Vec::new();
        for currency in fund.currencies.currencies() {
            if let Some(revalued) = self.revalued(partnership, currency, &mut bookings)? {
                events.push(AnyEvent::from(Event::Currencies(revalued)));
            }
        }
        // F64: there is something to book: a rate or a line that came since.
        if events.is_empty() {
            return Err(CurrencyRefusal::NothingToRevalue.into());
        }
        events.extend(bookings.admitted()?);
        Ok(events)
    }
}

impl Revalue {
    /// One currency: only what does not stand already for the day is booked.
    fn revalued(
        &self,
        partnership: &Partnership,
        currency: Currency,
        bookings: &mut Bookings<'_>,
    ) -> Result<Option<CurrencyEvent>, Refusal> {
        let (charter, day) = (partnership.charter(), self.day);
        let (own, currencies) = (charter.fund().currency(), &partnership.fund().currencies);
        let Position { held, cost } = currencies.as_of(currency, own, day)?;
        let (rate, worth) = if held.is_positive() {
            // F63: the day's closing rate is on record.
            let closing = currencies.closing(currency, own, day);
            let (number, rate) = closing.ok_or(CurrencyRefusal::NoClosingRate { currency })?;
            (Some(number), rate.convert(held)?)
        } else {
            (None, cost)
        };
        let Units(stands) = currencies.revalued.get(&(currency, day)).copied().unwrap_or_default();
        let more = worth.checked_sub(cost)?.checked_sub(Money::new(stands, own)?)?;
        if more.is_zero() {
            return Ok(None);
        }
        let next = Day(day.0.saturating_add(1));
        let pair = pair(currency, own);
        let entry = unrealised(book::cash(charter), &pair, more)?;
        bookings.post_until(&entry, About::Revaluation { currency, day }, next);
        Ok(Some(CurrencyEvent::Revalued { day, held, cost, worth, rate }))
    }
}

/// A gain is a credit of unrealised gains and losses, a loss a debit; the other side is the clearing account.
fn unrealised(book: quorate_ledger::BookId, pair: &str, more: Money) -> Result<Entry, Refusal> {
    let (clearing, result) = ((account::CLEARING, pair), (account::UNREALISED, pair));
    if more.is_positive() {
        moved(book, clearing, result, more)
    } else {
        moved(book, result, clearing, more.checked_neg()?)
    }
}
