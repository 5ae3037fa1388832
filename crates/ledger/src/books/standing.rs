//! Books as they stand, without the entries that made them so.

use alloc::collections::BTreeMap;

use super::{Balance, Books};
use crate::account::Account;
use crate::book::BookId;
use crate::chart::Chart;

impl Books {
    /// What was posted to each account, without those that only holds know. By book, then by account.
    pub(crate) fn posted(&self) -> impl Iterator<Item = (BookId, &Account, Balance)> {
        let Self { chart: _, balances: _, holds: _ } = self;
        self.accounts().filter(|(.., balance)| (balance.debits, balance.credits) != (0, 0))
    }

    /// Books on which this was posted, without holds; none if an account is not in the chart, stands twice or has less than
    /// nothing on a side, or a book does not balance.
    pub(crate) fn standing(
        chart: Chart,
        posted: impl IntoIterator<Item = (BookId, Account, Balance)>,
    ) -> Option<Self> {
        let mut balances = BTreeMap::<BookId, BTreeMap<Account, Balance>>::new();
        for (book, account, balance) in posted {
            let is_one = (balance.debits, balance.credits) != (0, 0)
                && balance.debits.min(balance.credits) >= 0
                && chart.find(account.code()).is_some();
            if !is_one || balances.entry(book).or_default().insert(account, balance).is_some() {
                return None;
            }
        }
        let books = Self { chart, balances, holds: BTreeMap::new() };
        books.is_balanced().then_some(books)
    }
}
