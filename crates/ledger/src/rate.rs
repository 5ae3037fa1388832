//! Rates of exchange as exact ratios, and the one place where an amount is rounded.

mod text;

use thiserror::Error;

use crate::currency::Currency;
use crate::money::{MAX_MINOR, Money, MoneyError};

pub use text::{MAX_RATE_BYTES, RateTextError};

/// The most that either term of a rate may be: 10^12. With an amount of at most 10^18 and scales of at most 4 digits
/// everything here stays below 10^34, and an `i128` holds 10^38.
pub const MAX_RATE_TERM: u64 = 1_000_000_000_000;

/// How many units of the quote currency one unit of the base currency is worth: an exact ratio in lowest terms.
///
/// ```
/// use quorate_ledger::{Currency, Money, Rate};
///
/// let (eur, usd) = (Currency::from_code("EUR")?, Currency::from_code("USD")?);
/// let rate = Rate::parse("1.0842", eur, usd)?;
/// assert_eq!((rate.quote_units(), rate.base_units()), (5421, 5000));
/// assert_eq!(rate.convert(Money::parse("100.00", eur)?)?, Money::parse("108.42", usd)?);
/// assert_eq!(rate.to_string(), "1.0842");
/// assert_eq!(Rate::parse("271/249", eur, usd)?.to_string(), "271/249");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    base: Currency,
    quote: Currency,
    quote_units: u64,
    base_units: u64,
}

impl Rate {
    /// The rate at which `base_units` of `base` are worth `quote_units` of `quote`.
    ///
    /// # Errors
    /// [`RateError`]: one currency twice; a term that is nothing; in lowest terms, one beyond [`MAX_RATE_TERM`].
    pub fn new(
        base: Currency,
        quote: Currency,
        quote_units: u64,
        base_units: u64,
    ) -> Result<Self, RateError> {
        if base == quote {
            return Err(RateError::OneCurrency { currency: base });
        }
        let common = common_divisor(quote_units, base_units);
        let lowest = |units: u64| units.checked_div(common).unwrap_or_default();
        let (quote_units, base_units) = (lowest(quote_units), lowest(base_units));
        if quote_units == 0 || base_units == 0 {
            return Err(RateError::Nothing);
        }
        if quote_units > MAX_RATE_TERM || base_units > MAX_RATE_TERM {
            return Err(RateError::TooFine);
        }
        Ok(Self { base, quote, quote_units, base_units })
    }

    /// Reads a rate as people write it: a decimal `1.0842`, or a ratio `271/250` of quote units to base units.
    ///
    /// # Errors
    /// [`RateTextError`] says what is wrong.
    pub fn parse(text: &str, base: Currency, quote: Currency) -> Result<Self, RateTextError> {
        let (quote_units, base_units) = text::parse(text)?;
        Ok(Self::new(base, quote, quote_units, base_units)?)
    }

    /// The currency of which one unit is valued.
    #[must_use]
    pub fn base(self) -> Currency {
        self.base
    }

    /// The currency in which it is valued.
    #[must_use]
    pub fn quote(self) -> Currency {
        self.quote
    }

    /// The upper term of the ratio, in lowest terms.
    #[must_use]
    pub fn quote_units(self) -> u64 {
        self.quote_units
    }

    /// The lower term of the ratio, in lowest terms.
    #[must_use]
    pub fn base_units(self) -> u64 {
        self.base_units
    }

    /// What an amount of the base currency is worth in the quote currency, rounded half to even to its smallest unit.
    ///
    /// # Errors
    /// [`ConvertError`]: another currency, less than nothing, or more than an amount can be.
    pub fn convert(self, amount: Money) -> Result<Money, ConvertError> {
        if amount.currency() != self.base {
            return Err(ConvertError::OtherCurrency { base: self.base, given: amount.currency() });
        }
        if amount.is_negative() {
            return Err(ConvertError::Negative(amount));
        }
        let above = i128::from(self.quote_units).saturating_mul(power_of_ten(self.quote.scale()));
        let below = i128::from(self.base_units).saturating_mul(power_of_ten(self.base.scale()));
        Ok(Money::new(half_even(amount.minor().saturating_mul(above), below), self.quote)?)
    }
}

/// What a part of something that was bought cost on average: `cost` times `part` over `whole`, rounded half to even.
/// The whole cost all of it, to the unit.
///
/// # Errors
/// [`ConvertError`]: `part` and `whole` of two currencies, anything below zero, or a part beyond the whole.
pub fn average_cost(cost: Money, part: Money, whole: Money) -> Result<Money, ConvertError> {
    if let Some(negative) = [cost, part, whole].into_iter().find(|amount| amount.is_negative()) {
        return Err(ConvertError::Negative(negative));
    }
    if whole.checked_sub(part)?.is_negative() {
        return Err(ConvertError::BeyondWhole { part, whole });
    }
    if part == whole {
        return Ok(cost);
    }
    // At most 10^18 times 10^18.
    Ok(Money::new(half_even(cost.minor().saturating_mul(part.minor()), whole.minor()), cost.currency())?)
}

/// The quotient of two numbers that are not below zero, rounded to the nearest whole number, and half way to the even one.
/// Everything that is converted, and all interest, is rounded here and nowhere else.
pub(crate) fn half_even(above: i128, below: i128) -> i128 {
    let whole = above.checked_div(below).unwrap_or_default();
    let rest = above.checked_rem(below).unwrap_or_default();
    let up = match rest.cmp(&below.saturating_sub(rest)) {
        core::cmp::Ordering::Less => false,
        core::cmp::Ordering::Greater => true,
        core::cmp::Ordering::Equal => whole & 1 == 1,
    };
    if up { whole.saturating_add(1) } else { whole }
}

fn power_of_ten(digits: u8) -> i128 {
    10_i128.saturating_pow(u32::from(digits))
}

fn common_divisor(one: u64, other: u64) -> u64 {
    let (mut greater, mut lesser) = (one, other);
    while lesser != 0 {
        (greater, lesser) = (lesser, greater.checked_rem(lesser).unwrap_or_default());
    }
    greater
}

/// Why two numbers are no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RateError {
    /// The same currency on both sides.
    #[error("a rate is between two currencies, and `{currency}` is one")]
    OneCurrency {
        /// The currency.
        currency: Currency,
    },
    /// Nothing on one side.
    #[error("a rate is more than nothing")]
    Nothing,
    /// Too large, or given more exactly than is counted.
    #[error("a rate in lowest terms has no term above {max}", max = MAX_RATE_TERM)]
    TooFine,
}

/// Why an amount is not converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ConvertError {
    /// The rate is of another currency.
    #[error("the rate is of `{base}`, and the amount is in `{given}`")]
    OtherCurrency {
        /// The rate's base.
        base: Currency,
        /// The amount's currency.
        given: Currency,
    },
    /// Nothing negative is converted.
    #[error("{} is less than nothing", .0.with_code())]
    Negative(Money),
    /// More than there is.
    #[error("{} is more than the whole of {}", part.with_code(), whole.with_code())]
    BeyondWhole {
        /// The part.
        part: Money,
        /// The whole.
        whole: Money,
    },
    /// The result is beyond what an amount can be, or two currencies met.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

const _: () = assert!(MAX_MINOR <= 1_000_000_000_000_000_000, "products of this module fit an i128");

#[cfg(test)]
mod tests;
