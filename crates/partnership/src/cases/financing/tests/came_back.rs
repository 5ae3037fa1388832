//! What was told of money that came back.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::*;
use crate::exercise::commands::take_back;
use crate::fund::{Purpose, account};
use crate::ids::PaymentNo;

/// So much is recovered of the case. The line.
fn recovered(x: &mut Exercise, amount: &str) -> u32 {
    x.booked_line(Purpose::Recovery { case: CaseNo(1) }, amount).0
}

fn books(x: &Exercise) -> [i128; 2] {
    [account::ADVANCES, account::ASSISTANCE].map(|code| cash(x, code, "case-1"))
}

/// Pre-financing of 1.50 is paid, and another tranche waits.
fn ahead() -> Exercise {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    pays(&mut x, (1, 1), 1, "1.50", true);
    x
}

#[test]
fn c39_what_was_told_of_a_payment_that_came_back_counts_no_more() {
    for attested in [false, true] {
        let mut x = funded();
        signed(&mut x, None, &["10.00", "5.00"]);
        pays(&mut x, (1, 1), 1, "10.00", false);
        x.accept("CAN/case-officer", report(1, "10.00", None));
        if attested {
            x.accept("FRA/case-officer", attest_use(1, 1));
        }
        x.booked_line(Purpose::Returned { payment: PaymentNo(1) }, "10.00");
        x.refuse("CAN/case-officer", report(1, "0.01", None), "C39");
        pays(&mut x, (1, 2), 2, "5.00", false);
        x.refuse("CAN/case-officer", report(1, "5.01", None), "C39");
        x.accept("CAN/case-officer", report(1, "5.00", None));
        x.accept("FRA/case-officer", attest_use(1, 2));
    }
}

#[test]
fn c38_and_c39_pre_financing_that_came_back_and_is_paid_anew_is_accounted_for_and_cleared() {
    let mut x = ahead();
    x.accept("CAN/case-officer", report(1, "1.50", None));
    x.booked_line(Purpose::Returned { payment: PaymentNo(1) }, "1.50");
    pays(&mut x, (1, 1), 2, "1.50", true);
    x.refuse("FRA/case-officer", attest_use(1, 1), "C39");
    x.refuse("CAN/case-officer", report(1, "1.51", Some(1)), "C39");
    x.accept("CAN/case-officer", report(1, "1.50", Some(1)));
    x.accept("FRA/case-officer", attest_use(1, 2));
    assert_eq!(books(&x), [0, 1_50]);
    x.accept("DEU/case-officer", attest(1, 2));
    x.accept("DEU/treasurer", instruct(1, 2));
}

#[test]
fn c39_what_was_told_of_what_was_recovered_can_be_told_again_once_the_recovery_is_taken_back() {
    let mut x = ahead();
    x.accept("CAN/case-officer", report(1, "1.00", None));
    let line = recovered(&mut x, "0.80");
    x.refuse("CAN/case-officer", report(1, "0.01", None), "C39");
    // Of what was told, 0.70 is with the beneficiary.
    x.accept("FRA/case-officer", attest_use(1, 1));
    assert_eq!(books(&x), [0, 70]);
    for treasurer in ["GBR/treasurer", "DEU/treasurer"] {
        x.accept(treasurer, take_back(line));
    }
    assert_eq!(books(&x), [80, 70]);
    x.refuse("CAN/case-officer", report(1, "0.81", None), "C39");
    x.accept("CAN/case-officer", report(1, "0.80", None));
    x.accept("FRA/case-officer", attest_use(1, 2));
    assert_eq!(books(&x), [0, 1_50]);
}

#[test]
fn c39_a_report_is_replaced_by_no_more_than_is_left_and_not_attested_when_nothing_is() {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("CAN/case-officer", report(1, "6.00", None));
    x.accept("CAN/case-officer", report(1, "4.00", None));
    recovered(&mut x, "9.00");
    // What nobody attested counts no more first, the latest of it before the rest: 1.00 of the first is left.
    x.refuse("FRA/case-officer", attest_use(1, 2), "C39");
    x.refuse("CAN/case-officer", report(1, "0.01", Some(2)), "C39");
    x.refuse("CAN/case-officer", report(1, "1.01", Some(1)), "C39");
    x.accept("CAN/case-officer", report(1, "1.00", Some(1)));
    recovered(&mut x, "1.00");
    x.refuse("FRA/case-officer", attest_use(1, 3), "C39");
}

#[test]
fn c39_what_is_attested_counts_longer_than_what_is_not() {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("CAN/case-officer", report(1, "4.00", None));
    x.accept("CAN/case-officer", report(1, "6.00", None));
    x.accept("FRA/case-officer", attest_use(1, 2));
    recovered(&mut x, "4.00");
    x.refuse("FRA/case-officer", attest_use(1, 1), "C39");
    recovered(&mut x, "5.00");
    pays(&mut x, (1, 2), 2, "5.00", false);
    x.refuse("CAN/case-officer", report(1, "5.01", None), "C39");
    x.accept("CAN/case-officer", report(1, "5.00", None));
}
