//! Money that is lost without being help: what it had counted for is taken out of the commitment authority that is
//! available, so that no help is approved against money that is gone. Article: the fund.

use quorate_charter::Charter;
use quorate_ledger::{Account, Money};

use super::about::About;
use super::amounts::{counted, lesser};
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::{Fund, Refusal};

/// F38: what is lost beyond the income so far takes the authority that it had counted for, as far as that is available:
/// what is set aside for a case stays.
pub(super) fn take(
    charter: &Charter,
    fund: &Fund,
    lost: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let counts = counted(charter.fund().paid_in_counts(), uncovered(charter, fund, lost)?)?;
    let available = bookings.stands(&book::authority(charter), &Account::new(account::AVAILABLE, "")?);
    let takes = lesser(counts, Money::new(available, lost.currency())?);
    withdraw(charter, takes, about, bookings)
}

/// Income is taken back that covered what the bank charged: what it covered takes authority now. Where that is not
/// available, the books refuse, and with them whoever takes the income back.
pub(super) fn give_up(
    charter: &Charter,
    fund: &Fund,
    income: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let counts = counted(charter.fund().paid_in_counts(), uncovered(charter, fund, income)?)?;
    withdraw(charter, counts, about, bookings)
}

/// Takes authority out of what is available.
fn withdraw(
    charter: &Charter,
    takes: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    if takes.is_positive() {
        let authority = book::authority(charter);
        bookings.post(moved(authority, (account::AVAILABLE, ""), (account::GRANTED, ""), takes)?, about);
    }
    Ok(())
}

/// What leaves with a State that left takes the authority that it had counted for, as far as that is available with the
/// entries so far: what is set aside for a case stays.
pub(super) fn gives_way(
    charter: &Charter,
    left: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let counts = counted(charter.fund().paid_in_counts(), left)?;
    let available = bookings.stands(&book::authority(charter), &Account::new(account::AVAILABLE, "")?);
    withdraw(charter, lesser(counts, Money::new(available.max(0), left.currency())?), about, bookings)
}

/// What of a loss no income covers. Income counts for no authority: it is there for what the bank charges.
fn uncovered(charter: &Charter, fund: &Fund, lost: Money) -> Result<Money, Refusal> {
    let stands = |code| standing(charter, fund, book::cash(charter), code);
    let spent = stands(account::BANK_CHARGES)?.checked_add(stands(account::NOT_INSTRUCTED)?)?;
    let left = stands(account::INCOME)?.checked_sub(spent)?;
    let nothing = Money::zero(lost.currency());
    let covered = if left.is_positive() { lesser(left, lost) } else { nothing };
    Ok(lost.checked_sub(covered)?)
}

fn standing(
    charter: &Charter,
    fund: &Fund,
    book: quorate_ledger::BookId,
    code: u16,
) -> Result<Money, Refusal> {
    let stands = fund.books().available(&book, &Account::new(code, "")?);
    Ok(Money::new(stands.unwrap_or_default(), charter.fund().currency())?)
}
