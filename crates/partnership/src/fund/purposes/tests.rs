#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec::Vec;

use crate::PaymentNo;
use crate::exercise::Exercise;
use crate::exercise::commands::{countersign_line, line, receipt, sign, usd};
use crate::fund::chart::{account, book};
use crate::fund::{Event, Purpose};
use crate::ids::LineNo;

/// What stands on an account of the cash book.
fn cash(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::cash(x.partnership.charter()), code, of)
}

fn authority(x: &Exercise) -> i128 {
    x.available(book::authority(x.partnership.charter()), account::AVAILABLE, "")
}

const GBR: fn() -> Purpose = || Purpose::Refund { to: "GBR".parse().unwrap() };

#[test]
fn money_that_nobody_can_place_stands_in_suspense_and_counts_for_nobody() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    x.booked_line(Purpose::Unidentified, "10.00");
    assert_eq!([cash(&x, account::CASH, ""), cash(&x, account::SUSPENSE, "")], [10_00, 10_00]);
    assert_eq!([cash(&x, account::DUE, "GBR"), authority(&x)], [10_00, 0]);
}

#[test]
fn income_counts_for_no_authority_and_covers_what_the_bank_charges() {
    let mut x = Exercise::funded("100.00");
    x.booked_line(Purpose::Income, "0.50");
    assert_eq!([cash(&x, account::CASH, ""), cash(&x, account::INCOME, "")], [10_050, 50]);
    assert_eq!(authority(&x), 10_000);
    for (charged, left) in [("0.30", 10_000), ("0.20", 10_000), ("0.01", 99_99), ("0.02", 99_97)] {
        x.booked_line(Purpose::BankCharge, charged);
        assert_eq!(authority(&x), left, "{charged}");
    }
    assert_eq!([cash(&x, account::CASH, ""), cash(&x, account::BANK_CHARGES, "")], [99_97, 53]);
}

#[test]
fn f38_a_loss_takes_the_authority_that_is_available_and_none_that_is_set_aside_for_a_case() {
    let mut x = Exercise::funded("100.00");
    x.approved(&["99.98"]);
    assert_eq!(authority(&x), 2);
    for (charged, left) in [("0.01", 1), ("0.01", 0), ("0.01", 0)] {
        x.booked_line(Purpose::BankCharge, charged);
        assert_eq!(authority(&x), left);
    }
    let set_aside = x.available(book::authority(x.partnership.charter()), account::ALLOCATED, "case-1");
    assert_eq!(set_aside, 99_98, "the case has what it had");
}

#[test]
fn f38_a_loss_takes_as_much_authority_as_the_money_had_counted_for() {
    let half = crate::exercise::CHARTER.replace("paid-in = \"100%\"", "paid-in = \"50%\"");
    let mut x = Exercise::under(&half);
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    assert_eq!(authority(&x), 50_00);
    x.booked_line(Purpose::BankCharge, "3.00");
    assert_eq!(authority(&x), 48_50);
}

#[test]
fn f12_a_charge_is_booked_once_there_is_cash_that_is_not_on_its_way_out() {
    let mut x = Exercise::funded("10.00");
    x.in_flight(&["10.00"]);
    let number = x.entered_line(Purpose::BankCharge, "0.01");
    x.refuse("DEU/treasurer", countersign_line(number), "F12");
    x.booked_line(Purpose::Income, "0.01");
    x.accept("DEU/treasurer", countersign_line(number));
}

#[test]
fn f35_a_refund_leaves_only_for_what_stands_as_prepaid_by_the_member() {
    let mut x = Exercise::funded("100.00");
    x.received("GBR", usd("5.00"));
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(GBR(), usd("5.01"), day, "out"), "F35");
    let to = Purpose::Refund { to: "DEU".parse().unwrap() };
    x.refuse("FRA/treasurer", line(to, usd("0.01"), day, "out"), "F35");
    let twice = [x.entered_line(GBR(), "4.99"), x.entered_line(GBR(), "0.02")];
    x.accept("DEU/treasurer", countersign_line(twice[0]));
    x.refuse("DEU/treasurer", countersign_line(twice[1]), "F35");
    x.booked_line(GBR(), "0.01");
    assert_eq!([cash(&x, account::PREPAID, "GBR"), cash(&x, account::CASH, "")], [0, 10_000]);
    assert_eq!(authority(&x), 10_000, "prepaid money had counted for nobody");
}

#[test]
fn f3_a_refund_goes_to_members() {
    let mut x = Exercise::begin();
    let to = Purpose::Refund { to: "USA".parse().unwrap() };
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(to, usd("1.00"), day, "out"), "F3");
}

/// I-35: a debit that we never sent raises an alarm, and authority falls by it.
#[test]
fn i_35_a_debit_that_nobody_instructed_is_an_alarm_and_its_money_counts_no_more() {
    let mut x = Exercise::funded("100.00");
    let (number, events) = x.booked_line(Purpose::NotInstructed, "30.00");
    let alarmed = Event::Alarmed { line: LineNo(number), amount: usd("30.00") };
    assert_eq!(events[1], alarmed.into());
    assert_eq!([cash(&x, account::CASH, ""), cash(&x, account::NOT_INSTRUCTED, "")], [70_00, 30_00]);
    assert_eq!(authority(&x), 70_00);
}

#[test]
fn f37_the_bank_makes_good_whole_what_is_missing_and_once() {
    let mut x = Exercise::funded("100.00");
    let (number, _) = x.booked_line(Purpose::NotInstructed, "30.00");
    let day = x.next().day();
    let good = |of| Purpose::MadeGood { line: LineNo(of) };
    for (of, amount) in [(0, "30.00"), (1, "100.00"), (3, "30.00"), (2, "29.99"), (2, "30.01")] {
        x.refuse("FRA/treasurer", line(good(of), usd(amount), day, "back"), "F37");
    }
    let twice = [x.entered_line(good(number), "30.00"), x.entered_line(good(number), "30.00")];
    x.accept("DEU/treasurer", countersign_line(twice[0]));
    assert_eq!([cash(&x, account::CASH, ""), cash(&x, account::NOT_INSTRUCTED, "")], [10_000, 0]);
    assert_eq!(authority(&x), 10_000);
    x.refuse("DEU/treasurer", countersign_line(twice[1]), "F37");
    x.refuse("FRA/treasurer", line(good(number), usd("30.00"), day, "back"), "F37");
}

#[test]
fn f37_an_alarm_that_only_waits_is_not_made_good() {
    let mut x = Exercise::funded("100.00");
    let number = x.entered_line(Purpose::NotInstructed, "30.00");
    let good = Purpose::MadeGood { line: LineNo(number) };
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(good, usd("30.00"), day, "back"), "F37");
}

/// I-14: the same reference of the bank twice.
#[test]
fn f7_i_14_one_reference_of_the_bank_is_one_line_whatever_it_is_said_to_be() {
    let mut x = Exercise::begin();
    let day = x.next().day();
    x.accept("FRA/treasurer", line(Purpose::Unidentified, usd("1.00"), day, "ref 1"));
    x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), day, "ref 1"));
    x.accept("DEU/treasurer", countersign_line(1));
    x.refuse("DEU/treasurer", countersign_line(2), "F7");
    x.refuse("DEU/treasurer", line(Purpose::Income, usd("1.00"), day, "REF 1"), "F7");
}

/// I-15: the value date is not the day of booking.
#[test]
fn i_15_what_a_line_books_has_effect_on_its_value_date() {
    let mut x = Exercise::begin();
    let day = x.next().day();
    for purpose in [Purpose::Unidentified, Purpose::Income] {
        let number = x.entered_line(purpose, "1.00");
        let events = x.wait("48h").accept("DEU/treasurer", countersign_line(number));
        let posted = |event: &crate::Event| match event {
            crate::Event::Fund(Event::Posted { effective, .. }) => Some(*effective),
            _ => None,
        };
        let effective: Vec<_> = events.iter().filter_map(posted).collect();
        assert_eq!(effective, [x.next().day().0 - 2].map(crate::Day));
        assert!(effective[0] >= day);
    }
}

#[test]
fn f36_what_never_left_does_not_come_back() {
    let mut x = Exercise::funded("100.00");
    let day = x.next().day();
    let back = |payment| Purpose::Returned { payment: PaymentNo(payment) };
    x.refuse("FRA/treasurer", line(back(1), usd("10.00"), day, "back"), "F36");
    let number = x.instructed(&["10.00"]);
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(back(number), usd("10.00"), day, "back"), "F36");
}
