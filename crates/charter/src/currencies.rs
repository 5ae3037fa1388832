//! The article on other currencies than the fund's: in which ones members may discharge what they owe. It is optional:
//! without it the fund takes its own currency alone.

use alloc::collections::BTreeSet;

use quorate_ledger::Currency;
use quorate_voting::Ratio;

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;

/// Currencies other than the fund's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrenciesArticle {
    pub(crate) number: Article,
    pub(crate) accepted: BTreeSet<Currency>,
    pub(crate) rate_age: Period,
    pub(crate) buffer: Option<Ratio>,
}

impl CurrenciesArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The currencies in which members may discharge what they owe, beside the fund's own; in the order of their codes.
    pub fn accepted(&self) -> impl ExactSizeIterator<Item = Currency> {
        self.accepted.iter().copied()
    }

    /// Whether members may discharge what they owe in this currency.
    #[must_use]
    pub fn accepts(&self, currency: Currency) -> bool {
        self.accepted.contains(&currency)
    }

    /// How old a rate may be at the value date of the money that is converted at it.
    #[must_use]
    pub fn rate_age(&self) -> Period {
        self.rate_age
    }

    /// The share of commitment authority from money in other currencies that is kept back; `None` is none of it.
    #[must_use]
    pub fn buffer(&self) -> Option<Ratio> {
        self.buffer
    }
}

impl Charter {
    /// Article: currencies.
    #[must_use]
    pub fn currencies(&self) -> Option<&CurrenciesArticle> {
        self.currencies.as_ref()
    }
}
