//! From values to places, ten to a pixel.

use std::num::Saturating;

/// A place or a length: a tenth of a pixel. Nothing that is reckoned with it wraps.
pub(super) type P = Saturating<i64>;

/// The width of every chart.
pub(super) const WIDE: P = Saturating(4800);

/// The width of a figure, in the large letters of a phone.
pub(super) const LETTER: P = Saturating(106);

/// So many of a thing, as a length.
pub(super) fn many(count: usize) -> P {
    Saturating(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A part of a length; nothing, where there are no parts.
pub(super) fn part(of: P, parts: P) -> P {
    Saturating(of.0.checked_div(parts.0).unwrap_or_default())
}

/// Values along a line.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    values: (i64, i64),
    places: (P, P),
}

impl Scale {
    /// From the first to the last of these values, between these places.
    pub(super) fn of(ticks: &[i64], places: (P, P)) -> Scale {
        let values = (ticks.first().copied().unwrap_or(0), ticks.last().copied().unwrap_or(1));
        Scale { values, places }
    }

    /// Where a value is; what lies beyond the ends is shown at the end.
    pub(super) fn at(&self, value: i64) -> P {
        let ((from, to), (start, end)) = (self.values, self.places);
        let value = value.clamp(from.min(to), to.max(from));
        let wide = |one: i64, other: i64| i128::from(one).saturating_sub(i128::from(other));
        let moved = wide(value, from).saturating_mul(wide(end.0, start.0)).checked_div(wide(to, from));
        start + Saturating(moved.and_then(|moved| i64::try_from(moved).ok()).unwrap_or_default())
    }
}

/// Round values for an axis, a few, which hold all between these two: two at the least.
pub(super) fn ticks(one: i64, other: i64, few: i64) -> Vec<i64> {
    let (least, most) = (i128::from(one.min(other)), i128::from(one.max(other)));
    let few = i128::from(few.max(1));
    let span = most.saturating_sub(least);
    let step = round(span.saturating_add(few).saturating_sub(1).div_euclid(few));
    let first = least.div_euclid(step);
    let last = most.saturating_add(step).saturating_sub(1).div_euclid(step).max(first.saturating_add(1));
    let value = |times: i128| i64::try_from(times.saturating_mul(step));
    (first..=last).map(|times| value(times).unwrap_or(if times < 0 { i64::MIN } else { i64::MAX })).collect()
}

/// The least of 1, 2, 5, 10, 20, 50 and so on that is not less.
pub(super) fn round(least: i128) -> i128 {
    let mut ten = 1_i128;
    loop {
        let found = [1, 2, 5].into_iter().map(|times| ten.saturating_mul(times)).find(|step| *step >= least);
        match found {
            Some(step) => return step,
            None => ten = ten.saturating_mul(10),
        }
    }
}
