//! A number of days that is known, has no end, or is not public.

use core::fmt;
use core::str::FromStr;

use quorate_charter::Period;

/// How long a stock lasts, or how long it takes to have something otherwise.
///
/// ```
/// use quorate_foresight::dependence::Days;
/// assert_eq!("90d".parse(), Ok(Days::Known(90)));
/// assert_eq!("not-public".parse(), Ok(Days::NotPublic));
/// assert!("90".parse::<Days>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Days {
    /// So many days.
    Known(u32),
    /// Never, or for ever.
    Endless,
    /// Nobody who may say so has said it.
    NotPublic,
}

/// A text that is not a number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("give whole days, as in `90d`, at most a hundred years; `none`, `never`, or `not-public`")]
pub struct DaysError;

/// A moment so far away that nothing comes after it.
pub(super) const FOREVER: u32 = u32::MAX;

impl Days {
    /// The fewest that it can be.
    pub(super) fn fewest(self) -> u32 {
        match self {
            Days::Known(days) => days,
            Days::Endless => FOREVER,
            Days::NotPublic => 0,
        }
    }

    /// The most that it can be.
    pub(super) fn most(self) -> u32 {
        match self {
            Days::Known(days) => days,
            Days::Endless | Days::NotPublic => FOREVER,
        }
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
