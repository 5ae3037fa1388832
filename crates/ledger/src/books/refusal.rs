//! Why the books do not take something.

use thiserror::Error;

use crate::account::Account;
use crate::book::BookId;
use crate::money::Decimal;

/// Why the books do not take an entry or a hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BooksRefusal {
    /// The chart has no such kind of account.
    #[error("account `{account}` is of no kind that the chart of accounts has")]
    UnknownCode {
        /// The account.
        account: Account,
    },
    /// A limited account would go below zero, what holds reserve being counted.
    #[error(
        "account `{account}` of the {book} has {} {code} available, and {} {code} is needed",
        Decimal { minor: *available, currency: book.currency() },
        Decimal { minor: *needed, currency: book.currency() },
        code = book.currency()
    )]
    NotAvailable {
        /// The account.
        account: Account,
        /// Its book.
        book: BookId,
        /// What is available there in minor units, after the entries before this one.
        available: i128,
        /// What the entry or hold takes from there in minor units.
        needed: i128,
    },
}
