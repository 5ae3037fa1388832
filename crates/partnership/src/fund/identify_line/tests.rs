#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::exercise::commands::{
    accredit, countersign_line, identify, line, receipt, revoke, sign, take_back, usd,
};
use crate::exercise::keys::public;
use crate::exercise::{DAY, Exercise, Real};
use crate::fund::Purpose;
use crate::fund::chart::{account, book};
use crate::moment::Day;

/// Cash, suspense; due from `GBR`, prepaid by it; the authority that is available.
fn found(x: &Exercise) -> [i128; 5] {
    let charter = x.partnership.charter();
    let cash = |code, of: &str| x.available(book::cash(charter), code, of);
    [
        cash(account::CASH, ""),
        cash(account::SUSPENSE, ""),
        cash(account::DUE, "GBR"),
        cash(account::PREPAID, "GBR"),
        x.available(book::authority(charter), account::AVAILABLE, ""),
    ]
}

/// `GBR` owes this much, and 10.00 stand in suspense as line 1.
fn suspended(due: &str) -> Exercise {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd(due), usd("1.00")));
    x.booked_line(Purpose::Unidentified, "10.00");
    x
}

#[test]
fn what_stood_in_suspense_is_the_members_receipt_as_if_it_had_been_from_the_first() {
    for (due, [left, prepaid, counts]) in
        [("9.99", [0, 1, 9_99]), ("10.00", [0, 0, 10_00]), ("10.01", [1, 0, 10_00])]
    {
        let mut x = suspended(due);
        x.accept("FRA/treasurer", identify(1, "GBR"));
        x.accept("CAN/treasurer", identify(1, "GBR"));
        assert_eq!(found(&x), [10_00, 0, left, prepaid, counts], "{due}");
        assert_eq!(x.partnership.next_deadline(), None);
    }
}

#[test]
fn it_has_effect_on_the_value_date_of_the_line() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("10.00"), usd("1.00")));
    let value_date = Day(x.next().day().0 - 1);
    x.accept("FRA/treasurer", line(Purpose::Unidentified, usd("10.00"), value_date, "ref 1"));
    x.accept("DEU/treasurer", countersign_line(1));
    x.wait("72h").accept("FRA/treasurer", identify(1, "GBR"));
    let events = x.accept("DEU/treasurer", identify(1, "GBR"));
    let effective = |event: &AnyEvent| match event {
        AnyEvent::Fund(Event::Posted { effective, .. }) => Some(*effective),
        _ => None,
    };
    let days: Vec<Day> = events.iter().filter_map(effective).collect();
    assert_eq!(days, [value_date; 3], "paid, counted, taken out of suspense");
}

#[test]
fn f42_two_treasurers_of_different_members_say_the_same() {
    let mut x = suspended("10.00");
    let before = found(&x);
    let until = x.next().plus("5d".parse().unwrap());
    let events = x.accept("FRA/treasurer", identify(1, "GBR"));
    let (line, correction) = (LineNo(1), Correction::Receipt { from: "GBR".parse().unwrap() });
    let proposed = Event::CorrectionProposed { line, correction, by: "FRA".parse().unwrap(), until };
    assert_eq!(events, [proposed.into()]);
    assert_eq!(found(&x), before);
    x.refuse("FRA/treasurer", identify(1, "GBR"), "F42");
    // Another says something else: neither has two, and neither keeps the other out.
    x.accept("DEU/treasurer", identify(1, "CAN"));
    x.accept("DEU/treasurer", take_back(1));
    assert_eq!(found(&x), before);
    // The member from which it came may be one of the two.
    x.accept("GBR/treasurer", identify(1, "GBR"));
    assert_eq!(found(&x)[2], 0);
    assert_eq!(x.partnership.next_deadline(), None, "what else was said of it is moot");
}

#[test]
fn f42_a_word_counts_in_its_time_and_can_be_said_again() {
    let mut x = suspended("10.00");
    x.accept("FRA/treasurer", identify(1, "GBR"));
    let lapses = x.partnership.next_deadline().unwrap();
    x.clone().at(Moment(lapses.0 - 1)).accept("DEU/treasurer", identify(1, "GBR"));
    for late in [lapses, Moment(lapses.0 + 1)] {
        let mut x = x.clone();
        let events = x.at(late).accept("DEU/treasurer", identify(1, "GBR"));
        assert!(matches!(events[..], [AnyEvent::Fund(Event::CorrectionProposed { .. })]));
        let from = Correction::Receipt { from: "GBR".parse().unwrap() };
        let lapsed = Event::CorrectionLapsed { line: LineNo(1), correction: from }.into();
        assert!(x.booked().iter().any(|booked| booked.event == lapsed && booked.fell_due == Some(lapses)));
        x.accept("FRA/treasurer", identify(1, "GBR"));
    }
}

#[test]
fn f42_a_word_does_not_outlive_the_credential_of_its_key() {
    let mut real = Real::begin();
    real.accept("FRA/treasurer", receipt("CAN", usd("10.00"), real.next().day(), "ref 1"));
    real.accept("DEU/treasurer", countersign_line(1));
    let until = Moment(real.next().0 + DAY);
    real.accept("FRA/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.accept_by("second", "FRA/treasurer", identify(1, "GBR"));
    real.accept("FRA/root", revoke(public("second"), Office::Treasurer));
    let said = |events: &[AnyEvent]| matches!(events, [AnyEvent::Fund(Event::CorrectionProposed { .. })]);
    assert!(said(&real.accept("DEU/treasurer", identify(1, "GBR"))), "it is the first");
    real.refuse("DEU/treasurer", identify(1, "GBR"), "F42");
    assert!(!said(&real.accept("FRA/treasurer", identify(1, "GBR"))), "and this the second");
}

#[test]
fn f39_what_is_identified_stands_in_suspense_or_as_anothers_receipt() {
    let mut x = suspended("10.00");
    for unknown in [0, 2] {
        x.refuse("FRA/treasurer", identify(unknown, "GBR"), "F39");
    }
    let waits = x.entered_line(Purpose::Unidentified, "1.00");
    x.refuse("FRA/treasurer", identify(waits, "GBR"), "F39");
    let (income, _) = x.booked_line(Purpose::Income, "1.00");
    x.refuse("FRA/treasurer", identify(income, "GBR"), "F39");
    x.accept("FRA/treasurer", identify(1, "GBR"));
    x.accept("DEU/treasurer", identify(1, "GBR"));
    x.refuse("FRA/treasurer", identify(1, "GBR"), "F39");
}

#[test]
fn f3_it_is_a_members() {
    suspended("10.00").refuse("FRA/treasurer", identify(1, "USA"), "F3");
}

/// I-22: a payment that was booked as another member's.
#[test]
fn i_22_anothers_receipt_goes_over_though_the_authority_it_counts_for_is_set_aside() {
    let mut x = Exercise::funded("10.00");
    x.accept("FRA/root", sign(usd("10.00"), usd("0")));
    x.approved(&["10.00"]);
    assert_eq!(found(&x), [10_00, 0, 0, 0, 0]);
    x.accept("FRA/treasurer", identify(1, "FRA"));
    let events = x.accept("DEU/treasurer", identify(1, "FRA"));
    let reversals = events
        .iter()
        .filter(|event| matches!(event, AnyEvent::Fund(Event::Posted { reverses: Some(_), .. })));
    assert_eq!(reversals.count(), 2, "nothing is deleted");
    assert_eq!(found(&x), [10_00, 0, 10_00, 0, 0], "GBR owes again");
    assert_eq!(x.available(book::cash(x.partnership.charter()), account::DUE, "FRA"), 0);
}

#[test]
fn f41_it_does_not_go_over_to_one_for_whom_it_would_not_count_if_a_case_needs_it() {
    let mut x = Exercise::funded("10.00");
    x.accept("FRA/root", sign(usd("9.99"), usd("0")));
    x.approved(&["10.00"]);
    let refusal = x.refuse("FRA/treasurer", identify(1, "FRA"), "F41");
    assert_eq!(
        refusal,
        Refusal::from(LineRefusal::SetAside { needed: usd("10.00"), available: usd("9.99") }).into()
    );
    x.received("CAN", usd("1.00"));
    x.accept("CAN/root", sign(usd("0.01"), usd("0")));
    x.accept("FRA/treasurer", identify(1, "FRA"));
    x.accept("DEU/treasurer", identify(1, "FRA"));
}
