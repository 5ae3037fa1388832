//! Would the books take it? Read only.

use alloc::collections::BTreeMap;

use super::{Books, BooksRefusal};
use crate::account::Account;
use crate::book::BookId;
use crate::chart::{Chart, Limit, Side};
use crate::entry::Entry;

impl Books {
    /// Whether `entries` can be posted one after the other. Limits hold after *each* entry, not only after the
    /// last, and what holds reserve is not available; within one entry only the sum of its legs counts.
    ///
    /// An entry that leaves an account with no less than before is never refused for that account's limit.
    ///
    /// # Errors
    /// The first [`BooksRefusal`] in the order of entries: of one entry, first a code that the chart lacks, then
    /// a limit, each in the order of legs.
    pub fn admits(&self, entries: &[Entry]) -> Result<(), BooksRefusal> {
        let mut trial = Trial { books: self, available: BTreeMap::new() };
        entries.iter().try_for_each(|entry| trial.take(entry, taken_by_entry))
    }

    /// Whether `entry` can be held. It needs on every limited account all that it takes there, since what it
    /// brings comes only when it is posted.
    ///
    /// # Errors
    /// As [`admits`](Books::admits).
    pub fn admits_hold(&self, entry: &Entry) -> Result<(), BooksRefusal> {
        let mut trial = Trial { books: self, available: BTreeMap::new() };
        trial.take(entry, taken_by_hold)
    }
}

/// What an entry takes from each limited account: below zero if it brings more than it takes.
type Taken<'a> = BTreeMap<&'a Account, i128>;

/// What a posted entry takes: legs against the normal side less legs on it.
fn taken_by_entry(against: bool, minor: i128) -> i128 {
    if against { minor } else { minor.saturating_neg() }
}

/// What a hold takes: legs against the normal side.
fn taken_by_hold(against: bool, minor: i128) -> i128 {
    if against { minor } else { 0 }
}

/// The books as they would be, as far as limits need to know.
struct Trial<'a> {
    books: &'a Books,
    /// What is available on the limited accounts that entries have touched so far.
    available: BTreeMap<(BookId, &'a Account), i128>,
}

impl<'a> Trial<'a> {
    fn take(&mut self, entry: &'a Entry, rule: fn(bool, i128) -> i128) -> Result<(), BooksRefusal> {
        let book = entry.book();
        let taken = taken(&self.books.chart, entry, rule)?;
        for leg in entry.legs() {
            let Some(&needed) = taken.get(leg.account()) else { continue };
            let available = self.available(book, leg.account());
            if needed > 0 && needed > available {
                let account = leg.account().clone();
                return Err(BooksRefusal::NotAvailable { account, book, available, needed });
            }
        }
        for (account, needed) in taken {
            // Exact, as the balances themselves are: see `Balance::add`.
            let left = self.available(book, account).saturating_sub(needed);
            self.available.insert((book, account), left);
        }
        Ok(())
    }

    /// What is available on an account of a kind that the chart has, which `taken` made sure of.
    fn available(&self, book: BookId, account: &'a Account) -> i128 {
        match self.available.get(&(book, account)) {
            Some(available) => *available,
            None => self.books.available(&book, account).unwrap_or_default(),
        }
    }
}

/// Adds up what `entry` takes by `rule` from each of its limited accounts.
fn taken<'a>(
    chart: &Chart,
    entry: &'a Entry,
    rule: fn(bool, i128) -> i128,
) -> Result<Taken<'a>, BooksRefusal> {
    let mut taken = Taken::new();
    for leg in entry.legs() {
        let Some(kind) = chart.find(leg.account().code()) else {
            return Err(BooksRefusal::UnknownCode { account: leg.account().clone() });
        };
        if kind.limit == Limit::NeverBelowZero {
            let against: Side = kind.normal.opposite();
            let sum = taken.entry(leg.account()).or_default();
            *sum = sum.saturating_add(rule(leg.side() == against, leg.minor()));
        }
    }
    Ok(taken)
}
