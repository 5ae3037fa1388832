use alloc::vec::Vec;

use quorate_ledger::{Entry, Side};

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{closing_rate, countersign_seal, eur, gbp, revalue, seal, usd};
use crate::fund::Event;

/// What stands as unrealised for a pair at the end of a day, by effective days.
fn unrealised(x: &Exercise, pair: &str, until: Day) -> i128 {
    let entries = x.booked().iter().filter_map(|booked| match &booked.event {
        AnyEvent::Fund(Event::Posted { entry, effective, .. }) if *effective <= until => Some(entry),
        _ => None,
    });
    let legs = entries.flat_map(Entry::legs);
    let legs = legs.filter(|leg| leg.account().code() == account::UNREALISED && leg.account().of() == pair);
    legs.map(|leg| if leg.side() == Side::Credit { leg.minor() } else { -leg.minor() }).sum()
}

/// 100.00 euros at 1.0842 of yesterday, and it is the day after.
fn held() -> Exercise {
    let mut x = Exercise::of_currencies();
    x.accept("GBR/root", sign(usd("1000.00"), usd("0")));
    x.on_record(closing_rate("EUR", "1.0842", ago(1)));
    x.line(receipt("GBR", eur("100.00"), ago(1), "ref 1"), None);
    x.wait("24h");
    x
}

#[test]
fn i_16_a_revaluation_nets_to_zero_after_its_unwinding() {
    for (euro, stands) in [("1.1", 1_58), ("1.08", -42)] {
        let mut x = held();
        x.on_record(closing_rate("EUR", euro, today()));
        x.accept("CAN/treasurer", revalue(today()));
        let next = Day(today().0 + 1);
        let by_day = [ago(1), today(), next].map(|day| unrealised(&x, "EUR-USD", day));
        assert_eq!(by_day, [0, stands, 0], "{euro}");
        assert_eq!(x.held("EUR"), (10_000, 10_842), "the value in the books is what it cost");
        assert_eq!(x.cash(account::UNREALISED, "EUR-USD"), 0);
    }
}

#[test]
fn f63_a_day_is_revalued_once_it_is_over_at_closing_rates_of_that_day() {
    let mut x = held();
    let now = x.next().day();
    x.on_record(closing_rate("EUR", "1.2", now));
    for not_over in [Day(now.0 + 1), now] {
        x.refuse("CAN/treasurer", revalue(not_over), "F63");
    }
    x.clone().wait("24h").accept("CAN/treasurer", revalue(now));
    x.refuse("CAN/treasurer", revalue(today()), "F63");
    // A spot rate of the day, and a closing rate of another, are not its closing rate.
    x.on_record(rate("EUR", "USD", "1.1", today()));
    x.on_record(closing_rate("EUR", "1.1", ago(2)));
    x.refuse("CAN/treasurer", revalue(today()), "F63");
    x.on_record(closing_rate("EUR", "1.1", today()));
    x.accept("CAN/treasurer", revalue(today()));
}

#[test]
fn f63_a_currency_without_its_closing_rate_keeps_the_day_open() {
    let mut x = held();
    x.on_record(closing_rate("GBP", "1.25", ago(1)));
    x.line(receipt("GBR", gbp("10.00"), ago(1), "ref 2"), None);
    x.on_record(closing_rate("EUR", "1.1", today()));
    x.refuse("CAN/treasurer", revalue(today()), "F63");
    x.on_record(closing_rate("GBP", "1.3", today()));
    x.accept("CAN/treasurer", revalue(today()));
    assert_eq!([unrealised(&x, "EUR-USD", today()), unrealised(&x, "GBP-USD", today())], [1_58, 50]);
}

#[test]
fn f64_a_day_is_revalued_again_only_for_what_came_since() {
    let mut x = held();
    x.refuse("CAN/treasurer", revalue(ago(2)), "F64");
    x.on_record(closing_rate("EUR", "1.1", today()));
    x.accept("CAN/treasurer", revalue(today()));
    x.refuse("GBR/treasurer", revalue(today()), "F64");
    // A rate that is put right is a new one, and only the difference is booked.
    x.on_record(closing_rate("EUR", "1.0943", today()));
    x.accept("GBR/treasurer", revalue(today()));
    assert_eq!(unrealised(&x, "EUR-USD", today()), 1_01);
    // So is a line with a value date until then that came late: what it brought was converted at this very rate.
    x.line(receipt("GBR", eur("10.00"), today(), "late"), None);
    x.refuse("GBR/treasurer", revalue(today()), "F64");
    x.line(exchange(eur("55.00"), usd("60.00"), today(), "later"), None);
    x.accept("GBR/treasurer", revalue(today()));
    // 110.00 euros had cost 119.36, the other half of them is worth 60.19.
    assert_eq!(unrealised(&x, "EUR-USD", today()), 60_19 - 59_68);
}

#[test]
fn a_day_is_valued_by_what_was_held_then() {
    let mut x = held();
    x.on_record(closing_rate("EUR", "1.1", today()));
    let now = x.next().day();
    x.line(exchange(eur("100.00"), usd("110.00"), now, "sold"), None);
    x.accept("CAN/treasurer", revalue(today()));
    let days: Vec<i128> = [today(), now].iter().map(|day| unrealised(&x, "EUR-USD", *day)).collect();
    assert_eq!(days, [1_58, 0]);
    assert_eq!(x.held("EUR"), (0, 0));
    // Were it sold on that day, nothing of it would have been held at its end.
    let mut x = held();
    x.line(exchange(eur("100.00"), usd("110.00"), today(), "sold"), None);
    x.refuse("CAN/treasurer", revalue(today()), "F64");
}

/// F51: the entry that unwinds it takes back none of a sealed day, whatever was booked before.
#[test]
fn f51_a_revaluation_of_an_open_day_after_a_sealed_one_corrects_nothing() {
    let mut x = held();
    x.accept("FRA/treasurer", seal(ago(1)));
    x.accept("DEU/treasurer", countersign_seal(1));
    x.on_record(closing_rate("EUR", "1.1", today()));
    let events = x.accept("CAN/treasurer", revalue(today()));
    let late = events.iter().filter_map(|event| match event {
        AnyEvent::Fund(Event::Posted { effective, late, .. }) => Some((*effective, *late)),
        _ => None,
    });
    assert_eq!(late.collect::<Vec<_>>(), [(today(), None), (Day(today().0 + 1), None)]);
}
