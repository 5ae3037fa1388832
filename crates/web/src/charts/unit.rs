//! Numbers as they stand in charts.

use quorate_records::words::Language;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Whole things, days among them.
    Whole,
    /// Thousandths, which are shown as per cent.
    PerMille,
    /// Thousandths, which are shown as a decimal number.
    Thousandths,
}

impl Unit {
    /// A number in a table or beside what is drawn, to a tenth of a per cent.
    #[must_use]
    pub(crate) fn says(self, value: i64, language: Language) -> String {
        match self {
            Unit::Whole => signed(value, &value.unsigned_abs().to_string()),
            Unit::PerMille => format!("{}\u{a0}%", tenths(value, language)),
            Unit::Thousandths => thousandths(value, language),
        }
    }

    /// A number at an axis: without the tenths where there are none.
    pub(super) fn tick(self, value: i64, language: Language) -> String {
        match (self, value.checked_rem(10), value.checked_div(10)) {
            (Unit::PerMille, Some(0), Some(whole)) => {
                format!("{}\u{a0}%", signed(whole, &whole.unsigned_abs().to_string()))
            }
            _ => self.says(value, language),
        }
    }
}

/// A share, to the nearest tenth of a per cent. What was met at all is never shown as none, and what was not always never as all.
#[must_use]
pub(crate) fn share(count: u64, all: u64, language: Language) -> String {
    match per_mille(count, all) {
        0 if count > 0 => format!("< {}\u{a0}%", tenths(1, language)),
        1000 if count < all => format!("> {}\u{a0}%", tenths(999, language)),
        per_mille => Unit::PerMille.says(per_mille, language),
    }
}

/// A share per mille, to the nearest, for what is drawn.
pub(super) fn per_mille(count: u64, all: u64) -> i64 {
    nearest(count, all, 1000)
}

/// So many parts of a whole, to the nearest.
fn nearest(count: u64, all: u64, parts: u32) -> i64 {
    let (count, all, parts) = (u128::from(count), u128::from(all), u128::from(parts));
    let half = all.checked_div(2).unwrap_or_default();
    let nearest = count.saturating_mul(parts).saturating_add(half).checked_div(all).unwrap_or_default();
    i64::try_from(nearest.min(parts)).unwrap_or_default()
}

/// A share in whole hundredths, to the nearest, with the same two exceptions as [`share`].
pub(super) fn hundredths(count: u64, all: u64) -> i64 {
    match nearest(count, all, 100) {
        0 if count > 0 => 1,
        100 if count < all => 99,
        rounded => rounded,
    }
}

fn mark(language: Language) -> char {
    if language == Language::French { ',' } else { '.' }
}

/// Without the zeros at its end.
fn thousandths(value: i64, language: Language) -> String {
    let size = value.unsigned_abs();
    let (whole, rest) =
        (size.checked_div(1000).unwrap_or_default(), size.checked_rem(1000).unwrap_or_default());
    let rest = format!("{rest:03}");
    let text = match rest.trim_end_matches('0') {
        "" => whole.to_string(),
        rest => format!("{whole}{}{rest}", mark(language)),
    };
    signed(value, &text)
}

fn tenths(value: i64, language: Language) -> String {
    signed(value, &decimal(value.unsigned_abs(), 1, language))
}

/// A number with so many places behind the mark, of units of the last.
#[must_use]
pub(crate) fn decimal(parts: u64, places: u32, language: Language) -> String {
    let one = 10_u64.saturating_pow(places);
    let (whole, rest) =
        (parts.checked_div(one).unwrap_or_default(), parts.checked_rem(one).unwrap_or_default());
    let width = usize::try_from(places).unwrap_or_default();
    format!("{whole}{}{rest:0width$}", mark(language))
}

/// With the sign that is as wide as a figure.
fn signed(value: i64, text: &str) -> String {
    if value < 0 { format!("\u{2212}{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_are_told_without_zeros_at_the_end() {
        let told = [0, 5, 1_500, -250, 12_000].map(|value| Unit::Thousandths.says(value, Language::English));
        assert_eq!(told, ["0", "0.005", "1.5", "\u{2212}0.25", "12"]);
        assert_eq!(Unit::Thousandths.says(1_500, Language::French), "1,5");
        assert_eq!(Unit::PerMille.says(-1, Language::French), "\u{2212}0,1\u{a0}%");
    }
}
