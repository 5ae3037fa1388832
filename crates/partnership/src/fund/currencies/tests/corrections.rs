use super::*;
use crate::exercise::commands::{eur, gbp, identify, take_back, usd};
use crate::fund::{LineRefusal, Refusal};
use crate::ids::LineNo;

/// `GBR` paid 100.00 euro, which pay 108.42.
fn paid() -> Exercise {
    let mut x = Exercise::owing(usd("108.42"), "1.0842");
    x.comes(eur("100.00"));
    x
}

fn put_right(x: &mut Exercise, command: crate::command::Command) {
    x.accept("FRA/treasurer", command.clone());
    x.accept("DEU/treasurer", command);
}

#[test]
fn a_receipt_in_another_currency_is_taken_back_whole() {
    let mut x = paid();
    // A rate that came since changes nothing of what it was worth.
    x.on_record(rate("EUR", "USD", "1.20", today()));
    put_right(&mut x, take_back(1));
    assert_eq!(x.held("EUR"), (0, 0));
    assert_eq!(x.promised(), [0, 0, 0]);
    assert_eq!((x.cash(account::DUE, "GBR"), x.cash(account::PREPAID, "GBR")), (10_842, 0));
    x.comes(eur("90.35"));
    assert_eq!((x.held("EUR"), x.cash(account::DUE, "GBR")), ((90_35, 10_842), 0));
}

#[test]
fn a_receipt_in_another_currency_is_anothers_and_worth_what_it_was() {
    let mut x = paid();
    x.accept("FRA/root", sign(usd("200.00"), usd("0")));
    x.on_record(rate("EUR", "USD", "1.20", today()));
    let promised = x.promised();
    put_right(&mut x, identify(1, "FRA"));
    assert_eq!((x.held("EUR"), x.promised()), ((10_000, 10_842), promised));
    assert_eq!((x.cash(account::DUE, "GBR"), x.cash(account::DUE, "FRA")), (10_842, 20_000 - 10_842));
    // And it is held as before, to be exchanged.
    x.exchanges(eur("100.00"), usd("108.42"));
    assert_eq!(x.held("EUR"), (0, 0));
}

#[test]
fn f44_what_was_exchanged_since_is_not_put_right() {
    let mut x = paid();
    x.accept("FRA/root", sign(usd("200.00"), usd("0")));
    x.on_record(rate("GBP", "USD", "1.25", today()));
    x.comes(gbp("1.00"));
    // Of another currency: no matter.
    x.exchanges(gbp("1.00"), usd("1.25"));
    let untouched = x.clone();
    x.exchanges(eur("0.01"), usd("0.01"));
    let since = LineRefusal::ExchangedSince { line: LineNo(1), exchange: LineNo(4) };
    for command in [take_back(1), identify(1, "FRA")] {
        put_right(&mut untouched.clone(), command.clone());
        assert_eq!(x.refuse("FRA/treasurer", command, "F44"), Refusal::from(since.clone()).into());
    }
    // What came after the exchange had no part in it.
    x.comes(eur("2.00"));
    put_right(&mut x, take_back(5));
    assert_eq!(x.held("EUR").0, 99_99);
}

#[test]
fn f40_an_exchange_stands() {
    let mut x = paid();
    x.exchanges(eur("100.00"), usd("108.42"));
    let refusal = x.refuse("FRA/treasurer", take_back(2), "F40");
    assert_eq!(refusal, Refusal::from(LineRefusal::OfAnExchange(LineNo(2))).into());
}
