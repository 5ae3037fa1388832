//! The naive book-keeper.

use quorate_ledger::{Account, Balance, BookId, Entry, Leg, Side};

/// A leg on the list: of which hold, if it is pending.
pub(crate) type Line = (BookId, Leg, Option<u64>);

#[derive(Default)]
pub(crate) struct Naive {
    pub(crate) lines: Vec<Line>,
}

impl Naive {
    pub(crate) fn add(&mut self, entry: &Entry, hold: Option<u64>) {
        self.lines.extend(entry.legs().iter().map(|leg| (entry.book(), leg.clone(), hold)));
    }

    pub(crate) fn pending(&self, hold: u64) -> bool {
        self.lines.iter().any(|(_, _, of)| *of == Some(hold))
    }

    fn sum(&self, book: BookId, account: &Account, side: Side, pending: bool) -> i128 {
        let lines = self.lines.iter().filter(|(of, leg, hold)| {
            *of == book && leg.account() == account && leg.side() == side && hold.is_some() == pending
        });
        lines.map(|(_, leg, _)| leg.minor()).sum()
    }

    pub(crate) fn balance(&self, book: BookId, account: &Account) -> Balance {
        Balance {
            debits: self.sum(book, account, Side::Debit, false),
            credits: self.sum(book, account, Side::Credit, false),
            pending_debits: self.sum(book, account, Side::Debit, true),
            pending_credits: self.sum(book, account, Side::Credit, true),
        }
    }

    pub(crate) fn available(&self, book: BookId, account: &Account) -> i128 {
        let Balance { debits, credits, pending_debits, pending_credits } = self.balance(book, account);
        match account.code() {
            1 | 2 => debits - credits - pending_credits,
            _ => credits - debits - pending_debits,
        }
    }

    /// Does it, and looks whether any limited account came out below zero.
    pub(crate) fn would_take(&self, entry: &Entry, hold: Option<u64>) -> bool {
        let mut after = Self { lines: self.lines.clone() };
        after.add(entry, hold);
        entry.legs().iter().all(|leg| {
            let limited = matches!(leg.account().code(), 2 | 3);
            !limited || after.available(entry.book(), leg.account()) >= 0
        })
    }
}
