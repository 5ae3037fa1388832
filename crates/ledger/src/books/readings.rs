//! What the books say.

use super::{Balance, Books};
use crate::account::Account;
use crate::book::BookId;
use crate::chart::Chart;

impl Books {
    /// The chart of accounts.
    #[must_use]
    pub fn chart(&self) -> Chart {
        self.chart
    }

    /// What stands on an account; nothing, if it was never used.
    #[must_use]
    pub fn balance(&self, book: &BookId, account: &Account) -> Balance {
        self.balances.get(book).and_then(|accounts| accounts.get(account)).copied().unwrap_or_default()
    }

    /// What is available on an account, in minor units: what stands on the normal side of its kind, less the
    /// other side, less what holds reserve. An account without a limit may have less than zero. `None` if the
    /// chart lacks the account's code, since then no side is the normal one.
    #[must_use]
    pub fn available(&self, book: &BookId, account: &Account) -> Option<i128> {
        let kind = self.chart.find(account.code())?;
        Some(self.balance(book, account).available(kind.normal))
    }

    /// Every account on which something stands or stood, by book, then by account.
    pub fn accounts(&self) -> impl Iterator<Item = (BookId, &Account, Balance)> {
        self.balances
            .iter()
            .flat_map(|(book, accounts)| accounts.iter().map(|(account, balance)| (*book, account, *balance)))
    }

    /// The sums of all debits and all credits of a book, posted and pending: the trial balance.
    #[must_use]
    pub fn trial_balance(&self, book: &BookId) -> Balance {
        let accounts = self.balances.get(book).into_iter().flatten();
        accounts.fold(Balance::default(), |sum, (_, balance)| sum.plus(balance))
    }

    /// Whether in every book all debits equal all credits, posted and pending. It is so, since no entry can
    /// exist that would make it otherwise; auditors ask all the same.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        self.balances.keys().all(|book| self.trial_balance(book).is_even())
    }
}
