//! How money that comes is matched with what is due: the cases of reconciliation by their numbers.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{call, execute, identify, line, sign, usd};
use crate::fund::chart::{account, book};
use crate::moment::Day;

/// Cash, due from `GBR`, prepaid by it, bank charges, and income.
fn found(x: &Exercise) -> [i128; 5] {
    let cash = |code, of: &str| x.available(book::cash(x.partnership.charter()), code, of);
    [
        cash(account::CASH, ""),
        cash(account::DUE, "GBR"),
        cash(account::PREPAID, "GBR"),
        cash(account::BANK_CHARGES, ""),
        cash(account::INCOME, ""),
    ]
}

fn owing(paid_in: &str, callable: &str) -> Exercise {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd(paid_in), usd(callable)));
    x
}

/// I-19: a payment in part pays the oldest first.
#[test]
fn i_19_a_payment_in_part_pays_the_oldest_due_first() {
    let hearing = "hearing = \"14d\"";
    let charter = crate::exercise::CHARTER.replace(hearing, &[hearing, "\nin-arrears = \"30d\""].concat());
    let mut x = Exercise::under(&charter);
    x.accept("GBR/root", sign(usd("10.00"), usd("5.00")));
    let first = x.next();
    let decision = x.wait("240h").decided(call("5.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    let member = "GBR".parse().unwrap();
    let oldest = |x: &Exercise| {
        let late = Moment(x.next().0 + 900 * crate::exercise::DAY);
        x.partnership.fund().in_arrears(member, x.partnership.charter(), late)
    };
    assert!(oldest(&x).unwrap() < first);
    x.received("GBR", usd("9.99"));
    assert!(oldest(&x).unwrap() < first, "a cent of it is still as old");
    x.received("GBR", usd("0.01"));
    assert!(oldest(&x).unwrap() > first, "what is left is the call");
    assert_eq!(found(&x), [10_00, 5_00, 0, 0, 0]);
    x.received("GBR", usd("5.00"));
    assert_eq!(oldest(&x), None);
}

/// I-20: what is paid over is prepaid, pays what falls due, or goes back, and is never income.
#[test]
fn i_20_what_is_over_is_prepaid_and_never_income() {
    let mut x = owing("10.00", "2.00");
    x.received("GBR", usd("15.00"));
    assert_eq!(found(&x), [15_00, 0, 5_00, 0, 0]);
    let decision = x.decided(call("2.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    assert_eq!(found(&x), [15_00, 0, 3_00, 0, 0]);
    x.booked_line(Purpose::Refund { to: "GBR".parse().unwrap() }, "3.00");
    assert_eq!(found(&x), [12_00, 0, 0, 0, 0]);
}

/// I-21: a receipt that nobody can place waits in suspense, and is nobody's until it is identified.
#[test]
fn i_21_an_unidentified_receipt_is_in_suspense_until_two_say_whose_it_is() {
    let mut x = owing("10.00", "0");
    let value_date = x.next().day();
    x.accept("FRA/treasurer", line(Purpose::Unidentified, usd("10.00"), value_date, "ref 1"));
    x.accept("DEU/treasurer", crate::exercise::commands::countersign_line(1));
    assert_eq!(found(&x), [10_00, 10_00, 0, 0, 0]);
    x.wait("48h").accept("FRA/treasurer", identify(1, "GBR"));
    let events = x.accept("DEU/treasurer", identify(1, "GBR"));
    assert_eq!(found(&x), [10_00, 0, 0, 0, 0]);
    let later = |event: &AnyEvent| match event {
        AnyEvent::Fund(Event::Posted { effective, .. }) => *effective != Day(value_date.0),
        _ => false,
    };
    assert!(!events.iter().any(later), "with the value date of the line");
}

/// I-23: a receipt that a bank on the way took its fee from stays short by it.
#[test]
fn i_23_what_a_bank_on_the_way_kept_is_still_due() {
    let mut x = owing("10.00", "0");
    x.received("GBR", usd("9.75"));
    assert_eq!(found(&x), [9_75, 25, 0, 0, 0], "neither paid nor a charge of the fund's");
    // What our own bank charges is a line of its own, and pays nobody's due.
    x.booked_line(Purpose::BankCharge, "0.05");
    assert_eq!(found(&x), [9_70, 25, 0, 5, 0]);
    x.received("GBR", usd("0.25"));
    assert_eq!(found(&x)[1], 0);
}
