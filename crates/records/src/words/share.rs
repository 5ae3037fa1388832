//! Shares in per cent, for people: rounded, but never to the other side of the bar.

use alloc::format;
use alloc::string::String;

use quorate_voting::{Ratio, Strictness};

/// What part of a base is in favour, in per cent: one decimal, and more where one would show a share that
/// falls short as if it reached the bar, or the reverse. Exact integers decide; this only shows.
///
/// ```
/// use quorate_records::words::percent;
/// use quorate_voting::{Ratio, Strictness::AtLeast};
/// let bar = Ratio::percent(65).unwrap();
/// assert_eq!(percent(137_777_653, 221_294_252, bar, AtLeast), "62.3");
/// assert_eq!(percent(64_999, 100_000, bar, AtLeast), "64.999");
/// ```
#[must_use]
pub fn percent(in_favour: u64, of: u64, bar: Ratio, strictness: Strictness) -> String {
    let met = bar.is_met(in_favour, of, strictness.is_strict());
    for digits in 1..=MOST_DIGITS {
        // A share of nothing is shown as none.
        let Some((shown, scale)) = rounded(in_favour, of, digits) else { return decimal(0, 1) };
        if bar.is_met(shown, scale, strictness.is_strict()) == met {
            return decimal(shown, digits);
        }
    }
    // So near the bar that the nearest number always stands on its other side: the next one on this side.
    let (below, _) = cut(in_favour, of, MOST_DIGITS).unwrap_or_default();
    decimal(if met { below.saturating_add(1) } else { below }, MOST_DIGITS)
}

/// More digits than these do not make a share clearer.
const MOST_DIGITS: u32 = 6;

/// The bar itself, in per cent.
#[must_use]
pub fn needed(bar: Ratio) -> String {
    let (numerator, denominator) = (bar.numerator(), bar.denominator());
    match rounded(numerator, denominator, 2) {
        Some((shown, _)) if shown.checked_rem(100) == Some(0) => {
            format!("{} %", shown.checked_div(100).unwrap_or_default())
        }
        Some((shown, scale))
            if u128::from(shown).checked_mul(u128::from(denominator))
                == u128::from(numerator).checked_mul(u128::from(scale)) =>
        {
            format!("{} %", decimal(shown, 2))
        }
        _ => format!("{numerator}/{denominator}"),
    }
}

/// The nearest number of units of 10^-digits per cent, and how many units are the whole.
fn rounded(part: u64, whole: u64, digits: u32) -> Option<(u64, u64)> {
    let scale = 10_u64.checked_pow(digits)?.checked_mul(100)?;
    let (part, whole) = (u128::from(part), u128::from(whole));
    let doubled = part.checked_mul(u128::from(scale))?.checked_mul(2)?.checked_add(whole)?;
    let shown = doubled.checked_div(whole.checked_mul(2)?)?;
    Some((u64::try_from(shown).ok()?, scale))
}

/// The same, cut off instead of rounded.
fn cut(part: u64, whole: u64, digits: u32) -> Option<(u64, u64)> {
    let scale = 10_u64.checked_pow(digits)?.checked_mul(100)?;
    let shown = u128::from(part).checked_mul(u128::from(scale))?.checked_div(u128::from(whole))?;
    Some((u64::try_from(shown).ok()?, scale))
}

fn decimal(shown: u64, digits: u32) -> String {
    let scale = 10_u64.checked_pow(digits).unwrap_or(1);
    let (whole, part) =
        (shown.checked_div(scale).unwrap_or_default(), shown.checked_rem(scale).unwrap_or_default());
    let width = usize::try_from(digits).unwrap_or_default();
    format!("{whole}.{part:0width$}")
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use Strictness::{AtLeast, MoreThan};

    #[test]
    fn a_share_is_never_shown_on_the_other_side_of_the_bar() {
        let bar = Ratio::percent(65).unwrap();
        assert_eq!(percent(65, 100, bar, AtLeast), "65.0");
        assert_eq!(percent(649_999, 1_000_000, bar, AtLeast), "64.9999");
        assert_eq!(percent(650_001, 1_000_000, bar, AtLeast), "65.0");
        let half = Ratio::percent(50).unwrap();
        assert_eq!(percent(50, 100, half, MoreThan), "50.0");
        assert_eq!(percent(500_001, 1_000_000, half, MoreThan), "50.0001");
        assert_eq!(percent(0, 3, half, MoreThan), "0.0");
    }

    #[test]
    fn at_a_bar_that_no_decimals_reach_the_next_share_on_the_same_side_is_shown() {
        let two_thirds = Ratio::new(2, 3).unwrap();
        assert_eq!(percent(2, 3, two_thirds, AtLeast), "66.7");
        assert_eq!(percent(2, 3, two_thirds, MoreThan), "66.666666");
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(percent(1, 3, third, AtLeast), "33.333334");
        let fine = 1 << 53;
        assert_eq!(percent(fine / 2 - 1, fine, Ratio::percent(50).unwrap(), AtLeast), "49.999999");
        assert_eq!(percent(fine / 2 + 1, fine, Ratio::percent(50).unwrap(), MoreThan), "50.000001");
    }

    #[test]
    fn of_nothing_nothing_is_in_favour() {
        assert_eq!(percent(0, 0, Ratio::percent(65).unwrap(), AtLeast), "0.0");
    }

    #[test]
    fn the_whole_is_a_hundred() {
        let most = 200 << 53;
        assert_eq!(percent(most, most, Ratio::percent(100).unwrap(), AtLeast), "100.0");
        assert_eq!(percent(most - 1, most, Ratio::percent(100).unwrap(), AtLeast), "99.999999");
        assert_eq!(percent(u64::MAX, u64::MAX, Ratio::percent(1).unwrap(), AtLeast), "100.0");
    }

    #[test]
    fn the_bar_is_shown_exactly() {
        assert_eq!(needed(Ratio::percent(65).unwrap()), "65 %");
        assert_eq!(needed(Ratio::new(2, 3).unwrap()), "2/3");
        assert_eq!(needed(Ratio::new(665, 1000).unwrap()), "66.50 %");
    }
}
