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
    /// Tenths, which are shown as a decimal number.
    Tenths,
}

impl Unit {
    /// A number in a table or beside what is drawn, to a tenth of a per cent.
    #[must_use]
    pub(crate) fn says(self, value: i64, language: Language) -> String {
        match self {
            Unit::Whole => signed(value, &value.unsigned_abs().to_string()),
            Unit::PerMille => format!("{}\u{a0}%", tenths(value, language)),
            Unit::Thousandths => thousandths(value, language),
            Unit::Tenths => tenths(value, language),
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

/// A share, to a tenth of a per cent. What was met at all is never shown as none, and what was not always never as all.
#[must_use]
pub(crate) fn share(count: u64, all: u64, language: Language) -> String {
    let per_mille = u128::from(count).saturating_mul(1000).checked_div(u128::from(all)).unwrap_or_default();
    match i64::try_from(per_mille).unwrap_or(i64::MAX) {
        0 if count > 0 => format!("< {}\u{a0}%", tenths(1, language)),
        per_mille => Unit::PerMille.says(per_mille, language),
    }
}

/// A share per mille, for what is drawn.
pub(super) fn per_mille(count: u64, all: u64) -> i64 {
    let per_mille = u128::from(count).saturating_mul(1000).checked_div(u128::from(all)).unwrap_or_default();
    i64::try_from(per_mille.min(1000)).unwrap_or(1000)
}

/// A share in whole hundredths, to the nearest, with the same two exceptions as [`share`].
pub(super) fn hundredths(count: u64, all: u64) -> i64 {
    match per_mille(count, all).saturating_add(5).div_euclid(10) {
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
    let mark = mark(language);
    let value_of = value.unsigned_abs();
    let (whole, rest) =
        (value_of.checked_div(10).unwrap_or_default(), value_of.checked_rem(10).unwrap_or_default());
    signed(value, &format!("{whole}{mark}{rest}"))
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
