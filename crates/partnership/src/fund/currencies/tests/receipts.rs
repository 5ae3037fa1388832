use super::*;
use crate::exercise::commands::{countersign_line, eur, gbp, payment, usd};
use crate::fund::{CurrencyEvent, Event};
use crate::ids::{LineNo, RateNo};

#[test]
fn i_16_both_amounts_are_kept_and_the_rate_between_them() {
    let mut x = Exercise::owing(usd("108.42"), "1.0842");
    let events = x.line(receipt("GBR", eur("100.00"), today(), "ref 1"), None);
    let (received, worth) = (eur("100.00"), usd("108.42"));
    let converted = CurrencyEvent::Converted { line: LineNo(1), received, worth, rate: RateNo(1) };
    assert_eq!(events[1], Event::Currencies(converted).into());
    assert_eq!(x.held("EUR"), (10_000, 10_842));
    assert_eq!((x.cash(account::DUE, "GBR"), x.cash(account::CASH, "")), (0, 0));
    assert_eq!(x.cash(account::PAID_IN, "GBR"), 10_842);
}

#[test]
fn i_17_what_is_short_by_one_unit_after_conversion_is_short_by_one_unit() {
    for (pays, due, prepaid) in [("99.99", 1, 0), ("100.00", 0, 0), ("100.01", 0, 1)] {
        let mut x = Exercise::owing(usd("108.42"), "1.0842");
        x.comes(eur(pays));
        assert_eq!((x.cash(account::DUE, "GBR"), x.cash(account::PREPAID, "GBR")), (due, prepaid), "{pays}");
    }
}

#[test]
fn f55_money_is_taken_in_currencies_that_the_charter_accepts() {
    let mut x = Exercise::owing(usd("108.42"), "1.0842");
    let yen = Money::parse("100", Currency::from_code("JPY").unwrap()).unwrap();
    x.refuse("FRA/treasurer", receipt("GBR", yen, today(), "ref 1"), "F55");
    for accepted in [eur("1.00"), gbp("1.00"), usd("1.00")] {
        x.accept("FRA/treasurer", receipt("GBR", accepted, today(), "ref 1"));
    }
    for nothing in ["0", "-0.01"] {
        x.refuse("FRA/treasurer", receipt("GBR", eur(nothing), today(), "ref 1"), "F2");
    }
    // Payments leave in the fund's currency only.
    x.refuse("FRA/treasurer", payment(1, eur("1.00"), today(), "ref 1"), "F1");
}

#[test]
fn f60_a_rate_is_at_most_so_old_and_not_of_a_later_day() {
    // The article says seven days. Its day, the value date of the line, and whether it serves.
    for (rate_ago, value_ago, serves) in
        [(0, 0, true), (6, 0, true), (7, 0, true), (8, 0, false), (0, 1, false), (9, 2, true), (10, 2, false)]
    {
        let mut x = Exercise::of_currencies();
        x.on_record(rate("EUR", "USD", "1.0842", ago(rate_ago)));
        let line = receipt("GBR", eur("1.00"), ago(value_ago), "ref 1");
        x.line(line, (!serves).then_some("F60"));
    }
}

#[test]
fn f60_a_rate_that_waits_does_not_serve_and_the_line_can_wait_for_it() {
    let mut x = Exercise::of_currencies();
    x.accept("FRA/treasurer", rate("EUR", "USD", "1.0842", today()));
    x.line(receipt("GBR", eur("1.00"), today(), "ref 1"), Some("F60"));
    x.on_record(rate("GBP", "USD", "1.25", today()));
    x.refuse("DEU/treasurer", countersign_line(1), "F60");
    x.on_record(rate("EUR", "USD", "1.09", today()));
    x.accept("DEU/treasurer", countersign_line(1));
    assert_eq!(x.held("EUR"), (1_00, 1_09));
}

#[test]
fn i_16_a_better_rate_is_a_new_one_and_what_was_converted_stays() {
    let mut x = Exercise::owing(usd("300.00"), "1.10");
    x.comes(eur("100.00"));
    x.on_record(rate("EUR", "USD", "1.20", ago(1)));
    x.comes(eur("10.00"));
    assert_eq!(x.held("EUR"), (11_000, 12_100), "the rate of an earlier day does not count before today's");
    x.on_record(rate("EUR", "USD", "1.00", today()));
    x.comes(eur("10.00"));
    assert_eq!(x.held("EUR"), (12_000, 13_100));
}

#[test]
fn f2_what_is_worth_nothing_pays_nothing() {
    let mut x = Exercise::of_currencies();
    x.on_record(rate("EUR", "USD", "0.5", today()));
    x.line(receipt("GBR", eur("0.01"), today(), "ref 1"), Some("F2"));
    x.on_record(rate("EUR", "USD", "0.500001", today()));
    x.accept("DEU/treasurer", countersign_line(1));
    assert_eq!(x.held("EUR"), (1, 1));
}

#[test]
fn money_in_three_currencies_pays_one_due() {
    let mut x = Exercise::owing(usd("1000.00"), "1.0842");
    x.on_record(rate("GBP", "USD", "1.2719", today()));
    for part in [eur("100.00"), gbp("100.00"), usd("100.00")] {
        x.comes(part);
    }
    assert_eq!(x.cash(account::DUE, "GBR"), 100_000 - 10_842 - 12_719 - 10_000);
    assert_eq!((x.held("EUR"), x.held("GBP")), ((10_000, 10_842), (10_000, 12_719)));
    assert_eq!(x.cash(account::CASH, ""), 10_000);
}
