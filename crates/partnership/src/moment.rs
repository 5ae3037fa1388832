//! Agreed time: it arrives with the block and is the same for every node.

use minicbor::{Decode, Encode};
use quorate_charter::Period;

const MILLIS_A_DAY: u64 = 86_400_000;

/// A point in agreed time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// ```
/// use quorate_partnership::Moment;
/// let noon = Moment(43_200_000);
/// assert_eq!(noon.plus("12h".parse().unwrap()), Moment(86_400_000));
/// assert_eq!(noon.day().0, 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Moment(#[n(0)] pub u64);

impl Moment {
    /// This moment and a period after it. Stops at the end of time rather than wrap.
    #[must_use]
    pub fn plus(self, period: Period) -> Moment {
        Moment(self.0.saturating_add(period.millis()))
    }

    /// Milliseconds from an earlier moment to this one; none if it is later.
    #[must_use]
    pub fn since(self, earlier: Moment) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The first day that begins at this moment or after it.
    #[must_use]
    pub fn next_day(self) -> Day {
        let day = self.day();
        if day.begins() == self { day } else { Day(day.0.saturating_add(1)) }
    }

    /// The day (UTC) on which this moment falls.
    #[must_use]
    pub fn day(self) -> Day {
        let days = self.0.checked_div(MILLIS_A_DAY).unwrap_or_default();
        Day(u32::try_from(days).unwrap_or(u32::MAX))
    }
}

/// A calendar day: days since 1970-01-01. Effective dates and value dates are days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Day(#[n(0)] pub u32);

impl Day {
    /// The first moment of the day (UTC).
    #[must_use]
    pub fn begins(self) -> Moment {
        Moment(u64::from(self.0).saturating_mul(MILLIS_A_DAY))
    }

    /// The year in which the day falls, by the Gregorian calendar.
    #[must_use]
    pub fn year(self) -> u32 {
        // No year is longer than 366 days, so that this is the day's year or one before it.
        let mut year = self.0.checked_div(366).unwrap_or_default().saturating_add(1970);
        while Day::first_of(year.saturating_add(1)) <= self {
            year = year.saturating_add(1);
        }
        year
    }

    /// The first day of a year from 1970 on.
    #[must_use]
    pub fn first_of(year: u32) -> Day {
        let before = u64::from(year).saturating_sub(1);
        let multiples = |of: u64| before.checked_div(of).unwrap_or_default();
        // Leap years until 1969: 492 - 19 + 4.
        let leap = multiples(4).saturating_sub(multiples(100)).saturating_add(multiples(400));
        let days = before.saturating_sub(1969).saturating_mul(365).saturating_add(leap.saturating_sub(477));
        Day(u32::try_from(days).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn years_begin_where_the_calendar_says() {
        for (year, first) in
            [(1970, 0), (1972, 730), (1973, 1096), (2000, 10_957), (2001, 11_323), (2027, 20_819)]
        {
            assert_eq!(Day::first_of(year), Day(first), "{year}");
            assert_eq!(Day(first).year(), year);
            if let Some(before) = first.checked_sub(1) {
                assert_eq!(Day(before).year(), year - 1);
            }
        }
    }
}
