//! Amounts: writing and reading are each other's inverse, and no text does harm.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use proptest::prelude::*;
use quorate_ledger::{Currency, MAX_MINOR, Money};

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::all().collect::<Vec<_>>())
}

fn money() -> impl Strategy<Value = Money> {
    let minor = prop_oneof![-2_000_i128..2_000, -MAX_MINOR..=MAX_MINOR];
    (minor, currency()).prop_map(|(minor, currency)| Money::new(minor, currency).unwrap())
}

/// Texts that are nearly amounts.
fn nearly() -> impl Strategy<Value = String> {
    prop_oneof!["[-+0-9., ]{0,12}", "-?[0-9]{1,25}(\\.[0-9]{0,5})?", any::<String>()]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(money in money()) {
        let text = money.to_string();
        prop_assert_eq!(Money::parse_canonical(&text, money.currency()), Ok(money));
        prop_assert_eq!(Money::parse(&text, money.currency()), Ok(money));
        let code = money.currency().code();
        prop_assert_eq!(money.with_code().to_string(), format!("{text} {code}"));
        prop_assert_eq!(money.grouped().to_string().replace(' ', ""), format!("{text}{code}"));
    }

    #[test]
    fn only_the_canonical_text_is_read_as_canonical(text in nearly(), currency in currency()) {
        if let Ok(money) = Money::parse_canonical(&text, currency) {
            prop_assert_eq!(money.to_string(), text);
        } else if let Ok(money) = Money::parse(&text, currency) {
            // Read, but in short: its canonical form goes on with the point and zeros.
            prop_assert!(money.to_string().starts_with(&text));
            prop_assert!(money.to_string()[text.len()..].chars().all(|c| matches!(c, '.' | '0')));
        }
    }

    #[test]
    fn sums_are_those_of_integers(left in money(), right in -MAX_MINOR..=MAX_MINOR) {
        let right = Money::new(right, left.currency()).unwrap();
        let new = |minor| Money::new(minor, left.currency());
        prop_assert_eq!(left.checked_add(right), new(left.minor() + right.minor()));
        prop_assert_eq!(left.checked_sub(right), new(left.minor() - right.minor()));
        prop_assert_eq!(left.checked_neg(), new(-left.minor()));
    }
}
