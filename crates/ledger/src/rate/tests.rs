use super::*;
use alloc::string::ToString;

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn money(text: &str, code: &str) -> Money {
    Money::parse(text, currency(code)).unwrap()
}

fn rate(text: &str, base: &str, quote: &str) -> Rate {
    Rate::parse(text, currency(base), currency(quote)).unwrap()
}

#[test]
fn terms_are_one_below_at_and_not_one_above_the_limit() {
    let (eur, usd) = (currency("EUR"), currency("USD"));
    for term in [1, 2, MAX_RATE_TERM - 1, MAX_RATE_TERM] {
        assert!(Rate::new(eur, usd, term, 1).is_ok() && Rate::new(eur, usd, 1, term).is_ok());
    }
    assert_eq!(Rate::new(eur, usd, MAX_RATE_TERM + 1, 1), Err(RateError::TooFine));
    assert_eq!(Rate::new(eur, usd, 1, MAX_RATE_TERM + 1), Err(RateError::TooFine));
    assert_eq!(Rate::new(eur, usd, 2 * MAX_RATE_TERM, 2).unwrap().quote_units(), MAX_RATE_TERM);
    for (quote, base) in [(0, 1), (1, 0), (0, 0)] {
        assert_eq!(Rate::new(eur, usd, quote, base), Err(RateError::Nothing));
    }
    assert_eq!(Rate::new(usd, usd, 1, 1), Err(RateError::OneCurrency { currency: usd }));
}

#[test]
fn a_rate_has_one_form_however_it_is_written() {
    for (text, quote, base, shown) in [
        ("1.0842", 5421, 5000, "1.0842"),
        ("1.08420", 5421, 5000, "1.0842"),
        ("271/250", 271, 250, "1.084"),
        ("542/500", 271, 250, "1.084"),
        ("1/3", 1, 3, "1/3"),
        ("150", 150, 1, "150"),
        ("0.000000000001", 1, MAX_RATE_TERM, "0.000000000001"),
        ("1/8192", 1, 8192, "1/8192"),
    ] {
        let read = rate(text, "EUR", "USD");
        assert_eq!((read.quote_units(), read.base_units()), (quote, base), "{text}");
        assert_eq!(read.to_string(), shown);
        assert_eq!(Rate::parse(shown, read.base(), read.quote()), Ok(read));
    }
}

#[test]
fn what_is_no_rate_is_refused() {
    let parse = |text: &str| Rate::parse(text, currency("EUR"), currency("USD"));
    let long = "1".repeat(MAX_RATE_BYTES + 1);
    for wrong in [
        "",
        ".",
        "1.",
        ".5",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1,5",
        "01",
        "00.5",
        "1/",
        "/1",
        "1/2/3",
        "1.5/2",
        "01/2",
        "1e3",
        "0x1",
        "٣",
        "1.0000000000001",
        &long,
    ] {
        assert_eq!(parse(wrong), Err(RateTextError::Form { text: excerpt_of(wrong) }), "{wrong:?}");
    }
    for nothing in ["0", "0.0", "0/1", "1/0"] {
        assert_eq!(parse(nothing), Err(RateError::Nothing.into()), "{nothing}");
    }
    assert_eq!(parse("1000000000001"), Err(RateError::TooFine.into()));
    assert!(parse("1000000000000").is_ok());
}

fn excerpt_of(text: &str) -> alloc::string::String {
    crate::excerpt::excerpt(text)
}

#[test]
fn half_way_is_rounded_to_the_even_unit() {
    let half = rate("0.5", "EUR", "USD");
    for (from, to) in
        [("0.01", "0.00"), ("0.02", "0.01"), ("0.03", "0.02"), ("0.05", "0.02"), ("0.07", "0.04")]
    {
        assert_eq!(half.convert(money(from, "EUR")), Ok(money(to, "USD")), "{from}");
    }
    // One part of a million below half, half, and one above.
    for (text, to) in
        [("1.499999", "0.01"), ("1.5", "0.02"), ("1.500001", "0.02"), ("2.5", "0.02"), ("2.500001", "0.03")]
    {
        assert_eq!(rate(text, "EUR", "USD").convert(money("0.01", "EUR")), Ok(money(to, "USD")), "{text}");
    }
}

#[test]
fn i_18_currencies_without_decimals_and_with_three() {
    for (text, base, from, quote, to) in [
        ("0.0067", "JPY", "10000", "USD", "67.00"),
        ("149.25", "USD", "1.00", "JPY", "149"),
        ("149.5", "USD", "1.00", "JPY", "150"),
        ("150.5", "USD", "1.00", "JPY", "150"),
        ("3.2573", "KWD", "1.000", "USD", "3.26"),
        ("3.2573", "KWD", "0.001", "USD", "0.00"),
        ("3.2573", "KWD", "0.002", "USD", "0.01"),
        ("0.307", "USD", "0.01", "KWD", "0.003"),
        ("486", "KWD", "0.001", "JPY", "0"),
        ("500", "KWD", "0.001", "JPY", "0"),
        ("501", "KWD", "0.001", "JPY", "1"),
        ("0.002", "JPY", "1", "KWD", "0.002"),
    ] {
        assert_eq!(rate(text, base, quote).convert(money(from, base)), Ok(money(to, quote)), "{text} {base}");
    }
}

#[test]
fn the_largest_amounts_are_converted_exactly_and_no_further() {
    let (eur, usd) = (currency("EUR"), currency("USD"));
    let largest = |by: i128| Money::new(MAX_MINOR - by, eur).unwrap();
    let same = Rate::new(eur, usd, 1, 1).unwrap();
    for by in [0, 1] {
        assert_eq!(same.convert(largest(by)).unwrap().minor(), MAX_MINOR - by);
    }
    let more = Rate::new(eur, usd, MAX_RATE_TERM, MAX_RATE_TERM - 1).unwrap();
    // 10^18 and a millionth of a millionth of it more: 10^18 + 10^6 and a rest.
    let beyond = ConvertError::Money(MoneyError::TooLarge { minor: MAX_MINOR + 1_000_000 });
    assert_eq!(more.convert(largest(0)), Err(beyond));
    let most = Rate::new(eur, usd, MAX_RATE_TERM, 1).unwrap();
    assert!(matches!(most.convert(largest(0)), Err(ConvertError::Money(MoneyError::TooLarge { .. }))));
    assert_eq!(most.convert(Money::new(1_000_000, eur).unwrap()).unwrap().minor(), MAX_MINOR);
}

#[test]
fn nothing_negative_and_no_other_currency_is_converted() {
    let half = rate("0.5", "EUR", "USD");
    assert_eq!(half.convert(money("0", "EUR")), Ok(money("0", "USD")));
    let negative = money("-0.01", "EUR");
    assert_eq!(half.convert(negative), Err(ConvertError::Negative(negative)));
    let (base, given) = (currency("EUR"), currency("GBP"));
    assert_eq!(half.convert(money("1", "GBP")), Err(ConvertError::OtherCurrency { base, given }));
}

#[test]
fn a_part_costs_its_share_and_the_whole_costs_all() {
    let (cost, whole) = (money("108.43", "USD"), money("100.00", "EUR"));
    for (part, costs) in
        [("0", "0"), ("0.01", "0.01"), ("50.00", "54.22"), ("99.99", "108.42"), ("100.00", "108.43")]
    {
        assert_eq!(average_cost(cost, money(part, "EUR"), whole), Ok(money(costs, "USD")), "{part}");
    }
    let beyond = money("100.01", "EUR");
    let refused = ConvertError::BeyondWhole { part: beyond, whole };
    assert_eq!(average_cost(cost, beyond, whole), Err(refused));
    let negative = money("-0.01", "EUR");
    assert_eq!(average_cost(cost, negative, whole), Err(ConvertError::Negative(negative)));
    assert!(average_cost(cost, money("1", "GBP"), whole).is_err());
    // Nothing of nothing costs what is left, which is nothing.
    let nothing = money("0", "EUR");
    assert_eq!(average_cost(money("0", "USD"), nothing, nothing), Ok(money("0", "USD")));
    let largest = |currency| Money::new(MAX_MINOR, currency).unwrap();
    let part = Money::new(MAX_MINOR - 1, currency("EUR")).unwrap();
    let costs = average_cost(largest(currency("USD")), part, largest(currency("EUR"))).unwrap();
    assert_eq!(costs.minor(), MAX_MINOR - 1);
}
