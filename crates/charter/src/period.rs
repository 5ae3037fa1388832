//! Lengths of time, as articles give them.

use core::fmt;
use core::str::FromStr;

const MILLIS_AN_HOUR: u64 = 3_600_000;
const HOURS_A_DAY: u64 = 24;
/// One hundred years: no article, story or credential needs more.
const MOST_HOURS: u64 = 876_600;

/// A length of time in whole hours, from one hour to a hundred years: `72h`, `5d`.
///
/// A day is 24 hours; deadlines do not know time zones or clock changes.
///
/// ```
/// use quorate_charter::Period;
/// let five_days: Period = "5d".parse().unwrap();
/// assert_eq!(five_days.hours(), 120);
/// assert_eq!(five_days.to_string(), "5 days");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    hours: u64,
}

/// A text that is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Neither hours nor days.
    #[error("a period is a whole number of hours or days, as in `72h` or `5d`")]
    Form,
    /// Zero, or longer than a hundred years.
    #[error("a period is at least one hour and at most a hundred years")]
    Range,
}

impl Period {
    /// A period of whole hours.
    ///
    /// # Errors
    /// [`PeriodError::Range`] for zero, and for more than a hundred years.
    pub const fn of_hours(hours: u64) -> Result<Period, PeriodError> {
        if hours == 0 || hours > MOST_HOURS { Err(PeriodError::Range) } else { Ok(Period { hours }) }
    }

    /// The whole period in hours.
    #[must_use]
    pub const fn hours(self) -> u64 {
        self.hours
    }

    /// The whole period in milliseconds.
    #[must_use]
    pub const fn millis(self) -> u64 {
        self.hours.saturating_mul(MILLIS_AN_HOUR)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        let (digits, unit) = match (text.strip_suffix('h'), text.strip_suffix('d')) {
            (Some(digits), _) => (digits, 1),
            (_, Some(digits)) => (digits, HOURS_A_DAY),
            _ => return Err(PeriodError::Form),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PeriodError::Form);
        }
        let count: u64 = digits.parse().map_err(|_| PeriodError::Range)?;
        Period::of_hours(count.checked_mul(unit).ok_or(PeriodError::Range)?)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match (self.hours.checked_div(HOURS_A_DAY), self.hours.checked_rem(HOURS_A_DAY)) {
            (Some(days), Some(0)) if days >= 5 => (days, "day"),
            _ => (self.hours, "hour"),
        };
        write!(f, "{count} {unit}{}", if count == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn hours_and_days_are_read_and_written() {
        assert_eq!("72h".parse::<Period>().unwrap().to_string(), "72 hours");
        assert_eq!("1h".parse::<Period>().unwrap().to_string(), "1 hour");
        assert_eq!("730d".parse::<Period>().unwrap().to_string(), "730 days");
        assert_eq!("1h".parse::<Period>().unwrap().millis(), 3_600_000);
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for wrong in ["", "h", "72", "7.5h", "-1h", "+1h", "72 h", "72H", "1w", "٣h"] {
            assert_eq!(wrong.parse::<Period>(), Err(PeriodError::Form), "{wrong:?}");
        }
        for wrong in ["0h", "0d", "876601h", "99999999999999999999h", "999999999999999999d"] {
            assert_eq!(wrong.parse::<Period>(), Err(PeriodError::Range), "{wrong:?}");
        }
        assert!("876600h".parse::<Period>().is_ok());
    }
}
