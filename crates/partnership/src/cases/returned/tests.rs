#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::cases::Event;
use crate::exercise::Exercise;
use crate::exercise::commands::{close, countersign, countersign_line, instruct, line, payment, usd};
use crate::fund::{Purpose, book};

fn back(number: u32) -> Purpose {
    Purpose::Returned { payment: PaymentNo(number) }
}

/// Cash; assistance to the case; authority allocated to it, committed for and consumed by its first tranche.
fn found(x: &Exercise) -> [i128; 5] {
    let charter = x.partnership.charter();
    let authority = |code, of: &str| x.available(book::authority(charter), code, of);
    [
        x.available(book::cash(charter), account::CASH, ""),
        x.available(book::cash(charter), account::ASSISTANCE, "case-1"),
        authority(account::ALLOCATED, "case-1"),
        authority(account::COMMITTED, "case-1/tranche-1"),
        authority(account::CONSUMED, "case-1/tranche-1"),
    ]
}

#[test]
fn a_settled_payment_that_comes_back_leaves_the_case_as_it_was_before_the_instruction() {
    let mut x = Exercise::funded("100.00");
    x.attested(&["10.00", "20.00"]);
    let before = found(&x);
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    let today = x.next().day();
    x.accept("GBR/treasurer", payment(1, usd("10.00"), today, "out"));
    x.accept("DEU/treasurer", countersign_line(2));
    assert_eq!(found(&x), [90_00, 10_00, 20_00, 0, 10_00]);
    let (_, events) = x.booked_line(back(1), "10.00");
    let (case, tranche, payment) = (CaseNo(1), TrancheNo(1), PaymentNo(1));
    let returned = fund::Event::PaymentReturned { line: LineNo(3), payment, case, tranche };
    assert_eq!(events.last(), Some(&returned.into()));
    assert_eq!(found(&x), before);
    assert_eq!(x.available(book::authority(x.partnership.charter()), account::AVAILABLE, ""), 70_00);
}

#[test]
fn the_tranche_is_paid_again_once() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.booked_line(back(1), "10.00");
    x.refuse("FRA/case-officer", close(1), "C15");
    x.accept("FRA/treasurer", instruct(1, 1));
    x.refuse("FRA/treasurer", instruct(1, 1), "C10");
    x.accept("DEU/treasurer", countersign(2));
    let today = x.next().day();
    // The first cannot be settled any more, and the second only as itself.
    x.refuse("GBR/treasurer", payment(1, usd("10.00"), today, "out"), "C14");
    x.accept("GBR/treasurer", payment(2, usd("10.00"), today, "out"));
    x.accept("DEU/treasurer", countersign_line(4));
    assert_eq!(found(&x), [90_00, 10_00, 0, 0, 10_00]);
    x.refuse("FRA/treasurer", instruct(1, 1), "C10");
    x.accept("FRA/case-officer", close(1));
}

#[test]
fn a_payment_with_the_bank_that_comes_back_left_and_came_back_at_once() {
    let mut x = Exercise::funded("100.00");
    let number = x.in_flight(&["10.00"]);
    let (_, events) = x.booked_line(back(number), "10.00");
    let (case, tranche, payment) = (CaseNo(1), TrancheNo(1), PaymentNo(number));
    assert_eq!(events[1], Event::Paid { payment, case, tranche }.into());
    assert_eq!(found(&x), [10_000, 0, 10_00, 0, 0]);
    assert_eq!(x.partnership.fund().books().holds().count(), 0);
    x.accept("FRA/treasurer", instruct(1, 1));
}

#[test]
fn a_closed_case_is_open_again_when_its_money_comes_back() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.accept("FRA/case-officer", close(1));
    x.refuse("FRA/treasurer", instruct(1, 1), "C5");
    x.booked_line(back(1), "10.00");
    x.accept("FRA/treasurer", instruct(1, 1));
    x.accept("DEU/treasurer", countersign(2));
}

#[test]
fn f36_the_money_of_a_payment_comes_back_once() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    let twice = [x.entered_line(back(1), "10.00"), x.entered_line(back(1), "10.00")];
    x.accept("DEU/treasurer", countersign_line(twice[0]));
    x.refuse("DEU/treasurer", countersign_line(twice[1]), "F36");
    let today = x.next().day();
    x.refuse("FRA/treasurer", line(back(1), usd("10.00"), today, "back"), "F36");
}

#[test]
fn f11_it_comes_back_whole() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    let today = x.next().day();
    for other in ["9.99", "10.01"] {
        x.refuse("FRA/treasurer", line(back(1), usd(other), today, "back"), "F11");
    }
}

#[test]
fn f10_nothing_comes_back_before_the_day_on_which_it_was_instructed() {
    let mut x = Exercise::funded("100.00");
    let number = x.in_flight(&["10.00"]);
    let today = x.next().day();
    x.refuse("FRA/treasurer", line(back(number), usd("10.00"), Day(today.0 - 1), "back"), "F10");
    x.accept("FRA/treasurer", line(back(number), usd("10.00"), today, "back"));
}
