//! Recoveries: what was given or lost, and came back.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::{approved, authority, back, cash, line_of, pays};
use crate::cases::Event;
use crate::decisions::Effect;
use crate::exercise::Exercise;
use crate::exercise::commands::{
    claim, countersign, countersign_line, execute, guarantee, instruct, line, loan, recovery, take_back, usd,
};
use crate::fund::{Purpose, account};
use crate::ids::{CaseNo, LineNo, PaymentNo};

fn recovers(x: &mut Exercise, case: u32, amount: &str, reference: &str) {
    let day = x.next().day();
    let entered = x.accept("GBR/treasurer", recovery(case, usd(amount), day, reference));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
}

/// I-37: one unit less than was paid, all of it, and one more: what is over is held for the payer.
#[test]
fn i_37_what_comes_back_of_a_grant_was_not_given_and_gives_authority_back() {
    for (amount, given, over) in [("9.99", 1, 0), ("10.00", 0, 0), ("10.01", 0, 1)] {
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00"]);
        recovers(&mut x, 1, amount, "back");
        assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), given, "{amount}");
        assert_eq!(cash(&x, account::PREPAID, "CAN"), over, "never beyond what was paid");
        assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00 - given);
    }
}

#[test]
fn c34_nothing_is_recovered_of_what_was_not_paid_or_came_back() {
    let mut x = Exercise::funded("100.00");
    let day = x.next().day();
    x.refuse("GBR/treasurer", recovery(1, usd("1.00"), day, "back"), "C1");
    x.in_flight(&["10.00"]);
    x.requested(&["10.00"]);
    let day = x.next().day();
    x.refuse("GBR/treasurer", recovery(2, usd("1.00"), day, "back"), "C34");
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    let day = x.next().day();
    let late = x.accept("GBR/treasurer", recovery(1, usd("1.00"), day, "late"));
    recovers(&mut x, 1, "10.00", "back");
    x.refuse("DEU/treasurer", countersign_line(line_of(&late)), "C34");
    x.refuse("GBR/treasurer", recovery(1, usd("1.00"), day, "later"), "C34");
}

#[test]
fn what_was_paid_on_a_claim_is_recovered_too() {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["50.00"], guarantee(100));
    x.accept("CAN/representative", claim(1, usd("30.00")));
    pays(&mut x, 1, 1, 1, "30.00");
    recovers(&mut x, 1, "20.00", "back");
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 10_00);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 70_00);
}

#[test]
fn what_was_lost_with_a_loan_is_recovered_and_what_is_outstanding_is_not() {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["40.00"], loan(0, &[(0, "40.00")], None));
    let (day, _) = pays(&mut x, 1, 1, 1, "40.00");
    x.refuse("GBR/treasurer", recovery(1, usd("1.00"), day, "back"), "C34");
    back(&mut x, 1, "10.00", day);
    let decision = x.adopted(Effect::WriteOff { case: CaseNo(1) });
    x.accept("DEU/representative", execute(decision));
    recovers(&mut x, 1, "5.00", "after all");
    assert_eq!(cash(&x, account::LOANS_LOST, "case-1"), 25_00);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 75_00);
}

#[test]
fn f36_what_was_recovered_does_not_come_back_as_a_return_too() {
    for (recovered, returns) in [(None, true), (Some("0.01"), false), (Some("10.00"), false)] {
        let mut x = Exercise::funded("100.00");
        let payment = PaymentNo(x.paid(&["10.00"]));
        if let Some(amount) = recovered {
            recovers(&mut x, 1, amount, "back");
        }
        let day = x.next().day();
        let comes = line(Purpose::Returned { payment }, usd("10.00"), day, "returned");
        if returns {
            let entered = x.accept("GBR/treasurer", comes);
            x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
        } else {
            x.refuse("GBR/treasurer", comes, "F36");
        }
    }
    // Nor if it was recovered while the line waited.
    let mut x = Exercise::funded("100.00");
    let payment = PaymentNo(x.paid(&["10.00"]));
    let day = x.next().day();
    let late = x.accept("GBR/treasurer", line(Purpose::Returned { payment }, usd("10.00"), day, "late"));
    recovers(&mut x, 1, "10.00", "back");
    x.refuse("DEU/treasurer", countersign_line(line_of(&late)), "F36");
}

#[test]
fn c34_nothing_is_recovered_of_a_payment_that_has_not_left() {
    let mut x = Exercise::funded("100.00");
    x.in_flight(&["10.00"]);
    let day = x.next().day();
    x.refuse("GBR/treasurer", recovery(1, usd("1.00"), day, "back"), "C34");
    // Of two payments, what has left is recovered, and what is over is the payer's.
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00", "20.00"]);
    x.accept("DEU/treasurer", instruct(1, 2));
    x.accept("FRA/treasurer", countersign(2));
    recovers(&mut x, 1, "12.00", "back");
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 20_00);
    assert_eq!(cash(&x, account::PREPAID, "CAN"), 2_00);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 80_00);
}

#[test]
fn a_recovery_that_did_not_come_is_taken_back() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    recovers(&mut x, 1, "10.01", "back");
    x.accept("FRA/treasurer", take_back(3));
    let events = x.accept("DEU/treasurer", take_back(3));
    let event = Event::RecoveryTakenBack {
        case: CaseNo(1),
        amount: usd("10.00"),
        line: LineNo(3),
        advance: usd("0"),
    };
    assert!(events.contains(&event.into()));
    assert_eq!([cash(&x, account::ASSISTANCE, "case-1"), cash(&x, account::PREPAID, "CAN")], [10_00, 0]);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 90_00);
    recovers(&mut x, 1, "9.00", "as it came");
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 1_00);
}
