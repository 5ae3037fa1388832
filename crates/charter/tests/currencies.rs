//! The optional article on other currencies than the fund's.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;
use quorate_ledger::Currency;

const BASE: &str = include_str!("faults/base.toml");

fn with(article: &str) -> Charter {
    Charter::read(&format!("{BASE}\n[currencies]\narticle = 10\n{article}")).unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

#[test]
fn without_the_article_the_fund_takes_its_own_currency_alone() {
    assert_eq!(Charter::read(BASE).unwrap().currencies(), None);
}

#[test]
fn the_article_says_which_currencies_and_how_old_a_rate_may_be() {
    let charter = with("accepted = [\"GBP\", \"EUR\"]\nrate-age = \"7d\"\nbuffer = \"5%\"");
    let article = charter.currencies().unwrap();
    assert_eq!(article.number().0, 10);
    assert_eq!(article.accepted().collect::<Vec<_>>(), [currency("EUR"), currency("GBP")]);
    assert!(article.accepts(currency("EUR")) && !article.accepts(currency("JPY")));
    assert!(!article.accepts(currency("USD")), "the fund's own is accepted without being named");
    assert_eq!(article.rate_age().hours(), 168);
    let buffer = article.buffer().unwrap();
    assert_eq!((buffer.numerator(), buffer.denominator()), (1, 20));
}

#[test]
fn the_borders_of_the_buffer() {
    let buffer = |share: &str| {
        let article = format!("accepted = [\"EUR\"]\nrate-age = \"1h\"\nbuffer = \"{share}\"");
        with(&article).currencies().unwrap().buffer().map(|share| (share.numerator(), share.denominator()))
    };
    assert_eq!([buffer("0%"), buffer("1%"), buffer("100%")], [None, Some((1, 100)), Some((1, 1))]);
}
