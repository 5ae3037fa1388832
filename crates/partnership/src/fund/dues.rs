//! What is due from a member, and what pays it: money that comes in, or came in before it was due.
//! Article: contributions.

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, Money};

use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::currencies::{Kept, grant};
use super::event::About;
use super::{Fund, Refusal};

/// A member's dues, on their way into the books.
pub(super) struct Dues<'p> {
    charter: &'p Charter,
    fund: &'p Fund,
    member: MemberCode,
    about: About,
    /// Through which clearing account the money comes, if it came in another currency.
    through: Option<Kept<'p>>,
}

impl<'p> Dues<'p> {
    /// What is due from this member, and what the entries to come are about.
    pub(super) fn of(member: MemberCode, charter: &'p Charter, fund: &'p Fund, about: About) -> Dues<'p> {
        Dues { charter, fund, member, about, through: None }
    }

    /// The same for money that came in another currency: it stands on the clearing account, and of what it makes
    /// available a share is kept back.
    pub(super) fn through(self, kept: Kept<'p>) -> Dues<'p> {
        Dues { through: Some(kept), ..self }
    }

    /// Where the money stands that comes in.
    fn comes_from(&self) -> (u16, &'p str) {
        self.through.map_or((account::CASH, ""), |kept| (account::CLEARING, kept.pair))
    }

    /// An amount falls due. What the member paid before pays it at once: nobody's money waits beside its own due.
    pub(super) fn fall_due(&self, amount: Money, bookings: &mut Bookings<'_>) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Ok(());
        }
        let of = self.member.as_str();
        let due = moved(book::cash(self.charter), (account::DUE, of), (account::PAID_IN, of), amount)?;
        bookings.post(due, self.about);
        let due = self.standing(account::DUE)?.checked_add(amount)?;
        let paid_before = lesser(self.standing(account::PREPAID)?, due);
        self.pay((account::PREPAID, of), paid_before, bookings)
    }

    /// Money comes in. It pays what is due; what is over is held for the member and is nobody's income.
    pub(super) fn come_in(&self, amount: Money, bookings: &mut Bookings<'_>) -> Result<(), Refusal> {
        let pays = lesser(amount, self.standing(account::DUE)?);
        self.pay(self.comes_from(), pays, bookings)?;
        let over = amount.checked_sub(pays)?;
        if over.is_positive() {
            let (cash, of) = (book::cash(self.charter), self.member.as_str());
            bookings.post(moved(cash, self.comes_from(), (account::PREPAID, of), over)?, self.about);
        }
        Ok(())
    }

    /// The one place where a due is paid. What is paid in counts towards commitment authority by the charter's
    /// share, rounded down.
    fn pay(&self, from: (u16, &str), amount: Money, bookings: &mut Bookings<'_>) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Ok(());
        }
        let of = self.member.as_str();
        bookings.post(moved(book::cash(self.charter), from, (account::DUE, of), amount)?, self.about);
        let counts = counted(self.charter, amount)?;
        if counts.is_positive() {
            grant(self.charter, counts, self.through, self.about, bookings)?;
        }
        Ok(())
    }

    /// What stands on one of the member's accounts, as the books are before the entries to come.
    fn standing(&self, code: u16) -> Result<Money, Refusal> {
        let account = Account::new(code, self.member.as_str())?;
        let stands = self.fund.books().available(&book::cash(self.charter), &account);
        Ok(Money::new(stands.unwrap_or_default(), self.charter.fund().currency())?)
    }
}

fn lesser(one: Money, other: Money) -> Money {
    if other.minor() < one.minor() { other } else { one }
}

/// What of money paid in counts towards commitment authority.
fn counted(charter: &Charter, paid: Money) -> Result<Money, Refusal> {
    let Some(share) = charter.fund().paid_in_counts() else { return Ok(Money::zero(paid.currency())) };
    let (numerator, denominator) = (i128::from(share.numerator()), i128::from(share.denominator()));
    // An amount has at most 10^18 units and a share at most 10^9 parts: the product fits.
    let minor = paid.minor().checked_mul(numerator).and_then(|product| product.checked_div(denominator));
    Ok(Money::new(minor.unwrap_or_default(), paid.currency())?)
}

#[cfg(test)]
mod tests;
