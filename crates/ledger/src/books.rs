//! The books: every balance of every account, and the holds.

mod admission;
mod balance;
mod holds;
mod readings;
mod refusal;
#[cfg(feature = "minicbor")]
mod standing;

use alloc::collections::BTreeMap;

use crate::account::Account;
use crate::book::BookId;
use crate::chart::Chart;
use crate::entry::Entry;
use crate::leg::Leg;

pub use balance::Balance;
pub use holds::HoldId;
pub use refusal::BooksRefusal;

use balance::Column;

/// Every balance of every account of every book, and the holds that are pending.
///
/// Asking and writing are two acts. [`admits`](Books::admits) and [`admits_hold`](Books::admits_hold) read and may
/// refuse; [`post`](Books::post), [`hold`](Books::hold), [`post_hold`](Books::post_hold) and
/// [`void_hold`](Books::void_hold) write and never refuse, so that what was once admitted and written down can be
/// replayed. Whoever writes without asking first gets balanced books all the same, but no limits.
///
/// Two books are equal when their charts, balances and pending holds are. An account on which nothing stands is
/// the same as one never used.
///
/// ```
/// use quorate_ledger::{Account, BookId, Books, Chart, Currency, Entry, HoldId, Kind, Limit, Money, Side};
///
/// const KINDS: &[Kind] = &[
///     Kind { code: 14, name: "available", normal: Side::Credit, limit: Limit::NeverBelowZero },
///     Kind { code: 16, name: "committed", normal: Side::Credit, limit: Limit::NeverBelowZero },
///     Kind { code: 19, name: "contra", normal: Side::Debit, limit: Limit::None },
/// ];
/// let eur = Currency::from_code("EUR")?;
/// let book = BookId::Authority(eur);
/// let (available, contra) = (Account::new(14, "")?, Account::new(19, "")?);
/// let mut books = Books::new(Chart::new(KINDS)?);
///
/// let grant = Entry::transfer(book, contra, available.clone(), Money::parse("100", eur)?)?;
/// books.admits(std::slice::from_ref(&grant))?;
/// books.post(&grant);
///
/// // A hold takes from what is available at once, and gives only when it is posted.
/// let committed = Account::new(16, "case-1")?;
/// let commit = Entry::transfer(book, available.clone(), committed.clone(), Money::parse("60", eur)?)?;
/// books.admits_hold(&commit)?;
/// books.hold(HoldId(1), commit.clone());
/// assert_eq!(books.available(&book, &available), Some(4_000));
/// assert_eq!(books.available(&book, &committed), Some(0));
/// assert_eq!(
///     books.admits_hold(&commit).unwrap_err().to_string(),
///     "account `14` of the commitment authority book in EUR has 40.00 EUR available, and 60.00 EUR is needed",
/// );
/// books.post_hold(HoldId(1));
/// assert_eq!(books.available(&book, &committed), Some(6_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Books {
    chart: Chart,
    /// No balance in here is all zeros.
    balances: BTreeMap<BookId, BTreeMap<Account, Balance>>,
    holds: BTreeMap<HoldId, Entry>,
}

impl Books {
    /// Opens empty books with this chart of accounts.
    #[must_use]
    pub const fn new(chart: Chart) -> Self {
        Self { chart, balances: BTreeMap::new(), holds: BTreeMap::new() }
    }

    /// Posts an entry that [`admits`](Books::admits) admitted. Never refuses.
    pub fn post(&mut self, entry: &Entry) {
        self.write(entry, |balance, leg| balance.add(Column::Posted, leg.side(), leg.minor()));
    }

    /// Changes the balance of the account of each leg, and forgets balances that came back to nothing.
    fn write(&mut self, entry: &Entry, change: impl Fn(&mut Balance, &Leg)) {
        let book = self.balances.entry(entry.book()).or_default();
        for leg in entry.legs() {
            let balance = book.entry(leg.account().clone()).or_default();
            change(balance, leg);
            if *balance == Balance::default() {
                book.remove(leg.account());
            }
        }
        if book.is_empty() {
            self.balances.remove(&entry.book());
        }
    }
}
