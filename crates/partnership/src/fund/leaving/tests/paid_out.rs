//! What has fallen due is paid out by lines of the bank.

use super::*;
use crate::exercise::commands::{countersign_line, line, take_back};
use crate::fund::Purpose;

fn to(member: &str) -> Purpose {
    Purpose::Settlement { to: member.parse().unwrap() }
}

/// `CAN` left, and is owed 50.00 in four instalments.
fn left() -> Exercise {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "100.00")]);
    leaves(&mut x, "CAN");
    x
}

fn enters(x: &mut Exercise, amount: &str, reference: &str) -> crate::command::Command {
    line(to("CAN"), usd(amount), x.next().day(), reference)
}

#[test]
fn f67_an_instalment_falls_due_with_its_day_and_not_before() {
    let mut x = left();
    // It left at noon: the tenth day is over at noon, and the next begins with midnight.
    let first = x.day(11).begins();
    x.at(Moment(first.0 - 1)).pass();
    assert_eq!(payable(&x, "CAN"), 0);
    let events = x.at(first).pass();
    let (member, day, amount) = ("CAN".parse().unwrap(), first.day(), usd("12.50"));
    assert_eq!(events[0], Event::Leaving(LeavingEvent::FellDue { member, day, amount }).into());
    assert_eq!((payable(&x, "CAN"), owed(&x, "CAN")), (12_50, 50_00));
    // Two days later nothing more, and when all is over the whole.
    x.wait("48h").pass();
    assert_eq!(payable(&x, "CAN"), 12_50);
    x.wait("40d").pass();
    assert_eq!(payable(&x, "CAN"), 50_00);
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn f33_only_what_has_fallen_due_leaves_and_once() {
    let mut x = left();
    let nothing = enters(&mut x, "0.01", "out 1");
    x.refuse("FRA/treasurer", nothing, "F33");
    x.wait("11d").pass();
    let beyond = enters(&mut x, "12.51", "out 1");
    x.refuse("FRA/treasurer", beyond, "F33");
    let other = line(to("GBR"), usd("0.01"), x.next().day(), "out 1");
    x.refuse("FRA/treasurer", other, "F33");
    x.booked_line(to("CAN"), "12.49");
    assert_eq!((payable(&x, "CAN"), owed(&x, "CAN"), x.cash(account::CASH, "")), (1, 37_51, 137_51));
    let again = enters(&mut x, "0.02", "out 2");
    x.refuse("FRA/treasurer", again, "F33");
    x.booked_line(to("CAN"), "0.01");
    assert_eq!(payable(&x, "CAN"), 0);
}

#[test]
fn f33_of_two_lines_that_wait_the_first_that_is_countersigned_is_paid() {
    let mut x = left();
    x.wait("11d").pass();
    let (one, other) = (x.entered_line(to("CAN"), "12.50"), x.entered_line(to("CAN"), "12.50"));
    x.refuse("FRA/treasurer", countersign_line(one), "F9");
    x.accept("GBR/treasurer", countersign_line(other));
    x.refuse("GBR/treasurer", countersign_line(one), "F33");
}

#[test]
fn f1_and_f2_a_settlement_is_paid_in_the_funds_currency() {
    let mut x = left();
    x.wait("11d").pass();
    let day = x.next().day();
    let euros = line(to("CAN"), crate::exercise::commands::eur("1.00"), day, "out");
    x.refuse("FRA/treasurer", euros, "F1");
    x.refuse("FRA/treasurer", line(to("CAN"), usd("0"), day, "out"), "F2");
}

#[test]
fn f40_a_line_of_a_settlement_is_taken_back_and_is_payable_again() {
    let mut x = left();
    x.wait("11d").pass();
    let (number, _) = x.booked_line(to("CAN"), "12.50");
    x.accept("FRA/treasurer", take_back(number));
    x.accept("GBR/treasurer", take_back(number));
    assert_eq!((payable(&x, "CAN"), x.cash(account::CASH, "")), (12_50, 150_00));
    x.booked_line(to("CAN"), "12.50");
}
