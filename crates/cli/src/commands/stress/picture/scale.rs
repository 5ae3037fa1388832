//! How amounts become heights, and how they are written.

use super::super::Found;
use super::{HIGH, bars};

/// About so many marks along the axis.
const FEW: i128 = 5;

/// How amounts become heights, and how they are written.
pub(super) struct Scale {
    top: i128,
    /// How many marks the axis has above nothing.
    marks: i128,
    /// From one mark of the axis to the next, in tenths of a unit.
    step: i128,
    /// Minor units of one unit that is written.
    unit: i128,
    pub(super) says: String,
}

impl Scale {
    pub(super) fn of(found: &Found) -> Scale {
        let bars = found.ladder.rows.iter().flat_map(bars);
        let due = found.ladder.rows.iter().map(|row| row.rung.due);
        let most = bars.map(|bar| bar.there.max(0).saturating_add(bar.signed)).chain(due).max().unwrap_or(1);
        let currency = found.world.currency();
        Scale::to(most, u32::from(currency.scale()), currency.code())
    }

    /// That of amounts up to this.
    pub(super) fn to(most: i128, places: u32, code: &str) -> Scale {
        let one = 10_i128.saturating_pow(places);
        let sizes =
            [(1_000_000_000_i128, "billions of "), (1_000_000, "millions of "), (1_000, "thousands of ")];
        let size = sizes.iter().find(|(size, _)| most >= one.saturating_mul(*size));
        let (size, name) = size.copied().unwrap_or((1, ""));
        let says = format!("{name}{code}");
        let unit = one.saturating_mul(size);
        let tenths = most.saturating_mul(10).saturating_add(unit).saturating_sub(1);
        let tenths = tenths.checked_div(unit).unwrap_or_default().max(1);
        // Where a unit has no tenths, only whole ones are marked.
        let least = if unit < 10 { 10 } else { 1 };
        let step = round(tenths.checked_div(FEW).unwrap_or_default().max(least));
        let marks = tenths.saturating_add(step).saturating_sub(1).checked_div(step).unwrap_or(1);
        let scale = Scale { top: most, marks, step, unit, says };
        Scale { top: scale.mark(marks).max(most).max(1), ..scale }
    }

    /// The amounts at the marks of the axis, from nothing.
    pub(super) fn marks(&self) -> impl Iterator<Item = i128> + '_ {
        (0..=self.marks).map(|at| self.mark(at))
    }

    /// The amount at a mark.
    fn mark(&self, at: i128) -> i128 {
        at.saturating_mul(self.step).saturating_mul(self.unit).checked_div(10).unwrap_or_default()
    }

    pub(super) fn height(&self, minor: i128) -> i128 {
        minor.max(0).saturating_mul(HIGH).checked_div(self.top).unwrap_or_default()
    }

    /// With one decimal, rounded towards nothing.
    pub(super) fn says(&self, minor: i128) -> String {
        let tenths = minor.saturating_mul(10).checked_div(self.unit).unwrap_or_default();
        let (whole, rest) =
            (tenths.checked_div(10).unwrap_or_default(), tenths.checked_rem(10).unwrap_or_default());
        let sign = if tenths < 0 { "\u{2212}" } else { "" };
        format!("{sign}{}.{}", whole.unsigned_abs(), rest.unsigned_abs())
    }
}

/// The least of 1, 2, 5, 10, 20, 50 and so on that is not less.
fn round(least: i128) -> i128 {
    let tens = std::iter::successors(Some(1_i128), |ten| ten.checked_mul(10));
    let mut steps = tens.flat_map(|ten| [1, 2, 5].map(|times: i128| ten.saturating_mul(times)));
    steps.find(|step| *step >= least).unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_has_round_marks_up_to_the_most() {
        for (most, places, marks) in [
            (498_000_000_000, 2, vec!["0.0", "1.0", "2.0", "3.0", "4.0", "5.0"]),
            (1_300_000, 2, vec!["0.0", "5.0", "10.0", "15.0"]),
            (7, 0, vec!["0.0", "2.0", "4.0", "6.0", "8.0"]),
            (0, 2, vec!["0.0", "0.1"]),
        ] {
            let scale = Scale::to(most, places, "USD");
            let told: Vec<String> = scale.marks().map(|minor| scale.says(minor)).collect();
            assert_eq!(told, marks, "{most}");
            assert!(scale.top >= most && scale.height(most) <= HIGH);
        }
        assert_eq!(Scale::to(500, 2, "USD").says(-150), "\u{2212}1.5");
    }
}
