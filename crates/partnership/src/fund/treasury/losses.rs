//! Losses: money that is gone without being help. Income bears them, then the reserve, then what members paid in; only the
//! last takes commitment authority. Articles: the fund, the reserve.

use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Account, Entry, Money, Side};

use super::{Borne, Cause, TreasuryEvent};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::{counted, lesser};
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::currencies::rounded_up;
use crate::fund::sums::moved_on;
use crate::fund::{Event, Fund, Refusal};
use crate::ids::{CaseNo, EntryNo, LineNo, LossNo};
use crate::moment::Day;
use crate::partnership::Partnership;

/// The accounts whose credits less debits are what income there is in money: what came, less what the bank charged, what
/// was lost, and what went to the reserve. Interest counts once it is paid; help is no loss.
const RESULT: [u16; 10] = [
    account::INCOME,
    account::LATE_INTEREST,
    account::LATE,
    account::REALISED,
    account::LOAN_INTEREST,
    account::NOT_INSTRUCTED,
    account::BANK_CHARGES,
    account::TO_RESERVE,
    account::LOANS_LOST,
    account::INVESTMENTS_LOST,
];

/// What an entry of the book of money adds to the income that is there; below zero, what it takes. In the smallest units.
pub(super) fn income_of(entry: &Entry) -> i128 {
    let legs = entry.legs().iter().filter(|leg| RESULT.contains(&leg.account().code()));
    legs.fold(0, |sum, leg| match leg.side() {
        Side::Credit => sum.saturating_add(leg.minor()),
        Side::Debit => sum.saturating_sub(leg.minor()),
    })
}

/// What is left of all income so far. What members paid in and bore of losses is not taken from it too. Never below zero.
pub(super) fn income_left(charter: &Charter, fund: &Fund) -> Result<Money, Refusal> {
    let cash = book::cash(charter);
    let accounts = fund.books().accounts().filter(|(book, _, _)| *book == cash);
    let of_result = accounts.filter(|(_, account, _)| RESULT.contains(&account.code()));
    let net = of_result
        .fold(0_i128, |sum, (_, _, balance)| sum.saturating_add(balance.net(Side::Credit)))
        .saturating_add(fund.treasury.paid_in_bore());
    Ok(Money::new(net.max(0), charter.fund().currency())?)
}

/// F70: a loss is borne by what is left of the income, then by the reserve, then by what members paid in. What that bears,
/// and the event that says so; what it takes of commitment authority is for whoever asks.
pub(crate) fn bear(
    partnership: &Partnership,
    (cause, lost, on): (Cause, Money, Day),
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(Borne, AnyEvent), Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let income = lesser(income_left(charter, fund)?, lost);
    let beyond = lost.checked_sub(income)?;
    let reserve = draw(charter, beyond, about, bookings)?;
    let borne = Borne { income, reserve, paid_in: beyond.checked_sub(reserve)? };
    Ok((borne, fund.treasury.lost(cause, on, borne)))
}

/// The same, and what members paid in and bears takes out of commitment authority what it had counted for.
pub(in crate::fund) fn take(
    partnership: &Partnership,
    loss: (Cause, Money, Day),
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<AnyEvent, Refusal> {
    let charter = partnership.charter();
    let (borne, event) = bear(partnership, loss, about, bookings)?;
    withdraw(charter, rounded_up(borne.paid_in, charter.fund().paid_in_counts())?, about, bookings)?;
    Ok(event)
}

/// What the reserve gives of this: as much as it has.
fn draw(
    charter: &Charter,
    beyond: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<Money, Refusal> {
    let cash = book::cash(charter);
    let stands = bookings.stands(&cash, &Account::new(account::RESERVE, "")?).max(0);
    let gives = lesser(beyond, Money::new(stands, beyond.currency())?);
    if gives.is_positive() {
        bookings.post(moved(cash, (account::RESERVE, ""), (account::TO_RESERVE, ""), gives)?, about);
    }
    Ok(gives)
}

/// F38: takes commitment authority out of what is available; what is beyond that stands as short, and what is set aside
/// for a case stays.
pub(in crate::fund) fn withdraw(
    charter: &Charter,
    counts: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let authority = book::authority(charter);
    let available = bookings.stands(&authority, &Account::new(account::AVAILABLE, "")?).max(0);
    let given = lesser(counts, Money::new(available, counts.currency())?);
    for (from, amount) in [(account::AVAILABLE, given), (account::SHORT, counts.checked_sub(given)?)] {
        if amount.is_positive() {
            bookings.post(moved(authority, (from, ""), (account::GRANTED, ""), amount)?, about);
        }
    }
    Ok(())
}

/// What leaves with a State that left takes the authority that it had counted for, as far as that is available with the
/// entries so far: what is set aside for a case stays.
pub(in crate::fund) fn gives_way(
    charter: &Charter,
    left: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let counts = counted(charter.fund().paid_in_counts(), left)?;
    let available = bookings.stands(&book::authority(charter), &Account::new(account::AVAILABLE, "")?);
    withdraw(charter, lesser(counts, Money::new(available.max(0), left.currency())?), about, bookings)
}

/// A line is taken back that had brought income: what that had borne is borne by the reserve now, then by what members
/// paid in. Where the authority is not available, the books refuse, and with them whoever takes the line back.
pub(in crate::fund) fn give_up<'e>(
    partnership: &Partnership,
    (line, on): (LineNo, Day),
    entries: impl Iterator<Item = &'e Entry>,
    bookings: &mut Bookings<'_>,
) -> Result<Option<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (cash, currency, about) = (book::cash(charter), charter.fund().currency(), About::Line { line });
    let of_money = entries.filter(|entry| entry.book() == cash);
    let gone = of_money.fold(0_i128, |sum, entry| sum.saturating_add(income_of(entry)));
    let bore = gone.saturating_sub(income_left(charter, fund)?.minor());
    if bore <= 0 {
        return Ok(None);
    }
    let bore = Money::new(bore, currency)?;
    let reserve = draw(charter, bore, about, bookings)?;
    let paid_in = bore.checked_sub(reserve)?;
    let counts = rounded_up(paid_in, charter.fund().paid_in_counts())?;
    if counts.is_positive() {
        let authority = book::authority(charter);
        bookings.post(moved(authority, (account::AVAILABLE, ""), (account::GRANTED, ""), counts)?, about);
    }
    let borne = Borne { income: bore.checked_neg()?, reserve, paid_in };
    Ok(Some(fund.treasury.lost(Cause::Income { line }, on, borne)))
}

/// What a line had lost was not lost after all.
pub(in crate::fund) fn not_lost(fund: &Fund, line: LineNo, on: Day) -> Vec<AnyEvent> {
    let of_line = fund.treasury.of_line(line).filter(|(_, loss)| !loss.borne.is_nothing());
    of_line.map(|(loss, found)| regained(loss, on, found.borne)).collect()
}

/// What a line had lost, and the bank was said to have made good, is lost again, and borne as it was.
pub(in crate::fund) fn lost_again(fund: &Fund, line: LineNo, on: Day) -> Option<AnyEvent> {
    let (_, loss) = fund.treasury.of_line(line).last()?;
    Some(fund.treasury.lost(loss.cause, on, loss.bore))
}

/// What was lost with the loan of a case came back, this much of it: first it is what members paid in, then the reserve,
/// then income.
pub(crate) fn regain(
    partnership: &Partnership,
    (case, back, on): (CaseNo, Money, Day),
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (mut left, mut events) = (back, Vec::new());
    for (loss, found) in fund.treasury.numbered().filter(|(_, loss)| loss.cause == Cause::Loan { case }) {
        let paid_in = lesser(left, found.borne.paid_in);
        let beyond = left.checked_sub(paid_in)?;
        let reserve = lesser(beyond, found.borne.reserve);
        let income = lesser(beyond.checked_sub(reserve)?, found.borne.income);
        let borne = Borne { income, reserve, paid_in };
        if borne.is_nothing() {
            continue;
        }
        if reserve.is_positive() {
            let cash = book::cash(charter);
            bookings.post(moved(cash, (account::TO_RESERVE, ""), (account::RESERVE, ""), reserve)?, about);
        }
        left = left.checked_sub(borne.total()?)?;
        events.push(regained(loss, on, borne));
    }
    Ok(events)
}

/// What a line had brought back of a lost loan did not come back: it is lost again, and borne as it was.
pub(in crate::fund) fn not_regained(
    partnership: &Partnership,
    (case, on): (CaseNo, Day),
    posted: &[(EntryNo, Entry)],
) -> Result<Option<AnyEvent>, Refusal> {
    let charter = partnership.charter();
    let (cash, currency) = (book::cash(charter), charter.fund().currency());
    let credited = |code| moved_on(posted, cash, &[code], Side::Credit);
    let (lost, reserve) = (credited(account::LOANS_LOST), credited(account::RESERVE));
    // What had been paid in took authority when it was lent, and gave it back when it came.
    let authority = moved_on(posted, book::authority(charter), &[account::CONSUMED], Side::Debit);
    let beyond = lost.saturating_sub(reserve);
    let paid_in = Money::new(authority.min(beyond), currency)?;
    let income = Money::new(beyond, currency)?.checked_sub(paid_in)?;
    let borne = Borne { income, reserve: Money::new(reserve, currency)?, paid_in };
    Ok((lost > 0).then(|| partnership.fund().treasury.lost(Cause::Loan { case }, on, borne)))
}

/// Takes an entry of a line back. Authority that a loss had taken and that was short is authority again: it fills what is
/// short now, if anything is.
pub(in crate::fund) fn put_back(
    charter: &Charter,
    (number, entry): (EntryNo, &Entry),
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let authority = book::authority(charter);
    let debit = entry.legs().iter().find(|leg| leg.side() == Side::Debit);
    match debit.filter(|leg| entry.book() == authority && leg.account().code() == account::SHORT) {
        Some(leg) => {
            let amount = Money::new(leg.minor(), authority.currency())?;
            bookings.post(moved(authority, (account::GRANTED, ""), (account::AVAILABLE, ""), amount)?, about);
        }
        None => bookings.reverse(number, entry, about),
    }
    Ok(())
}

fn regained(loss: LossNo, on: Day, borne: Borne) -> AnyEvent {
    Event::Treasury(TreasuryEvent::Regained { loss, on, borne }).into()
}
