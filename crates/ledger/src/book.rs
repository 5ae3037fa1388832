//! The books: one ledger per currency for money, one for commitment authority, one for memoranda.

use core::fmt;

use crate::currency::Currency;

/// Which ledger. Each balances by itself; no entry spans two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookId {
    /// Money that is there, owed or due, in one currency.
    Cash(Currency),
    /// Commitment authority: how much may be promised, in one currency.
    Authority(Currency),
    /// Memoranda: what was announced, pledged or signed and is not yet owed, in one currency.
    Memoranda(Currency),
}

impl BookId {
    /// The one currency of the book.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        match self {
            Self::Cash(currency) | Self::Authority(currency) | Self::Memoranda(currency) => *currency,
        }
    }
}

/// As `cash book in USD`.
impl fmt::Display for BookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subject = match self {
            Self::Cash(_) => "cash",
            Self::Authority(_) => "commitment authority",
            Self::Memoranda(_) => "memoranda",
        };
        write!(f, "{subject} book in {}", self.currency())
    }
}
