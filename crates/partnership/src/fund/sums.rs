//! What stands on all accounts of a kind together, and what entries move on them.

use quorate_ledger::{BookId, Entry, Leg, Side};

use super::Fund;
use super::chart::HELD_FOR_OTHERS;
use crate::ids::EntryNo;

/// What stands on all accounts of a kind, on the kind's own side, in the smallest units.
pub(super) fn all_of(fund: &Fund, book: BookId, code: u16) -> i128 {
    let books = fund.books();
    let Some(kind) = books.chart().find(code) else { return 0 };
    let of_kind = books.accounts().filter(|(of, account, _)| *of == book && account.code() == code);
    of_kind.fold(0, |sum, (_, _, balance)| sum.saturating_add(balance.net(kind.normal)))
}

/// What is at the bank and another's, in the smallest units.
pub(super) fn held_for_others(fund: &Fund, cash: BookId) -> i128 {
    HELD_FOR_OTHERS.iter().fold(0, |sum, code| sum.saturating_add(all_of(fund, cash, *code)))
}

/// What these entries debit or credit on accounts of these codes in a book, in the smallest units.
pub(crate) fn moved_on(posted: &[(EntryNo, Entry)], book: BookId, codes: &[u16], side: Side) -> i128 {
    let entries = posted.iter().map(|(_, entry)| entry).filter(|entry| entry.book() == book);
    let legs = entries.flat_map(Entry::legs);
    let legs = legs.filter(|leg| leg.side() == side && codes.contains(&leg.account().code()));
    legs.map(Leg::minor).fold(0, i128::saturating_add)
}
