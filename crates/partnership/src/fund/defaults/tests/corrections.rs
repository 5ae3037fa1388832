//! Payments that were taken back, were another member's, or were entered after their day was sealed.

use super::*;
use crate::exercise::commands::{countersign_seal, identify, seal, take_back};

/// The line that was entered last.
fn last_line(x: &Exercise) -> u32 {
    u32::try_from(x.partnership.fund().lines.len()).unwrap()
}

/// I-22 with interest: what a late payment had paid, and the interest that it brought, are owed again as before.
#[test]
fn f23_a_late_payment_that_is_taken_back_leaves_all_as_it_was() {
    let (mut x, day) = late();
    x.wait("240h");
    let stands = |x: &Exercise| {
        let codes = [account::CASH, account::DUE, account::LATE, account::LATE_INTEREST, account::PREPAID];
        let authority = x.available(book::authority(x.partnership.charter()), account::AVAILABLE, "");
        (codes.map(|code| (x.cash(code, ""), x.cash(code, "DEU"))), authority)
    };
    let before = stands(&x);
    x.paid_on("DEU", "60.00", Day(day.0 + 10));
    let line = last_line(&x);
    assert!(x.cash(account::LATE, "DEU") > 0);
    x.accept("CAN/treasurer", take_back(line));
    x.accept("GBR/treasurer", take_back(line));
    assert_eq!(stands(&x), before);
    // It is owed as of its own day: the same payment brings the same interest again.
    x.paid_on("DEU", "100.00", Day(day.0 + 10));
    assert_eq!([x.cash(account::DUE, "DEU"), x.cash(account::LATE, "DEU")], [0, 10]);
    holds(&x);
}

/// I-22: what came from one member was another's.
#[test]
fn f23_a_payment_that_was_anothers_is_owed_again_by_the_one_and_pays_for_the_other() {
    let (mut x, day) = late();
    x.paid_on("DEU", "100.00", day);
    let line = last_line(&x);
    x.accept("CAN/treasurer", identify(line, "FRA"));
    x.accept("GBR/treasurer", identify(line, "FRA"));
    assert_eq!([x.cash(account::DUE, "DEU"), x.cash(account::PREPAID, "FRA")], [10_000; 2]);
    holds(&x);
}

#[test]
fn f43_what_went_back_to_those_that_had_advanced_it_is_not_asked_of_them_again() {
    let (mut x, _) = late();
    x.wait("696h");
    x.wait("720h");
    x.pass();
    x.pays("DEU", "10.00");
    let line = last_line(&x);
    for correction in [take_back(line), identify(line, "FRA")] {
        x.refuse("CAN/treasurer", correction, "F43");
    }
    holds(&x);
}

#[test]
fn f24_a_seal_makes_nobody_late_that_paid_in_time() {
    // The day of the payment is sealed before its line is entered: it is booked later, and was paid when it was.
    for (days, interest) in [(5, 0), (6, 6)] {
        let (mut x, day) = late();
        x.wait("480h");
        x.accept("FRA/treasurer", seal(x.day(0).0.checked_sub(1).map(Day).unwrap()));
        x.accept("GBR/treasurer", countersign_seal(1));
        x.paid_on("DEU", "100.00", Day(day.0 + days));
        assert_eq!(x.cash(account::LATE, "DEU"), interest, "{days} days late");
        assert_eq!(x.cash(account::DUE, "DEU"), 0);
    }
}

/// Two treasurers enter a receipt that never was and take it back: the default stands as before.
#[test]
fn f25_a_line_that_is_taken_back_ends_no_default() {
    for (amount, still) in [("0.01", true), ("99.99", true), ("100.00", false)] {
        let mut x = Exercise::under(&charter_of_dues());
        x.accept("DEU/root", sign(usd("100.00"), usd("0")));
        x.wait("744h").pass();
        let in_default = |x: &Exercise| x.partnership.fund().owed.in_default(code("DEU"));
        assert!(in_default(&x));
        x.pays("DEU", amount);
        assert_eq!(in_default(&x), still, "{amount}");
        let line = last_line(&x);
        x.accept("CAN/treasurer", take_back(line));
        x.accept("GBR/treasurer", take_back(line));
        assert!(in_default(&x), "{amount}");
        assert_eq!(x.cash(account::DUE, "DEU"), 10_000);
        assert!(
            !x.wait("744h")
                .pass()
                .iter()
                .any(|event| matches!(event, AnyEvent::Fund(Event::InDefault { .. })))
        );
        holds(&x);
    }
}
