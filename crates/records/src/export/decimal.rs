//! Minor units as text, also where they are more than one amount may be.

use alloc::format;
use alloc::string::String;

use quorate_ledger::Currency;

/// Minor units as a decimal string with all digits of the currency.
pub(super) fn decimal(minor: i128, currency: Currency) -> String {
    let scale = usize::from(currency.scale());
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = scale.saturating_add(1));
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, part) = digits.split_at_checked(digits.len().saturating_sub(scale)).unwrap_or_default();
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_of_the_currency_stands() {
        let currency = |code| Currency::from_code(code).unwrap();
        for (minor, code, text) in [
            (0, "USD", "0.00"),
            (5, "USD", "0.05"),
            (-105, "USD", "-1.05"),
            (0, "JPY", "0"),
            (-7, "JPY", "-7"),
            (1, "BHD", "0.001"),
            (12_345, "BHD", "12.345"),
        ] {
            assert_eq!(decimal(minor, currency(code)), text);
        }
    }
}
