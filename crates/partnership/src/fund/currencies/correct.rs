//! Lines in another currency that are put right: what they brought is held no more, or is another member's. Articles:
//! currencies, payments.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{BookId, Money, Side};

use super::{CurrencyEvent, pair};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::corrections::is_of_another_currency;
use crate::fund::event::Event;
use crate::fund::lines::{Line, Stage};
use crate::fund::sums::moved_on;
use crate::fund::{Fund, Purpose, Refusal};
use crate::ids::LineNo;

impl Fund {
    /// The first line by which money of this line's currency was exchanged after it was booked.
    pub(in crate::fund) fn exchanged_since(&self, line: &Line) -> Option<LineNo> {
        let first = |line: &Line| line.posted().first().map(|(number, _)| *number);
        let (booked, currency) = (first(line)?, line.statement().amount.currency());
        let since = |other: &Line| {
            let of_it = other.statement().amount.currency() == currency && other.stage() == Stage::Booked;
            let exchange = matches!(other.statement().purpose, Purpose::Exchange { .. });
            of_it && exchange && first(other).is_some_and(|number| number > booked)
        };
        self.lines.iter().position(since).map(LineNo::after)
    }
}

/// What a line in another currency is worth in the fund's, as it was converted: what it cleared.
fn worth(charter: &Charter, line: &Line) -> Result<Money, Refusal> {
    let cash = book::cash(charter);
    let minor = moved_on(line.posted(), cash, &[account::CLEARING], Side::Debit);
    Ok(Money::new(minor, cash.currency())?)
}

/// What is held no more once a line in another currency is taken back.
pub(in crate::fund) fn taken_back(
    charter: &Charter,
    (number, line): (LineNo, &Line),
) -> Result<Vec<AnyEvent>, Refusal> {
    let received = line.statement().amount;
    if !is_of_another_currency(charter, line.statement()) {
        return Ok(Vec::new());
    }
    let worth = worth(charter, line)?;
    let event = CurrencyEvent::ConversionTakenBack { line: number, received, worth };
    Ok(vec![Event::Currencies(event).into()])
}

/// What a line that is another member's pays for it: if it is in another currency, the same money comes again, and is worth
/// what it was worth.
pub(in crate::fund) fn comes_again(
    charter: &Charter,
    (number, line): (LineNo, &Line),
    bookings: &mut Bookings<'_>,
) -> Result<Money, Refusal> {
    let amount = line.statement().amount;
    if !is_of_another_currency(charter, line.statement()) {
        return Ok(amount);
    }
    let pair = pair(amount.currency(), charter.fund().currency());
    let other = BookId::Cash(amount.currency());
    let comes = moved(other, (account::CASH, ""), (account::CLEARING, &pair), amount)?;
    bookings.post(comes, About::Line { line: number });
    worth(charter, line)
}
