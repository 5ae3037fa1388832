//! Entries that cannot exist unbalanced.

mod error;

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::account::Account;
use crate::book::BookId;
use crate::chart::Side;
use crate::leg::Leg;
use crate::money::Money;

pub use error::EntryError;

/// The most legs that one entry may have.
pub const MAX_LEGS: usize = 1024;

/// The fewest legs with which anything can balance.
const MIN_LEGS: usize = 2;

/// An entry in one book: 2 to [`MAX_LEGS`] legs whose debits equal their credits.
///
/// An account stands at most once on each side, so that what an entry does to it is read off one line. Legs keep
/// the order in which they were given. Who booked it, when and why is kept by whoever keeps the entry.
///
/// ```
/// use quorate_ledger::{Account, BookId, Currency, Entry, EntryError, Leg, Side};
///
/// let book = BookId::Cash(Currency::from_code("EUR")?);
/// let legs = |credit| -> Result<_, EntryError> {
///     Ok(vec![
///         Leg::new(Account::new(110, "GBR").unwrap(), Side::Debit, 600)?,
///         Leg::new(Account::new(110, "FRA").unwrap(), Side::Debit, 400)?,
///         Leg::new(Account::new(300, "").unwrap(), Side::Credit, credit)?,
///     ])
/// };
/// assert!(Entry::new(book, legs(1000)?).is_ok());
/// assert_eq!(
///     Entry::new(book, legs(999)?).unwrap_err().to_string(),
///     "debits are 10.00 EUR and credits 9.99 EUR; in an entry they are equal",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    book: BookId,
    legs: Vec<Leg>,
}

impl Entry {
    /// Makes an entry. Checked in this order: how many legs, an account twice on one side, balance.
    ///
    /// # Errors
    /// [`EntryError::Legs`], [`EntryError::Repeated`], [`EntryError::Unbalanced`].
    pub fn new(book: BookId, legs: Vec<Leg>) -> Result<Self, EntryError> {
        if !(MIN_LEGS..=MAX_LEGS).contains(&legs.len()) {
            return Err(EntryError::Legs { legs: legs.len() });
        }
        let mut seen = BTreeSet::new();
        if let Some(leg) = legs.iter().find(|leg| !seen.insert((leg.account(), leg.side()))) {
            return Err(EntryError::Repeated { account: leg.account().clone(), side: leg.side() });
        }
        let (debits, credits) = (sum(&legs, Side::Debit), sum(&legs, Side::Credit));
        if debits != credits {
            return Err(EntryError::Unbalanced { debits, credits, currency: book.currency() });
        }
        Ok(Self { book, legs })
    }

    /// Makes the entry of two legs that moves `money` from the credit of one account to the debit of another.
    ///
    /// # Errors
    /// [`EntryError::Currency`] unless the money is of the book's currency, [`EntryError::Amount`] unless it is
    /// above zero.
    pub fn transfer(book: BookId, debit: Account, credit: Account, money: Money) -> Result<Self, EntryError> {
        if money.currency() != book.currency() {
            return Err(EntryError::Currency { book, money: money.currency() });
        }
        let debit = Leg::new(debit, Side::Debit, money.minor())?;
        Self::new(book, vec![debit, Leg::new(credit, Side::Credit, money.minor())?])
    }

    /// The entry that undoes this one: the same legs on the other sides. It balances because this one does.
    #[must_use]
    pub fn reversal(&self) -> Self {
        Self { book: self.book, legs: self.legs.iter().map(Leg::opposite).collect() }
    }

    /// The book.
    #[must_use]
    pub fn book(&self) -> BookId {
        self.book
    }

    /// The legs, in the order given.
    #[must_use]
    pub fn legs(&self) -> &[Leg] {
        &self.legs
    }

    /// What stands on each side, in minor units; at most [`MAX_LEGS`] times [`MAX_MINOR`](crate::MAX_MINOR).
    #[must_use]
    pub fn total(&self) -> i128 {
        sum(&self.legs, Side::Debit)
    }
}

/// Adds up one side. Exact: 1024 legs of 10^18 come to 10^21, and an i128 holds 10^38.
fn sum(legs: &[Leg], side: Side) -> i128 {
    legs.iter().filter(|leg| leg.side() == side).fold(0, |sum, leg| sum.saturating_add(leg.minor()))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::currency::Currency;
    use crate::money::MAX_MINOR;
    use alloc::format;
    use alloc::string::ToString;

    fn book() -> BookId {
        BookId::Cash(Currency::from_code("EUR").unwrap())
    }

    fn account(of: &str) -> Account {
        Account::new(1, of).unwrap()
    }

    fn leg(of: &str, side: Side, minor: i128) -> Leg {
        Leg::new(account(of), side, minor).unwrap()
    }

    /// As many legs as asked, all debits of 1 but the last, which balances them.
    fn legs(count: usize) -> Vec<Leg> {
        let mut legs: Vec<Leg> = (1..count).map(|i| leg(&format!("{i}"), Side::Debit, 1)).collect();
        legs.push(leg("all", Side::Credit, i128::try_from(count).unwrap() - 1));
        legs
    }

    #[test]
    fn the_number_of_legs_is_limited_at_both_ends() {
        assert_eq!(Entry::new(book(), vec![]), Err(EntryError::Legs { legs: 0 }));
        let one = vec![leg("a", Side::Debit, 1)];
        assert_eq!(Entry::new(book(), one), Err(EntryError::Legs { legs: 1 }));
        for count in [2, 3, MAX_LEGS - 1, MAX_LEGS] {
            assert_eq!(Entry::new(book(), legs(count)).unwrap().legs().len(), count);
        }
        let refused = Entry::new(book(), legs(MAX_LEGS + 1));
        assert_eq!(refused, Err(EntryError::Legs { legs: MAX_LEGS + 1 }));
    }

    #[test]
    fn one_unit_either_way_is_unbalanced() {
        for (credits, balanced) in [(99, false), (100, true), (101, false)] {
            let legs = vec![leg("a", Side::Debit, 100), leg("b", Side::Credit, credits)];
            assert_eq!(Entry::new(book(), legs).is_ok(), balanced);
        }
        let one_sided = vec![leg("a", Side::Debit, 100), leg("b", Side::Debit, 100)];
        let currency = book().currency();
        let refused = EntryError::Unbalanced { debits: 200, credits: 0, currency };
        assert_eq!(Entry::new(book(), one_sided), Err(refused));
    }

    #[test]
    fn the_largest_legs_add_up_exactly() {
        let mut legs: Vec<Leg> = (0..512).map(|i| leg(&format!("{i}"), Side::Debit, MAX_MINOR)).collect();
        legs.extend((0..512).map(|i| leg(&format!("{i}"), Side::Credit, MAX_MINOR)));
        assert_eq!(Entry::new(book(), legs.clone()).unwrap().total(), 512 * MAX_MINOR);
        legs[1023] = leg("511", Side::Credit, MAX_MINOR - 1);
        assert!(Entry::new(book(), legs).is_err());
    }

    #[test]
    fn an_account_stands_once_on_each_side() {
        let twice = vec![leg("a", Side::Debit, 1), leg("a", Side::Debit, 1), leg("b", Side::Credit, 2)];
        let refused = Entry::new(book(), twice).unwrap_err();
        assert_eq!(refused.to_string(), "account `1 of a` stands twice on the debit side");
        let both = vec![leg("a", Side::Debit, 3), leg("a", Side::Credit, 1), leg("b", Side::Credit, 2)];
        assert!(Entry::new(book(), both).is_ok());
    }

    #[test]
    fn a_transfer_is_of_the_books_currency_and_above_zero() {
        let transfer = |minor, code| {
            let money = Money::new(minor, Currency::from_code(code).unwrap()).unwrap();
            Entry::transfer(book(), account("a"), account("b"), money)
        };
        let made = transfer(5, "EUR").unwrap();
        assert_eq!(made.legs(), [leg("a", Side::Debit, 5), leg("b", Side::Credit, 5)]);
        assert_eq!(made.total(), 5);
        assert_eq!(
            transfer(5, "USD").unwrap_err().to_string(),
            "an amount in `USD` cannot enter the cash book in EUR"
        );
        for minor in [0, -5] {
            assert_eq!(transfer(minor, "EUR"), Err(EntryError::Amount { account: account("a"), minor }));
        }
    }

    #[test]
    fn a_reversal_swaps_the_sides_and_reverses_back() {
        let entry = Entry::new(book(), legs(3)).unwrap();
        let reversal = entry.reversal();
        assert_eq!(reversal.legs()[2], leg("all", Side::Debit, 2));
        assert_eq!(Entry::new(book(), reversal.legs().to_vec()), Ok(reversal.clone()));
        assert_eq!(reversal.reversal(), entry);
    }
}
