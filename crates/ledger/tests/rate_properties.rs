//! Converting, against a computation in decimal digits that knows nothing of the size of machine numbers.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use proptest::prelude::*;
use quorate_ledger::{Currency, MAX_MINOR, MAX_RATE_TERM, Money, Rate, average_cost};

/// A number as its decimal digits, the lowest first.
type Digits = Vec<u32>;

fn digits(mut number: u128) -> Digits {
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(u32::try_from(number % 10).unwrap());
        number /= 10;
    }
    digits
}

fn times(one: &Digits, other: &Digits) -> Digits {
    let mut product = vec![0_u32; one.len() + other.len() + 1];
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            product[i + j] += a * b;
        }
    }
    let mut carry = 0;
    for digit in &mut product {
        *digit += carry;
        carry = *digit / 10;
        *digit %= 10;
    }
    assert_eq!(carry, 0);
    while product.last() == Some(&0) {
        product.pop();
    }
    product
}

fn less(one: &Digits, other: &Digits) -> bool {
    (one.len(), one.iter().rev().collect::<Vec<_>>()) < (other.len(), other.iter().rev().collect::<Vec<_>>())
}

/// One less the other, which is not more.
fn minus(one: &Digits, other: &Digits) -> Digits {
    let mut left = one.clone();
    let mut borrowed = 0;
    for (at, digit) in left.iter_mut().enumerate() {
        let take = other.get(at).copied().unwrap_or(0) + borrowed;
        borrowed = u32::from(*digit < take);
        *digit = *digit + 10 * borrowed - take;
    }
    while left.last() == Some(&0) {
        left.pop();
    }
    left
}

/// Long division as at school, rounded half to even.
fn rounded(above: &Digits, below: &Digits) -> u128 {
    let (mut quotient, mut rest) = (0_u128, Digits::new());
    for digit in above.iter().rev() {
        rest.insert(0, *digit);
        while rest.last() == Some(&0) {
            rest.pop();
        }
        let mut times = 0;
        while !less(&rest, below) {
            rest = minus(&rest, below);
            times += 1;
        }
        quotient = quotient * 10 + times;
    }
    let twice = times(&rest, &vec![2]);
    let up = less(below, &twice) || (&twice == below && quotient % 2 == 1);
    quotient + u128::from(up)
}

fn code() -> impl Strategy<Value = Currency> {
    let codes = prop::sample::select(vec!["EUR", "USD", "JPY", "KWD", "CLF", "GBP", "BHD", "KRW"]);
    codes.prop_map(|code| Currency::from_code(code).unwrap())
}

fn term() -> impl Strategy<Value = u64> {
    prop_oneof![1..=20_u64, 1..=MAX_RATE_TERM, MAX_RATE_TERM - 3..=MAX_RATE_TERM]
}

fn minor() -> impl Strategy<Value = i128> {
    prop_oneof![0..=1_000_i128, 0..=MAX_MINOR, MAX_MINOR - 3..=MAX_MINOR]
}

proptest! {
    #[test]
    fn converting_agrees_with_long_division(
        base in code(), quote in code(), above in term(), below in term(), minor in minor()
    ) {
        prop_assume!(base != quote);
        let rate = Rate::new(base, quote, above, below).unwrap();
        let power = |currency: Currency| digits(10_u128.pow(u32::from(currency.scale())));
        let numerator = times(&digits(u128::try_from(minor).unwrap()), &digits(u128::from(above)));
        let numerator = times(&numerator, &power(quote));
        let denominator = times(&digits(u128::from(below)), &power(base));
        let expected = rounded(&numerator, &denominator);
        let found = rate.convert(Money::new(minor, base).unwrap());
        match i128::try_from(expected).ok().filter(|minor| *minor <= MAX_MINOR) {
            Some(expected) => prop_assert_eq!(found.unwrap().minor(), expected),
            None => prop_assert!(found.is_err()),
        }
    }

    #[test]
    fn an_average_cost_agrees_with_long_division(cost in minor(), one in minor(), other in minor()) {
        let (eur, usd) = (Currency::from_code("EUR").unwrap(), Currency::from_code("USD").unwrap());
        let money = |minor, currency| Money::new(minor, currency).unwrap();
        let (part, whole) = (one.min(other), one.max(other));
        prop_assume!(whole > 0);
        let natural = |minor: i128| digits(u128::try_from(minor).unwrap());
        let expected = rounded(&times(&natural(cost), &natural(part)), &natural(whole));
        let found = average_cost(money(cost, usd), money(part, eur), money(whole, eur)).unwrap();
        prop_assert_eq!(found.minor(), i128::try_from(expected).unwrap());
    }

    /// Sold piece by piece, what was bought costs exactly what it cost, with nothing left at the end.
    #[test]
    fn pieces_cost_what_the_whole_cost(cost in minor(), pieces in prop::collection::vec(1..=MAX_MINOR / 20, 1..20)) {
        let (eur, usd) = (Currency::from_code("EUR").unwrap(), Currency::from_code("USD").unwrap());
        let money = |minor, currency| Money::new(minor, currency).unwrap();
        let (mut left, mut held) = (money(cost, usd), money(pieces.iter().sum(), eur));
        for piece in pieces {
            let sold = money(piece, eur);
            let costs = average_cost(left, sold, held).unwrap();
            left = left.checked_sub(costs).unwrap();
            held = held.checked_sub(sold).unwrap();
            prop_assert!(!left.is_negative());
        }
        prop_assert!(left.is_zero() && held.is_zero());
    }

    #[test]
    fn what_is_written_is_read_back(base in code(), quote in code(), above in term(), below in term()) {
        prop_assume!(base != quote);
        let rate = Rate::new(base, quote, above, below).unwrap();
        prop_assert_eq!(Rate::parse(&rate.to_string(), base, quote), Ok(rate));
    }

    #[test]
    fn no_text_does_harm(text in prop_oneof!["[0-9./ +-]{0,20}", any::<String>()]) {
        let (eur, usd) = (Currency::from_code("EUR").unwrap(), Currency::from_code("USD").unwrap());
        if let Ok(rate) = Rate::parse(&text, eur, usd) {
            prop_assert_eq!(Rate::parse(&rate.to_string(), eur, usd), Ok(rate));
        }
    }
}
