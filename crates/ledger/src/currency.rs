//! Currencies, from a dated table of ISO 4217 that is ours.

mod table;

use alloc::string::String;
use core::fmt;

use table::{ACTIVE, NO_MINOR_UNIT, Row};
use thiserror::Error;

use crate::excerpt::excerpt;

pub use table::CURRENCIES_AS_OF;

/// A currency or fund code that ISO 4217 lists as active on [`CURRENCIES_AS_OF`] and that has a minor unit.
///
/// Two currencies are equal when their codes are, and they sort by code.
///
/// ```
/// use quorate_ledger::Currency;
///
/// let dinar = Currency::from_code("KWD")?;
/// assert_eq!((dinar.code(), dinar.numeric(), dinar.scale()), ("KWD", 414, 3));
/// assert_eq!(dinar.name(), "Kuwaiti Dinar");
/// assert_eq!(
///     Currency::from_code("XAU").unwrap_err().to_string(),
///     "`XAU` has no minor unit in ISO 4217, so no amount of it can be booked",
/// );
/// # Ok::<(), quorate_ledger::UnknownCurrency>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static Row);

impl Currency {
    /// Finds a currency by its code of three capital letters.
    ///
    /// # Errors
    /// [`UnknownCurrency`] says which of the three reasons applies: not such a code, a code without a minor
    /// unit (metals, bond-market units, special drawing rights, codes for tests), or not active on the date.
    pub fn from_code(code: &str) -> Result<Self, UnknownCurrency> {
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(UnknownCurrency::Malformed { text: excerpt(code) });
        }
        let found = ACTIVE.binary_search_by(|row| row.code.cmp(code)).ok().and_then(|at| ACTIVE.get(at));
        match found {
            Some(row) => Ok(Self(row)),
            None if NO_MINOR_UNIT.contains(&code) => Err(UnknownCurrency::NoMinorUnit { code: code.into() }),
            None => Err(UnknownCurrency::NotActive { code: code.into() }),
        }
    }

    /// Every currency of the table, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        ACTIVE.iter().map(Self)
    }

    /// The code of three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The numeric code, 1 to 999. ISO 4217 writes it with three digits (`008`).
    #[must_use]
    pub fn numeric(self) -> u16 {
        self.0.numeric
    }

    /// How many digits the minor unit takes after the point, 0 to 4: `2` means that 100 minor units make one.
    #[must_use]
    pub fn scale(self) -> u8 {
        self.0.scale
    }

    /// The name in English, as ISO 4217 gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({})", self.code())
    }
}

/// Why a text names no currency that amounts can be booked in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnknownCurrency {
    /// The text is not three capital letters.
    #[error("`{text}` is not a currency code, which is three capital letters")]
    Malformed {
        /// The opening of the text.
        text: String,
    },
    /// ISO 4217 gives the code, but the scale `N.A.`.
    #[error("`{code}` has no minor unit in ISO 4217, so no amount of it can be booked")]
    NoMinorUnit {
        /// The code.
        code: String,
    },
    /// The code is unassigned, or withdrawn, or newer than the table.
    #[error("`{code}` is not an active currency of ISO 4217 as of {CURRENCIES_AS_OF}")]
    NotActive {
        /// The code.
        code: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn every_row_is_well_formed_and_found_by_its_code() {
        // List One of 2024-06-25 as amended to number 180 has 178 codes, 13 of them without a minor unit.
        assert_eq!((ACTIVE.len(), NO_MINOR_UNIT.len()), (165, 13));
        assert!(ACTIVE.is_sorted_by(|a, b| a.code < b.code), "by code, none twice");
        for currency in Currency::all() {
            assert_eq!(Currency::from_code(currency.code()), Ok(currency));
            assert!((1..=999).contains(&currency.numeric()) && currency.scale() <= 4, "{currency:?}");
            assert!(!currency.name().is_empty());
        }
        let numerics: BTreeSet<u16> = Currency::all().map(Currency::numeric).collect();
        assert_eq!(numerics.len(), ACTIVE.len());
    }

    #[test]
    fn the_odd_scales_are_these() {
        let of_scale = |scale| Currency::all().filter(|c| c.scale() == scale).map(Currency::code).collect();
        let (none, three, four): (Vec<_>, Vec<_>, Vec<_>) = (of_scale(0), of_scale(3), of_scale(4));
        let no_digits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
        assert_eq!(none, no_digits.split(' ').collect::<Vec<_>>());
        assert_eq!(three, ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);
        assert_eq!(four, ["CLF", "UYW"]);
        assert!(of_scale(1).is_empty());
    }

    #[test]
    fn each_refusal_gives_its_reason() {
        for code in ["XAU", "XDR", "XXX", "XTS"] {
            assert_eq!(Currency::from_code(code), Err(UnknownCurrency::NoMinorUnit { code: code.into() }));
        }
        for code in ["HRK", "BGN", "ANG", "CUC", "ZWL", "SLL", "DEM", "AAA", "ZZZ"] {
            assert_eq!(Currency::from_code(code), Err(UnknownCurrency::NotActive { code: code.into() }));
        }
        for text in ["", "US", "USDD", "usd", "Usd", "U D", "€uro", "€"] {
            assert_eq!(Currency::from_code(text), Err(UnknownCurrency::Malformed { text: text.into() }));
        }
        assert_eq!(
            Currency::from_code("BGN").unwrap_err().to_string(),
            "`BGN` is not an active currency of ISO 4217 as of 2026-01-01"
        );
    }
}
