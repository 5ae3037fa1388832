//! Money in another currency is exchanged for the fund's: both amounts stay on record, and gain or loss is what came less
//! what it had cost. Article: currencies.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Account, BookId, Entry, Leg, Money, Side, average_cost};

use super::positions::Position;
use super::{CurrencyEvent, buffer, pair};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::lesser;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::event::Event;
use crate::fund::treasury::{Cause, bear, withdraw};
use crate::fund::{EnterLine, Fund, Refusal};
use crate::ids::LineNo;
use crate::partnership::Partnership;

/// The entries of an exchange.
pub(in crate::fund) fn exchange(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
    bought: Money,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (sold, about) = (statement.amount, About::Line { line: number });
    let pair = pair(sold.currency(), charter.fund().currency());
    let leaves = moved(BookId::Cash(sold.currency()), (account::CLEARING, &pair), (account::CASH, ""), sold)?;
    // F12: no more is sold than is held.
    fund.books().admits(core::slice::from_ref(&leaves))?;
    let position = fund.position(charter, sold.currency())?;
    let cost = average_cost(position.cost, sold, position.held)?;
    let mut bookings = Bookings::new(fund, statement.value_date);
    bookings.post(leaves, about);
    bookings.post(settled(charter, &pair, bought, cost)?, about);
    let authority = Authority { charter, fund, pair: &pair, about };
    let mut events =
        vec![Event::Currencies(CurrencyEvent::Exchanged { line: number, sold, bought, cost }).into()];
    let (lost, mut paid_in) = (cost.checked_sub(bought)?, Money::zero(cost.currency()));
    if lost.is_positive() {
        let loss = (Cause::Exchange { line: number }, lost, statement.value_date);
        let (borne, event) = bear(partnership, loss, about, &mut bookings)?;
        paid_in = borne.paid_in;
        events.push(event);
    }
    authority.follows(sold, position, paid_in, &mut bookings)?;
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// Cash comes, what it cost leaves the clearing account, and what is between them is realised gain or loss.
fn settled(charter: &Charter, pair: &str, bought: Money, cost: Money) -> Result<Entry, Refusal> {
    let mut legs = vec![Leg::new(Account::new(account::CASH, "")?, Side::Debit, bought.minor())?];
    if cost.is_positive() {
        legs.push(Leg::new(Account::new(account::CLEARING, pair)?, Side::Credit, cost.minor())?);
    }
    let gain = bought.checked_sub(cost)?;
    if !gain.is_zero() {
        let side = if gain.is_positive() { Side::Credit } else { Side::Debit };
        let minor = if gain.is_positive() { gain } else { gain.checked_neg()? }.minor();
        legs.push(Leg::new(Account::new(account::REALISED, pair)?, side, minor)?);
    }
    Ok(Entry::new(book::cash(charter), legs)?)
}

/// What an exchange does to commitment authority.
struct Authority<'p> {
    charter: &'p Charter,
    fund: &'p Fund,
    pair: &'p str,
    about: About,
}

impl Authority<'_> {
    /// What paid-in capital bears of a loss takes of the currency's buffer first, then of what is available; what is beyond
    /// that stands as short, so that nothing is taken from a case. Of the buffer's part for what was sold, what the loss
    /// left is set free.
    fn follows(
        &self,
        sold: Money,
        position: Position,
        loss: Money,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        let authority = book::authority(self.charter);
        let loss = buffer::rounded_up(loss, self.charter.fund().paid_in_counts())?;
        let kept = self.fund.buffer(self.charter, self.pair)?;
        let drawn = lesser(loss, kept);
        if drawn.is_positive() {
            let taken = moved(authority, (account::BUFFER, self.pair), (account::GRANTED, ""), drawn)?;
            bookings.post(taken, self.about);
        }
        let part = part(kept, sold, position.held)?;
        let free = part.checked_sub(drawn)?;
        if free.is_positive() {
            let freed = moved(authority, (account::BUFFER, self.pair), (account::AVAILABLE, ""), free)?;
            bookings.post(freed, self.about);
        }
        withdraw(self.charter, loss.checked_sub(drawn)?, self.about, bookings)
    }
}

/// The buffer's part for what was sold, rounded down; all of it for the last unit.
fn part(kept: Money, sold: Money, held: Money) -> Result<Money, Refusal> {
    if sold == held {
        return Ok(kept);
    }
    // At most 10^18 times 10^18.
    let product = kept.minor().saturating_mul(sold.minor());
    Ok(Money::new(product.checked_div(held.minor()).unwrap_or_default(), kept.currency())?)
}
