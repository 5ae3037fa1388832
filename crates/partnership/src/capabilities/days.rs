//! A number of days that is known, has no end, or is not public.

use core::fmt;
use core::str::FromStr;

use minicbor::{Decode, Encode};
use quorate_charter::Period;

/// The most days that are known: a hundred years.
pub const MAX_DAYS: u32 = 36_525;

/// How long a stock lasts, or how long it takes to have something otherwise.
///
/// ```
/// use quorate_partnership::capabilities::Days;
/// assert_eq!("90d".parse(), Ok(Days::Known(90)));
/// assert_eq!("not-public".parse(), Ok(Days::NotPublic));
/// assert!("90".parse::<Days>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(flat)]
pub enum Days {
    /// So many days.
    #[n(0)]
    Known(#[n(0)] u32),
    /// Never, or for ever.
    #[n(1)]
    Endless,
    /// Nobody who may say so has said it.
    #[n(2)]
    NotPublic,
}

/// A text that is not a number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("give whole days, as in `90d`, at most a hundred years; `none`, `never`, or `not-public`")]
pub struct DaysError;

impl Days {
    /// How long goes on what is left out: not public of what is in somebody's hands; what only stands for the things of which it
    /// is made has no stock but theirs.
    #[must_use]
    pub const fn lasts_left_out(is_held: bool) -> Days {
        if is_held { Days::NotPublic } else { Days::Known(0) }
    }

    /// When can be had otherwise what is left out: not public of what is in somebody's hands; what only stands for the things of
    /// which it is made has no replacement but theirs.
    #[must_use]
    pub const fn replaced_left_out(is_held: bool) -> Days {
        if is_held { Days::NotPublic } else { Days::Endless }
    }

    /// Whether it is not more than a hundred years, if it is known.
    pub(super) fn is_bounded(self) -> bool {
        !matches!(self, Days::Known(days) if days > MAX_DAYS)
    }
}

impl FromStr for Days {
    type Err = DaysError;

    fn from_str(text: &str) -> Result<Days, DaysError> {
        match text {
            "none" => Ok(Days::Known(0)),
            "never" => Ok(Days::Endless),
            "not-public" => Ok(Days::NotPublic),
            _ => {
                let period: Period = text.parse().map_err(|_| DaysError)?;
                match (period.hours().checked_div(24), period.hours().checked_rem(24)) {
                    (Some(days), Some(0)) => u32::try_from(days).map(Days::Known).map_err(|_| DaysError),
                    _ => Err(DaysError),
                }
            }
        }
    }
}

/// When something can be had otherwise, as it is written in a text: as [`Days`] are, but for `at-once`. `none` would be taken for
/// no replacement at all, which is `never`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplacedIn(pub Days);

/// A text that does not say when something can be had otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("give whole days, as in `1500d`, at most a hundred years; `at-once`, `never`, or `not-public`")]
pub struct ReplacedInError;

impl FromStr for ReplacedIn {
    type Err = ReplacedInError;

    fn from_str(text: &str) -> Result<ReplacedIn, ReplacedInError> {
        match text {
            "at-once" => Ok(ReplacedIn(Days::Known(0))),
            "none" => Err(ReplacedInError),
            days => days.parse().map(ReplacedIn).map_err(|_| ReplacedInError),
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Days::Known(1) => f.write_str("1 day"),
            Days::Known(days) => write!(f, "{days} days"),
            Days::Endless => f.write_str("never"),
            Days::NotPublic => f.write_str("not public"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_no_more_than_a_rule_allows() {
        assert_eq!("36525d".parse(), Ok(Days::Known(MAX_DAYS)));
        for wrong in ["36526d", "25h", "0d", "90", "", "-1d"] {
            assert_eq!(wrong.parse::<Days>(), Err(DaysError), "{wrong:?}");
        }
        for (text, days) in [("at-once", Days::Known(0)), ("90d", Days::Known(90)), ("never", Days::Endless)]
        {
            assert_eq!(text.parse(), Ok(ReplacedIn(days)));
        }
        assert_eq!(
            "none".parse::<ReplacedIn>(),
            Err(ReplacedInError),
            "no replacement, or none of the time?"
        );
        assert_eq!("at-once".parse::<Days>(), Err(DaysError));
        assert!(Days::Known(MAX_DAYS).is_bounded() && Days::Endless.is_bounded());
        assert!(!Days::Known(MAX_DAYS + 1).is_bounded());
    }
}
