//! What a seal binds, and what it never stops.

use super::*;
use crate::exercise::commands::{
    accredit, countersign, countersign_line, countersign_seal, indicate, payment, receipt,
    replace_stolen_root, revoke, seal, sign, usd,
};
use crate::exercise::keys::public;
use crate::exercise::{DAY, Exercise, NOON, Real};
use crate::fund::Totals;
use crate::fund::chart::{account, book};
use crate::moment::Day;

fn yesterday(x: &Exercise) -> Day {
    Day(x.next().day().0 - 1)
}

/// All days until yesterday are sealed, by `FRA` and `DEU`.
fn sealed(x: &mut Exercise) {
    x.accept("FRA/treasurer", seal(yesterday(x)));
    let number = u32::try_from(x.partnership.fund().seals.len()).unwrap();
    x.accept("DEU/treasurer", countersign_seal(number));
}

/// What the journal alone comes to at the end of a day.
fn of_journal(x: &Exercise, until: Day) -> Totals {
    let mut held = alloc::collections::BTreeMap::new();
    let mut entries = Vec::new();
    for booked in x.booked() {
        match &booked.event {
            AnyEvent::Fund(Event::Posted { entry, effective, .. }) => entries.push((*effective, entry)),
            AnyEvent::Fund(Event::Held { hold, entry, .. }) => _ = held.insert(*hold, entry),
            AnyEvent::Fund(Event::HoldPosted { hold, effective, .. }) => {
                entries.push((*effective, held[hold]));
            }
            _ => {}
        }
    }
    Totals::of(until, entries.into_iter())
}

/// The days on which entries had effect, and those that they are of.
fn days(events: &[AnyEvent]) -> Vec<(Day, Option<Day>)> {
    let day = |event: &AnyEvent| match event {
        AnyEvent::Fund(Event::Posted { effective, late, .. } | Event::HoldPosted { effective, late, .. }) => {
            Some((*effective, *late))
        }
        _ => None,
    };
    events.iter().filter_map(day).collect()
}

#[test]
fn two_treasurers_seal_what_the_journal_says() {
    let mut x = Exercise::funded("100.00");
    x.wait("24h");
    let until = yesterday(&x);
    x.accept("FRA/treasurer", seal(until));
    let events = x.accept("DEU/treasurer", countersign_seal(1));
    let [AnyEvent::Fund(Event::Sealed { totals, .. })] = &events[..] else { panic!("sealed") };
    assert_eq!(totals, &of_journal(&x, until));
    assert_eq!(totals.ledgers.len(), 2);
    assert!(totals.ledgers.iter().all(|of| of.sides.debits() == of.sides.credits() && of.sides.debits() > 0));
    assert_eq!(x.partnership.fund().sealed_until(), Some(until));
    assert_eq!(x.partnership.next_deadline(), None);
}

/// I-13: what comes late for a sealed period is booked in the open one with its own day; the sealed totals stay.
#[test]
fn f51_i_13_a_late_receipt_has_effect_on_the_first_open_day_and_keeps_its_own() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("30.00"), usd("0")));
    x.wait("48h");
    sealed(&mut x);
    let last = yesterday(&x);
    let before = of_journal(&x, last);
    let days_of = |x: &mut Exercise, value_date: Day, line: u32, reference: &str| {
        x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), value_date, reference));
        days(&x.accept("DEU/treasurer", countersign_line(line)))
    };
    let open = Day(last.0 + 1);
    assert_eq!(days_of(&mut x, Day(last.0 - 1), 1, "a"), [(open, Some(Day(last.0 - 1))); 2]);
    assert_eq!(days_of(&mut x, last, 2, "b"), [(open, Some(last)); 2]);
    assert_eq!(days_of(&mut x, open, 3, "c"), [(open, None); 2]);
    assert_eq!(of_journal(&x, last), before);
}

/// I-13: nor does what takes a sealed entry back change the sealed totals.
#[test]
fn f51_i_13_what_takes_back_a_sealed_entry_keeps_its_day() {
    let mut x = Exercise::begin();
    let first = x.next().day();
    x.accept("GBR/representative", indicate("GBR", Some(usd("18.00"))));
    x.wait("24h");
    let second = x.next().day();
    // Not sealed: what takes it back is of today.
    let events = x.accept("GBR/representative", indicate("GBR", Some(usd("15.00"))));
    assert_eq!(days(&events), [(second, None), (second, None)]);
    x.wait("24h");
    sealed(&mut x);
    let before = of_journal(&x, second);
    let events = x.accept("GBR/representative", indicate("GBR", Some(usd("16.00"))));
    let today = Day(first.0 + 2);
    assert_eq!(days(&events), [(today, Some(second)), (today, None)]);
    assert_eq!(of_journal(&x, second), before);
}

#[test]
fn no_seal_of_two_treasurers_at_any_moment_delays_an_approved_payment() {
    for at in 0..6 {
        let mut x = Exercise::funded("100.00");
        let seals = |x: &mut Exercise, stage: u32| {
            if stage == at {
                x.wait("24h");
                sealed(x);
            }
        };
        seals(&mut x, 0);
        let number = x.instructed(&["10.00"]);
        seals(&mut x, 1);
        x.accept("FRA/treasurer", countersign(number));
        seals(&mut x, 2);
        let value_date = x.next().day();
        x.accept("GBR/treasurer", payment(number, usd("10.00"), value_date, "out"));
        seals(&mut x, 3);
        x.accept("FRA/treasurer", countersign_line(2));
        seals(&mut x, 4);
        assert_eq!(x.available(book::cash(x.partnership.charter()), account::CASH, ""), 90_00, "{at}");
        let sealed = x.partnership.fund().sealed_until();
        assert_eq!(sealed.is_some(), at < 5);
    }
}

#[test]
fn f47_the_seal_exists_and_waits() {
    let mut x = Exercise::begin();
    x.accept("FRA/treasurer", seal(yesterday(&x)));
    for unknown in [0, 2] {
        x.refuse("DEU/treasurer", countersign_seal(unknown), "F47");
    }
    x.accept("DEU/treasurer", countersign_seal(1));
    x.refuse("GBR/treasurer", countersign_seal(1), "F47");
}

#[test]
fn f47_a_seal_waits_until_it_lapses() {
    let mut x = Exercise::begin();
    x.accept("FRA/treasurer", seal(yesterday(&x)));
    let lapses = Moment(NOON.0 + 5 * DAY);
    x.clone().at(Moment(lapses.0 - 1)).accept("DEU/treasurer", countersign_seal(1));
    for late in [lapses, Moment(lapses.0 + 1)] {
        let mut x = x.clone();
        x.at(late).refuse("DEU/treasurer", countersign_seal(1), "F47");
        let lapsed = Event::SealLapsed { seal: SealNo(1) }.into();
        assert!(x.booked().iter().any(|booked| booked.event == lapsed && booked.fell_due == Some(lapses)));
        sealed(&mut x);
    }
}

#[test]
fn f48_two_treasurers_of_different_members() {
    let mut x = Exercise::begin();
    x.accept("FRA/treasurer", seal(yesterday(&x)));
    x.refuse("FRA/treasurer", countersign_seal(1), "F48");
    x.accept("GBR/treasurer", countersign_seal(1));
}

#[test]
fn f45_of_two_seals_that_wait_the_earlier_day_does_not_seal_after_the_later() {
    let mut x = Exercise::begin();
    let last = yesterday(&x);
    for day in [last.0 - 1, last.0, last.0] {
        x.accept("FRA/treasurer", seal(Day(day)));
    }
    x.accept("DEU/treasurer", countersign_seal(2));
    for late in [1, 3] {
        x.refuse("DEU/treasurer", countersign_seal(late), "F45");
    }
}

#[test]
fn f50_both_sign_the_same_totals() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("30.00"), usd("0")));
    x.wait("24h");
    let last = yesterday(&x);
    x.accept("FRA/treasurer", seal(last));
    // What is booked for a day after it does not touch it; what is booked for a day in it does.
    for (value_date, line, rule) in [(Day(last.0 + 1), 1, None), (last, 2, Some("F50"))] {
        x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), value_date, &alloc::format!("{line}")));
        x.accept("DEU/treasurer", countersign_line(line));
        match rule {
            None => _ = x.clone().accept("DEU/treasurer", countersign_seal(1)),
            Some(rule) => _ = x.refuse("DEU/treasurer", countersign_seal(1), rule),
        }
    }
    x.accept("FRA/treasurer", seal(last));
    x.accept("DEU/treasurer", countersign_seal(2));
}

/// A real partnership in which `FRA` gave a seal with a key that then goes.
fn given_with_a_key_that_goes(how: fn(&mut Real)) -> Real {
    let mut real = Real::begin();
    let until = Moment(real.next().0 + DAY);
    real.accept("FRA/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.accept_by("second", "FRA/treasurer", seal(Day(real.next().day().0 - 1)));
    how(&mut real);
    real
}

#[test]
fn f49_a_seal_counts_while_the_credential_of_the_treasurer_that_gave_it_holds() {
    let ways: [fn(&mut Real); 3] = [
        |real| _ = real.accept("FRA/root", revoke(public("second"), Office::Treasurer)),
        |real| _ = real.accept("FRA/recovery", replace_stolen_root(public("second root"))),
        |real| real.at(Moment(real.next().0 + DAY)),
    ];
    for how in ways {
        given_with_a_key_that_goes(how).refuse("DEU/treasurer", countersign_seal(1), "F49");
    }
    let last: fn(&mut Real) = |real| real.at(Moment(real.next().0 + DAY - 3));
    for how in [|_: &mut Real| {}, last] {
        given_with_a_key_that_goes(how).accept("DEU/treasurer", countersign_seal(1));
    }
}
