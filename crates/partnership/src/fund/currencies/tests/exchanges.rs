use super::*;
use crate::exercise::commands::{eur, gbp, usd};
use crate::fund::{CurrencyEvent, Event};
use crate::ids::LineNo;

#[test]
fn i_16_what_was_sold_leaves_at_its_average_cost_and_the_last_unit_takes_the_rest() {
    let mut x = Exercise::owing(usd("1000.00"), "1.0842");
    x.comes(eur("100.00"));
    x.on_record(rate("EUR", "USD", "1.1001", today()));
    x.comes(eur("0.01"));
    assert_eq!(x.held("EUR"), (10_001, 10_843));
    x.exchanges(eur("33.33"), usd("36.14"));
    // 108.43 * 33.33 / 100.01 = 36.1363...
    assert_eq!(x.held("EUR"), (66_68, 72_29));
    assert_eq!(x.cash(account::REALISED, "EUR-USD"), 0);
    x.exchanges(eur("66.67"), usd("72.30"));
    assert_eq!(x.held("EUR"), (1, 1));
    assert_eq!(x.cash(account::REALISED, "EUR-USD"), 2);
    x.exchanges(eur("0.01"), usd("0.01"));
    assert_eq!(x.held("EUR"), (0, 0), "nothing is left in clearing");
    assert_eq!(x.cash(account::CASH, ""), 36_14 + 72_30 + 1);
    assert_eq!(x.cash(account::PAID_IN, "GBR") - x.cash(account::DUE, "GBR") + 2, x.cash(account::CASH, ""));
}

#[test]
fn both_amounts_and_the_cost_stand_in_the_event() {
    let mut x = Exercise::owing(usd("1000.00"), "1.0842");
    x.comes(eur("100.00"));
    let events = x.line(exchange(eur("50.00"), usd("54.00"), today(), "sold"), None);
    let (sold, bought, cost) = (eur("50.00"), usd("54.00"), usd("54.21"));
    let exchanged = CurrencyEvent::Exchanged { line: LineNo(2), sold, bought, cost };
    assert_eq!(events[1], Event::Currencies(exchanged).into());
    assert_eq!(x.cash(account::REALISED, "EUR-USD"), -21);
}

#[test]
fn f12_no_more_is_sold_than_is_held() {
    let mut x = Exercise::owing(usd("1000.00"), "1.0842");
    x.comes(eur("100.00"));
    x.line(exchange(eur("100.01"), usd("108.00"), today(), "sold"), Some("F12"));
    x.line(exchange(gbp("0.01"), usd("0.01"), today(), "sold"), Some("F12"));
    x.line(exchange(eur("100.00"), usd("108.00"), today(), "sold"), None);
    x.line(exchange(eur("0.01"), usd("0.01"), today(), "sold more"), Some("F12"));
}

#[test]
fn f62_what_is_exchanged_is_another_currency_for_the_funds() {
    let mut x = Exercise::owing(usd("1000.00"), "1.0842");
    x.comes(eur("100.00"));
    let enter = |sold, bought| exchange(sold, bought, today(), "sold");
    x.refuse("FRA/treasurer", enter(usd("1.00"), usd("1.00")), "F62");
    x.refuse("FRA/treasurer", enter(eur("1.00"), gbp("1.00")), "F1");
    for nothing in ["0", "-0.01"] {
        x.refuse("FRA/treasurer", enter(eur("1.00"), usd(nothing)), "F2");
        x.refuse("FRA/treasurer", enter(eur(nothing), usd("1.00")), "F2");
    }
    let yen = Money::parse("100", Currency::from_code("JPY").unwrap()).unwrap();
    x.refuse("FRA/treasurer", enter(yen, usd("1.00")), "F55");
    x.accept("FRA/treasurer", enter(eur("0.01"), usd("0.01")));
}

#[test]
fn what_costs_nothing_on_average_can_be_sold() {
    let mut x = Exercise::owing(usd("1.00"), "0.26");
    x.comes(eur("0.03"));
    assert_eq!(x.held("EUR"), (3, 1));
    x.exchanges(eur("0.01"), usd("0.02"));
    assert_eq!((x.held("EUR"), x.cash(account::REALISED, "EUR-USD")), ((2, 1), 2));
}
