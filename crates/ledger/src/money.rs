//! Exact amounts of one currency.

mod show;
mod text;

use thiserror::Error;

use crate::currency::Currency;

pub use show::{Decimal, Grouped, WithCode};
pub use text::{MAX_MONEY_BYTES, MoneyTextError};

/// The largest amount either way, in minor units: 10^18. Sums of 10^9 such amounts are below 10^27, so they
/// cannot overflow the 128 bits (1.7 x 10^38) in which they are added.
pub const MAX_MINOR: i128 = 1_000_000_000_000_000_000;

/// An exact amount of one currency, at most [`MAX_MINOR`] minor units either way.
///
/// Amounts of different currencies are never added, compared or converted here. At every edge an amount is a
/// decimal string, never a float.
///
/// ```
/// use quorate_ledger::{Currency, Money};
///
/// let usd = Currency::from_code("USD")?;
/// let pledge = Money::parse("18000000000", usd)?;
/// let paid = Money::new(125, usd)?;
/// let rest = pledge.checked_sub(paid)?;
/// assert_eq!(rest.minor(), 1_799_999_999_875);
/// assert_eq!(rest.to_string(), "17999999998.75");
/// assert_eq!(rest.with_code().to_string(), "17999999998.75 USD");
/// assert_eq!(rest.grouped().to_string(), "17 999 999 998.75 USD");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i128,
    currency: Currency,
}

impl Money {
    /// Makes an amount of `minor` minor units.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond [`MAX_MINOR`] either way.
    pub fn new(minor: i128, currency: Currency) -> Result<Self, MoneyError> {
        if (-MAX_MINOR..=MAX_MINOR).contains(&minor) {
            Ok(Self { minor, currency })
        } else {
            Err(MoneyError::TooLarge { minor })
        }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads a decimal string with as many digits after the point as `currency` has, or fewer: `18` and `18.5`
    /// are read as `18.00` and `18.50`.
    ///
    /// A minus may come first. Refused: a plus, a needless leading zero, a minus before nothing but zeros,
    /// separators, spaces, a point without digits on both sides, more than [`MAX_MONEY_BYTES`] bytes.
    ///
    /// # Errors
    /// [`MoneyTextError`] says what is wrong and where.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyTextError> {
        text::parse(text, currency).map(|read| read.money)
    }

    /// Reads the one canonical string of an amount, the one that [`Display`](core::fmt::Display) writes: as
    /// [`Money::parse`], with exactly as many digits after the point as `currency` has. For wire formats, where
    /// one amount must have one spelling.
    ///
    /// # Errors
    /// [`MoneyTextError`] says what is wrong and where.
    pub fn parse_canonical(text: &str, currency: Currency) -> Result<Self, MoneyTextError> {
        let read = text::parse(text, currency)?;
        if read.decimals == usize::from(currency.scale()) {
            Ok(read.money)
        } else {
            Err(MoneyTextError::NotCanonical { given: read.decimals, currency })
        }
    }

    /// The amount in minor units.
    #[must_use]
    pub fn minor(self) -> i128 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`], or [`MoneyError::TooLarge`] if the sum is.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        // Exact: both lie within MAX_MINOR, far from the ends of an i128.
        Self::new(self.minor.saturating_add(other.minor), self.currency)
    }

    /// The difference, `self` less `other`.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`], or [`MoneyError::TooLarge`] if the difference is.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        // Exact, as in `checked_add`.
        Self::new(self.minor.saturating_sub(other.minor), self.currency)
    }

    /// The same amount the other way.
    ///
    /// # Errors
    /// None today, since the range is the same either way; a result so that it reads like its neighbours.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        Self::new(self.minor.saturating_neg(), self.currency)
    }

    /// Whether this is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether this is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// Whether this is above zero.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self.minor > 0
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch { left: self.currency, right: other.currency })
        }
    }
}

/// Why an amount cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// Two currencies in one sum.
    #[error("an amount in `{left}` and one in `{right}` cannot be combined")]
    CurrencyMismatch {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second.
        right: Currency,
    },
    /// Beyond the limit.
    #[error("{minor} minor units lie beyond the limit of {max} either way", max = MAX_MINOR)]
    TooLarge {
        /// The amount in minor units.
        minor: i128,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn usd(minor: i128) -> Money {
        Money::new(minor, Currency::from_code("USD").unwrap()).unwrap()
    }

    #[test]
    fn the_limit_is_one_below_at_and_not_one_above() {
        let currency = Currency::from_code("USD").unwrap();
        for minor in [MAX_MINOR - 1, MAX_MINOR, 1 - MAX_MINOR, -MAX_MINOR] {
            assert_eq!(Money::new(minor, currency).map(Money::minor), Ok(minor));
        }
        for minor in [MAX_MINOR + 1, -MAX_MINOR - 1, i128::MAX, i128::MIN] {
            assert_eq!(Money::new(minor, currency), Err(MoneyError::TooLarge { minor }));
        }
    }

    #[test]
    fn sums_stop_at_the_limit() {
        assert_eq!(usd(MAX_MINOR - 1).checked_add(usd(1)), Ok(usd(MAX_MINOR)));
        assert_eq!(usd(MAX_MINOR).checked_add(usd(1)), Err(MoneyError::TooLarge { minor: MAX_MINOR + 1 }));
        assert_eq!(usd(1 - MAX_MINOR).checked_sub(usd(1)), Ok(usd(-MAX_MINOR)));
        assert_eq!(usd(-MAX_MINOR).checked_sub(usd(1)), Err(MoneyError::TooLarge { minor: -MAX_MINOR - 1 }));
        assert_eq!(usd(MAX_MINOR).checked_neg(), Ok(usd(-MAX_MINOR)));
    }

    #[test]
    fn currencies_do_not_mix() {
        let euro = Money::zero(Currency::from_code("EUR").unwrap());
        let error = usd(1).checked_add(euro).unwrap_err();
        assert_eq!(error.to_string(), "an amount in `USD` and one in `EUR` cannot be combined");
        assert_eq!(usd(1).checked_sub(euro), Err(error));
        assert_ne!(usd(0), euro, "nothing in one currency is not nothing in another");
    }

    #[test]
    fn the_sign_is_one_of_three() {
        for (minor, signs) in
            [(-1, [true, false, false]), (0, [false, true, false]), (1, [false, false, true])]
        {
            let money = usd(minor);
            assert_eq!([money.is_negative(), money.is_zero(), money.is_positive()], signs);
        }
    }
}
