//! Reading an amount from a decimal string.
//!
//! The grammar: `amount = ["-"] whole ["." digits]`, `whole = "0" / nonzero *digit`, and not zero after a minus.

use thiserror::Error;

use super::{MAX_MINOR, Money};
use crate::currency::Currency;

/// The most bytes that an amount may be written in. The longest canonical one has 21.
pub const MAX_MONEY_BYTES: usize = 40;

/// An amount as read, and how many digits stood after the point.
pub(super) struct Read {
    pub(super) money: Money,
    pub(super) decimals: usize,
}

/// Reads `text`; the first fault from the left speaks, after length.
pub(super) fn parse(text: &str, currency: Currency) -> Result<Read, MoneyTextError> {
    if text.is_empty() {
        return Err(MoneyTextError::Empty);
    }
    if text.len() > MAX_MONEY_BYTES {
        return Err(MoneyTextError::TooLong { bytes: text.len() });
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let start = text.len().saturating_sub(unsigned.len());
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    check_digits(whole, start)?;
    if whole.len() > 1 && whole.starts_with('0') {
        return Err(MoneyTextError::LeadingZero { at: start });
    }
    if let Some(decimals) = decimals {
        // The byte after the point: what stands before it is `start`, the whole part and the point.
        check_decimals(decimals, start.saturating_add(whole.len()).saturating_add(1), currency)?;
    }
    let decimals = decimals.unwrap_or_default();
    let magnitude = magnitude(whole, decimals, currency).ok_or(MoneyTextError::TooLarge)?;
    if negative && magnitude == 0 {
        return Err(MoneyTextError::NegativeZero);
    }
    let minor = if negative { magnitude.saturating_neg() } else { magnitude };
    let money = Money::new(minor, currency).map_err(|_| MoneyTextError::TooLarge)?;
    Ok(Read { money, decimals: decimals.len() })
}

/// Refuses what is not one digit or more; `start` is where `digits` begins in the whole text.
fn check_digits(digits: &str, start: usize) -> Result<(), MoneyTextError> {
    if digits.is_empty() {
        return Err(MoneyTextError::NoDigits { at: start });
    }
    match digits.char_indices().find(|(_, found)| !found.is_ascii_digit()) {
        Some((offset, found)) => Err(MoneyTextError::NotADigit { at: start.saturating_add(offset), found }),
        None => Ok(()),
    }
}

/// Refuses digits after the point that are none, not digits, or more than the currency has.
fn check_decimals(decimals: &str, start: usize, currency: Currency) -> Result<(), MoneyTextError> {
    check_digits(decimals, start)?;
    let scale = usize::from(currency.scale());
    if decimals.len() > scale {
        return Err(MoneyTextError::TooManyDecimals { at: start.saturating_add(scale), currency });
    }
    Ok(())
}

/// The minor units that the digits spell, or nothing if that overflows. Missing decimals count as zeros.
fn magnitude(whole: &str, decimals: &str, currency: Currency) -> Option<i128> {
    let missing = usize::from(currency.scale()).saturating_sub(decimals.len());
    let digits = whole.chars().chain(decimals.chars()).filter_map(|digit| digit.to_digit(10));
    digits
        .chain(core::iter::repeat_n(0, missing))
        .try_fold(0_i128, |sum, digit| sum.checked_mul(10)?.checked_add(i128::from(digit)))
}

/// Why a text is not an amount. `at` is a byte of the text, counted from 0, as spans of text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyTextError {
    /// Nothing at all.
    #[error("an amount is needed, and the text is empty")]
    Empty,
    /// Longer than [`MAX_MONEY_BYTES`].
    #[error("an amount has at most {max} bytes, and this text has {bytes}", max = MAX_MONEY_BYTES)]
    TooLong {
        /// The length of the text in bytes.
        bytes: usize,
    },
    /// A sign, a separator, a space, a letter, a second point.
    #[error("`{found}` at byte {at} is not a digit", found = found.escape_debug())]
    NotADigit {
        /// Where it stands.
        at: usize,
        /// The character.
        found: char,
    },
    /// The sign or the point stands without the digits it needs.
    #[error("a digit is needed at byte {at}")]
    NoDigits {
        /// Where the digit should be.
        at: usize,
    },
    /// A zero before other digits of the whole part.
    #[error("the zero at byte {at} is not needed")]
    LeadingZero {
        /// Where it stands.
        at: usize,
    },
    /// A minus before zero: there is one zero only.
    #[error("the minus at byte 0 stands before zero")]
    NegativeZero,
    /// A part smaller than the minor unit.
    #[error("`{currency}` has {scale} digits after the point, and byte {at} is one more", scale = currency.scale())]
    TooManyDecimals {
        /// Where the first digit too many stands.
        at: usize,
        /// The currency.
        currency: Currency,
    },
    /// A correct amount that is not in its one canonical form.
    #[error(
        "the canonical form has exactly {scale} digits after the point for `{currency}`, not {given}",
        scale = currency.scale()
    )]
    NotCanonical {
        /// How many digits stand after the point.
        given: usize,
        /// The currency.
        currency: Currency,
    },
    /// Beyond [`MAX_MINOR`].
    #[error("the amount lies beyond the limit of {max} minor units", max = MAX_MINOR)]
    TooLarge,
}

#[cfg(test)]
mod tests {
    use super::{MoneyTextError as E, *};
    use alloc::string::ToString;

    fn code(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[track_caller]
    fn reads(text: &str, currency: &str, minor: i128) {
        assert_eq!(Money::parse(text, code(currency)).map(Money::minor), Ok(minor), "`{text}`");
    }

    #[test]
    fn up_to_as_many_decimals_as_the_currency_has() {
        reads("18000000000.00", "USD", 1_800_000_000_000);
        reads("18", "USD", 1_800);
        reads("18.5", "USD", 1_850);
        reads("-0.01", "USD", -1);
        reads("0", "USD", 0);
        reads("0.00", "USD", 0);
        reads("18", "JPY", 18);
        reads("1.001", "KWD", 1_001);
        reads("1.0001", "CLF", 10_001);
    }

    #[test]
    fn each_fault_has_its_place() {
        let usd = code("USD");
        let rows = [
            ("", E::Empty),
            ("-", E::NoDigits { at: 1 }),
            ("+1", E::NotADigit { at: 0, found: '+' }),
            ("--1", E::NotADigit { at: 1, found: '-' }),
            (" 1", E::NotADigit { at: 0, found: ' ' }),
            ("1 ", E::NotADigit { at: 1, found: ' ' }),
            ("1,000", E::NotADigit { at: 1, found: ',' }),
            ("1_000", E::NotADigit { at: 1, found: '_' }),
            ("1e3", E::NotADigit { at: 1, found: 'e' }),
            ("1.0.0", E::NotADigit { at: 3, found: '.' }),
            ("-1.-1", E::NotADigit { at: 3, found: '-' }),
            ("1٣", E::NotADigit { at: 1, found: '٣' }),
            ("01", E::LeadingZero { at: 0 }),
            ("-00.10", E::LeadingZero { at: 1 }),
            (".5", E::NoDigits { at: 0 }),
            ("-.5", E::NoDigits { at: 1 }),
            ("5.", E::NoDigits { at: 2 }),
            ("-0", E::NegativeZero),
            ("-0.00", E::NegativeZero),
            ("1.001", E::TooManyDecimals { at: 4, currency: usd }),
            ("-1.000", E::TooManyDecimals { at: 5, currency: usd }),
        ];
        for (text, fault) in rows {
            assert_eq!(Money::parse(text, usd), Err(fault), "`{text}`");
            assert_eq!(Money::parse_canonical(text, usd), Err(fault), "`{text}`");
        }
        assert_eq!(
            Money::parse("1.0", code("JPY")),
            Err(E::TooManyDecimals { at: 2, currency: code("JPY") })
        );
        assert_eq!(Money::parse("1.", code("JPY")), Err(E::NoDigits { at: 2 }));
    }

    #[test]
    fn the_canonical_form_has_every_decimal() {
        let usd = code("USD");
        assert_eq!(Money::parse_canonical("18.50", usd).map(Money::minor), Ok(1_850));
        assert_eq!(Money::parse_canonical("18.5", usd), Err(E::NotCanonical { given: 1, currency: usd }));
        assert_eq!(Money::parse_canonical("18", usd), Err(E::NotCanonical { given: 0, currency: usd }));
        assert_eq!(Money::parse_canonical("18", code("JPY")).map(Money::minor), Ok(18));
    }

    #[test]
    fn the_limits_are_one_below_at_and_not_one_above() {
        reads("9999999999999999.99", "USD", MAX_MINOR - 1);
        reads("10000000000000000.00", "USD", MAX_MINOR);
        reads("-10000000000000000.00", "USD", -MAX_MINOR);
        for text in ["10000000000000000.01", "-10000000000000000.01"] {
            assert_eq!(Money::parse(text, code("USD")), Err(E::TooLarge));
        }
        // 39 and 40 digits are within the length but beyond 128 bits; 41 are beyond the length.
        for digits in [39, MAX_MONEY_BYTES] {
            assert_eq!(Money::parse(&"9".repeat(digits), code("USD")), Err(E::TooLarge));
        }
        assert_eq!(Money::parse(&"9".repeat(41), code("USD")), Err(E::TooLong { bytes: 41 }));
    }

    #[test]
    fn messages_name_the_numbers() {
        let message = |text| Money::parse_canonical(text, code("USD")).unwrap_err().to_string();
        assert_eq!(message("1.\n"), "`\\n` at byte 2 is not a digit");
        assert_eq!(message("1.234"), "`USD` has 2 digits after the point, and byte 4 is one more");
        assert_eq!(message("1"), "the canonical form has exactly 2 digits after the point for `USD`, not 0");
    }
}
