//! Simple interest, exact until the one place at which it is rounded.

use crate::rate::half_even;

/// The largest yearly rate, in hundredths of a per cent: 100 %.
pub const MAX_YEARLY: u32 = 10_000;

/// A part of one percentage point and of a year of days: what a rate of one hundredth of a per cent is divided by.
const HUNDREDTHS: i128 = 10_000;

/// Simple interest on `unit_days`, the sum of so many smallest units for so many days each, at `yearly` hundredths of a
/// per cent for a year that counts as `year` days. Whatever many parts it is for, it is rounded once, to the nearest
/// unit, and halves to the even one.
///
/// `None` if it cannot be counted, is below nothing, or a year has no days.
///
/// ```
/// use quorate_ledger::simple_interest;
///
/// // 1000.00 for 90 days at 4 % of a year of 360 days.
/// assert_eq!(simple_interest(100_000 * 90, 400, 360), Some(1_000));
/// assert_eq!(simple_interest(100_000 * 90, 400, 365), Some(986));
/// ```
#[must_use]
pub fn simple_interest(unit_days: i128, yearly: u32, year: u32) -> Option<i128> {
    let over = unit_days.checked_mul(i128::from(yearly)).filter(|over| *over >= 0)?;
    let under = HUNDREDTHS.checked_mul(i128::from(year)).filter(|under| *under > 0)?;
    Some(half_even(over, under))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_goes_to_the_even_unit_and_less_or_more_to_the_nearest() {
        // At 100 % of a year of one day, 10 000 hundredths: a unit for a day is a unit; halves need a rate of 50 %.
        for (units, interest) in [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3), (7, 4)] {
            assert_eq!(simple_interest(units, 5_000, 1), Some(interest), "{units}");
        }
        for (unit_days, interest) in [(17_999, 0), (18_000, 0), (18_001, 1), (53_999, 1), (54_000, 2)] {
            assert_eq!(simple_interest(unit_days, 100, 360), Some(interest), "{unit_days}");
        }
    }

    #[test]
    fn the_largest_sums_are_counted_or_none() {
        // 10^18 units overdue for a hundred years at 100 %: what no fund will see.
        let most = 1_000_000_000_000_000_000_i128 * 36_500;
        assert_eq!(simple_interest(most, MAX_YEARLY, 365), Some(100_000_000_000_000_000_000));
        assert_eq!(simple_interest(i128::MAX, 2, 360), None);
        assert_eq!(simple_interest(1, 1, 0), None);
    }
}
