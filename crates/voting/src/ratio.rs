//! A share written as an exact fraction, and the one comparison that decides.

use thiserror::Error;

/// The largest denominator of a [`Ratio`], as written: 10^9.
pub const MAX_DENOMINATOR: u64 = 1_000_000_000;

/// A share above zero and up to the whole, kept in lowest terms.
///
/// Two ratios are equal when they are the same share: `55/100` is `11/20`.
///
/// ```
/// use quorate_voting::Ratio;
///
/// let two_thirds = Ratio::new(2, 3)?;
/// assert!(two_thirds.is_met(2, 3, false));
/// assert!(!two_thirds.is_met(2, 3, true), "two of three is not more than two thirds");
/// assert_eq!(Ratio::percent(55)?, Ratio::new(11, 20)?);
/// # Ok::<(), quorate_voting::RatioError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

/// Why two numbers are not a [`Ratio`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RatioError {
    /// The share would be met by nobody at all.
    #[error("a share must be above zero, found `0/{denominator}`")]
    Zero {
        /// The denominator as written.
        denominator: u64,
    },
    /// The share is more than the whole, or has no denominator.
    #[error("a share must not be above the whole, found `{numerator}/{denominator}`")]
    AboveWhole {
        /// The numerator as written.
        numerator: u64,
        /// The denominator as written.
        denominator: u64,
    },
    /// The denominator, as written, is above [`MAX_DENOMINATOR`].
    #[error(
        "the denominator of a share must not be above {MAX_DENOMINATOR}, found `{numerator}/{denominator}`"
    )]
    DenominatorTooLarge {
        /// The numerator as written.
        numerator: u64,
        /// The denominator as written.
        denominator: u64,
    },
}

impl Ratio {
    /// The whole: 1/1.
    pub(crate) const WHOLE: Self = Self { numerator: 1, denominator: 1 };

    /// The share `numerator / denominator`, reduced to lowest terms.
    ///
    /// # Errors
    /// Unless `0 < numerator <= denominator <= MAX_DENOMINATOR`, checked in that order on the numbers as
    /// written.
    pub fn new(numerator: u64, denominator: u64) -> Result<Self, RatioError> {
        if numerator == 0 {
            return Err(RatioError::Zero { denominator });
        }
        if numerator > denominator {
            return Err(RatioError::AboveWhole { numerator, denominator });
        }
        if denominator > MAX_DENOMINATOR {
            return Err(RatioError::DenominatorTooLarge { numerator, denominator });
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        // The divisor is at least one because the numerator is, so neither division is ever undefined.
        Ok(Self {
            numerator: numerator.checked_div(divisor).unwrap_or(numerator),
            denominator: denominator.checked_div(divisor).unwrap_or(denominator),
        })
    }

    /// `whole` per cent, from 1 to 100.
    ///
    /// # Errors
    /// As [`Ratio::new`] of `whole` and 100.
    pub fn percent(whole: u64) -> Result<Self, RatioError> {
        Self::new(whole, 100)
    }

    /// The number above the line, in lowest terms: from 1 to the denominator.
    #[must_use]
    pub fn numerator(self) -> u64 {
        self.numerator
    }

    /// The number below the line, in lowest terms: from 1 to [`MAX_DENOMINATOR`].
    #[must_use]
    pub fn denominator(self) -> u64 {
        self.denominator
    }

    /// Whether `in_favour` is at least this share of `of`, or more than it when `strict`.
    ///
    /// Decided by multiplying out, `numerator * of <= denominator * in_favour`, never by dividing, hence
    /// exact for all numbers. A share of nothing is not met: the answer is `false` whenever `of` is zero.
    #[must_use]
    pub fn is_met(self, in_favour: u64, of: u64, strict: bool) -> bool {
        if of == 0 {
            return false;
        }
        // Below 2^30 times below 2^64 stays below 2^94, so neither product ever saturates.
        let needed = u128::from(self.numerator).saturating_mul(u128::from(of));
        let reached = u128::from(self.denominator).saturating_mul(u128::from(in_favour));
        if strict { needed < reached } else { needed <= reached }
    }
}

/// Euclid's algorithm. The remainder is `None` exactly when the second number has become zero.
pub(crate) fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while let Some(remainder) = a.checked_rem(b) {
        a = b;
        b = remainder;
    }
    a
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn reduces_to_lowest_terms() {
        for (written, lowest) in
            [((55, 100), (11, 20)), ((100, 100), (1, 1)), ((2, 3), (2, 3)), ((1, 1), (1, 1))]
        {
            let ratio = Ratio::new(written.0, written.1).unwrap();
            assert_eq!((ratio.numerator(), ratio.denominator()), lowest, "{written:?}");
        }
    }

    #[test]
    fn borders_of_what_is_a_ratio() {
        assert_eq!(Ratio::new(0, 5), Err(RatioError::Zero { denominator: 5 }));
        assert_eq!(Ratio::new(0, 0), Err(RatioError::Zero { denominator: 0 }));
        assert_eq!(Ratio::new(1, 0), Err(RatioError::AboveWhole { numerator: 1, denominator: 0 }));
        assert_eq!(Ratio::new(6, 5), Err(RatioError::AboveWhole { numerator: 6, denominator: 5 }));
        assert!(Ratio::new(5, 5).is_ok());
        assert!(Ratio::new(1, MAX_DENOMINATOR).is_ok());
        assert_eq!(
            Ratio::new(2, 1_000_000_001),
            Err(RatioError::DenominatorTooLarge { numerator: 2, denominator: 1_000_000_001 })
        );
        assert!(Ratio::percent(1).is_ok() && Ratio::percent(100).is_ok());
        assert!(Ratio::percent(0).is_err() && Ratio::percent(101).is_err());
    }

    #[test]
    fn met_one_below_at_and_one_above() {
        let ratio = Ratio::percent(65).unwrap();
        for (in_favour, at_least, more_than) in [(64, false, false), (65, true, false), (66, true, true)] {
            assert_eq!(ratio.is_met(in_favour, 100, false), at_least, "at least, {in_favour}");
            assert_eq!(ratio.is_met(in_favour, 100, true), more_than, "more than, {in_favour}");
        }
    }

    #[test]
    fn a_share_of_nothing_is_not_met() {
        assert!(!Ratio::percent(1).unwrap().is_met(0, 0, false));
        assert!(!Ratio::percent(100).unwrap().is_met(0, 0, true));
    }

    #[test]
    fn the_largest_numbers_stay_exact() {
        let ratio = Ratio::new(999_999_998, 999_999_999).unwrap();
        assert!(ratio.is_met(u64::MAX, u64::MAX, true));
        let whole = Ratio::new(1, 1).unwrap();
        assert!(!whole.is_met(u64::MAX, u64::MAX, true));
        assert!(!whole.is_met(u64::MAX - 1, u64::MAX, false));
    }

    #[test]
    fn errors_name_the_numbers() {
        let message = Ratio::new(101, 100).unwrap_err().to_string();
        assert_eq!(message, "a share must not be above the whole, found `101/100`");
    }
}
