//! Writing an amount: the canonical string for records, and the grouped one for people.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::Money;
use crate::currency::Currency;

/// The digits of an amount that need not be within the limit of [`Money`], such as a sum of many. It shows the canonical
/// decimal string, with all digits of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    pub(crate) minor: i128,
    pub(crate) currency: Currency,
}

impl Decimal {
    /// So many minor units of a currency.
    #[must_use]
    pub const fn new(minor: i128, currency: Currency) -> Decimal {
        Decimal { minor, currency }
    }

    /// The digits before and after the point, without the sign; no digits after where there is no minor unit.
    fn digits(&self) -> (String, String) {
        let scale = usize::from(self.currency.scale());
        // One digit more than the scale, so that there is always one before the point.
        let mut whole = format!("{:0>1$}", self.minor.unsigned_abs(), scale.saturating_add(1));
        let decimals = whole.split_off(whole.len().saturating_sub(scale));
        (whole, decimals)
    }

    /// Writes the sign, the digits and `tail`. Width, alignment and fill hold; a precision does not, since an
    /// amount must never be shown cut short.
    fn write(&self, f: &mut fmt::Formatter<'_>, group: fn(&str) -> String, tail: &str) -> fmt::Result {
        let (whole, decimals) = self.digits();
        let point = if decimals.is_empty() { "" } else { "." };
        f.pad_integral(self.minor >= 0, "", &format!("{}{point}{decimals}{tail}", group(&whole)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |whole| whole.into(), "")
    }
}

impl From<Money> for Decimal {
    fn from(money: Money) -> Self {
        Self { minor: money.minor, currency: money.currency }
    }
}

/// The canonical decimal string without the code, as [`Money::parse_canonical`] reads it: `18000000000.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(*self).fmt(f)
    }
}

impl Money {
    /// Shows the canonical string and the code: `18000000000.00 USD`.
    #[must_use]
    pub fn with_code(self) -> WithCode {
        WithCode(self)
    }

    /// Shows the amount for people, digits in threes: `18 000 000 000.00 USD`. It is not read back.
    #[must_use]
    pub fn grouped(self) -> Grouped {
        Grouped(self)
    }
}

/// Shows an amount with its code; made by [`Money::with_code`].
#[derive(Clone, Copy, Debug)]
pub struct WithCode(Money);

impl fmt::Display for WithCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(self.0).write(f, |whole| whole.into(), &format!(" {}", self.0.currency))
    }
}

/// Shows an amount with its digits in threes and its code; made by [`Money::grouped`].
#[derive(Clone, Copy, Debug)]
pub struct Grouped(Money);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(self.0).write(f, in_threes, &format!(" {}", self.0.currency))
    }
}

/// Puts a space before every third digit from the right, but never first.
fn in_threes(digits: &str) -> String {
    let mut spaced = String::new();
    let mut left = digits.len();
    for digit in digits.chars() {
        if !spaced.is_empty() && left.is_multiple_of(3) {
            spaced.push(' ');
        }
        spaced.push(digit);
        left = left.saturating_sub(1);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn money(minor: i128, code: &str) -> Money {
        Money::new(minor, Currency::from_code(code).unwrap()).unwrap()
    }

    #[test]
    fn one_row_per_form() {
        let rows = [
            (1_800_000_000_000, "USD", "18000000000.00", "18 000 000 000.00 USD"),
            (99_999, "USD", "999.99", "999.99 USD"),
            (100_000, "USD", "1000.00", "1 000.00 USD"),
            (-100_000, "USD", "-1000.00", "-1 000.00 USD"),
            (0, "USD", "0.00", "0.00 USD"),
            (-1, "USD", "-0.01", "-0.01 USD"),
            (10, "USD", "0.10", "0.10 USD"),
            (0, "JPY", "0", "0 JPY"),
            (1_234_567, "JPY", "1234567", "1 234 567 JPY"),
            (1_234_567, "KWD", "1234.567", "1 234.567 KWD"),
            (1_234_567, "UYW", "123.4567", "123.4567 UYW"),
        ];
        for (minor, code, canonical, grouped) in rows {
            let money = money(minor, code);
            assert_eq!(money.to_string(), canonical);
            assert_eq!(money.with_code().to_string(), format!("{canonical} {code}"));
            assert_eq!(money.grouped().to_string(), grouped);
            assert_eq!(Money::parse_canonical(canonical, money.currency()), Ok(money));
        }
    }

    #[test]
    fn a_column_lines_up_and_is_never_cut_short() {
        assert_eq!(format!("{:>9}|", money(-1_850, "USD")), "   -18.50|");
        assert_eq!(format!("{:<9}|", money(1_850, "USD").with_code()), "18.50 USD|");
        assert_eq!(format!("{:.1}", money(1_850, "USD")), "18.50");
    }

    #[test]
    fn sums_beyond_the_limit_are_shown_too() {
        let currency = Currency::from_code("USD").unwrap();
        let shown = Decimal { minor: i128::MIN, currency }.to_string();
        assert_eq!(shown, "-1701411834604692317316873037158841057.28");
    }
}
