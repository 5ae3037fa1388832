//! Why something is not an entry.

use thiserror::Error;

use super::{MAX_LEGS, MIN_LEGS};
use crate::account::Account;
use crate::book::BookId;
use crate::chart::Side;
use crate::currency::Currency;
use crate::money::{Decimal, MAX_MINOR};

/// Why something is not an entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EntryError {
    /// Too few or too many legs.
    #[error("an entry has {min} to {max} legs, and this has {legs}", min = MIN_LEGS, max = MAX_LEGS)]
    Legs {
        /// How many.
        legs: usize,
    },
    /// An amount of zero, below zero, or above [`MAX_MINOR`].
    #[error("a leg has 1 to {max} minor units, and the one on account `{account}` has {minor}", max = MAX_MINOR)]
    Amount {
        /// The account of the leg.
        account: Account,
        /// The amount in minor units.
        minor: i128,
    },
    /// One account twice on one side.
    #[error("account `{account}` stands twice on the {side} side")]
    Repeated {
        /// The account.
        account: Account,
        /// The side.
        side: Side,
    },
    /// Debits and credits differ.
    #[error(
        "debits are {} {currency} and credits {} {currency}; in an entry they are equal",
        Decimal { minor: *debits, currency: *currency },
        Decimal { minor: *credits, currency: *currency }
    )]
    Unbalanced {
        /// The sum of the debits in minor units.
        debits: i128,
        /// The sum of the credits in minor units.
        credits: i128,
        /// The currency of the book.
        currency: Currency,
    },
    /// Money of another currency than the book's.
    #[error("an amount in `{money}` cannot enter the {book}")]
    Currency {
        /// The book.
        book: BookId,
        /// The currency of the money.
        money: Currency,
    },
}
