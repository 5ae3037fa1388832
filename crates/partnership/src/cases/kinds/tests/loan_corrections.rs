//! Lines about loans that are taken back: as if they had never been.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec::Vec;

use super::loans::{at_day, later, lent};
use super::{approved, authority, back, cash, pays};
use crate::cases::Event;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{close, loan, repayment, take_back, usd};
use crate::exercise::{DAY, Exercise};
use crate::fund::account;
use crate::ids::{CaseNo, LineNo};
use crate::moment::Moment;

fn taken_back(x: &mut Exercise, line: u32) -> Vec<AnyEvent> {
    x.accept("FRA/treasurer", take_back(line));
    x.accept("DEU/treasurer", take_back(line))
}

/// I-22: what two treasurers entered of a loan, and had not come so, two take back: as if it had never been said.
#[test]
fn i_22_a_repayment_that_did_not_come_was_outstanding_all_the_time() {
    let (mut never, day) = lent(Some(50_000));
    let mut x = never.clone();
    at_day(&mut x, later(day, 73));
    let before = x.partnership.fund().books().clone();
    back(&mut x, 1, "10.00", later(day, 73));
    at_day(&mut x, later(day, 146));
    taken_back(&mut x, 3);
    assert_eq!([cash(&x, account::LOANS, "case-1"), cash(&x, account::LOAN_INTEREST, "case-1")], [40_00, 0]);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 60_00);
    assert!(before.is_balanced() && x.partnership.fund().books().is_balanced());
    // Interest of the 146 days, on all that was lent.
    at_day(&mut never, later(day, 146));
    for x in [&mut never, &mut x] {
        back(x, 1, "10.00", later(day, 146));
        assert_eq!(cash(x, account::LOAN_INTEREST, "case-1"), 80);
        assert_eq!(cash(x, account::LOANS, "case-1"), 30_80);
    }
}

#[test]
fn a_loan_that_was_closed_by_what_did_not_come_is_open_again_and_falls_due() {
    let (mut x, day) = lent(None);
    back(&mut x, 1, "40.01", day);
    assert_eq!(x.partnership.next_deadline(), None);
    let events = taken_back(&mut x, 3);
    let (case, line, principal) = (CaseNo(1), LineNo(3), usd("40.00"));
    let event = Event::RepaymentTakenBack { case, interest: usd("0"), principal, on: day, line };
    assert!(events.contains(&event.into()));
    assert_eq!([cash(&x, account::PREPAID, "CAN"), cash(&x, account::LOANS, "case-1")], [0, 40_00]);
    let ends = Moment(u64::from(later(day, 31).0) * DAY);
    assert_eq!(x.partnership.next_deadline(), Some(ends));
    back(&mut x, 1, "40.00", day);
    x.refuse("DEU/case-officer", close(1), "C5");
}

#[test]
fn f41_what_came_back_and_was_promised_again_is_not_taken_back() {
    for (promised, refused) in [("99.99", true), ("60.01", true), ("60.00", false)] {
        let (mut x, day) = lent(None);
        back(&mut x, 1, "40.00", day);
        x.approved(&[promised]);
        if refused {
            x.refuse("FRA/treasurer", take_back(3), "F41");
        } else {
            taken_back(&mut x, 3);
        }
    }
}

/// The first of two tranches came back: no interest runs on it from the day on which it had left.
#[test]
fn no_interest_runs_on_a_tranche_that_never_reached_the_borrower() {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["40.00", "20.00"], loan(0, &[(700, "60.00")], Some(50_000)));
    let (day, _) = pays(&mut x, 1, 1, 1, "40.00");
    pays(&mut x, 1, 2, 2, "20.00");
    at_day(&mut x, later(day, 30));
    x.booked_line(crate::fund::Purpose::Returned { payment: crate::PaymentNo(1) }, "40.00");
    at_day(&mut x, later(day, 365));
    back(&mut x, 1, "21.00", later(day, 365));
    assert_eq!(cash(&x, account::LOAN_INTEREST, "case-1"), 1_00, "of 20.00 alone");
    assert_eq!([cash(&x, account::LOANS, "case-1"), cash(&x, account::PREPAID, "CAN")], [0, 0]);
}

/// I-22: lines come in any order of value dates, and are taken back: interest is of what was outstanding, and nothing else.
#[test]
fn i_22_interest_is_of_what_was_outstanding_in_whatever_order_lines_come() {
    // A hundredth of a per cent a day, of 40.00.
    let lent = || {
        let (mut x, day) = lent(Some(36_500));
        at_day(&mut x, later(day, 400));
        (x, day)
    };
    let unit_days = |x: &Exercise| x.partnership.cases().loan(CaseNo(1)).unwrap().2.unit_days(x.next().day());
    let (mut plain, day) = lent();
    back(&mut plain, 1, "20.00", later(day, 100));
    let mut x = plain.clone();
    back(&mut x, 1, "10.00", later(day, 50));
    taken_back(&mut x, 4);
    assert_eq!(unit_days(&x), unit_days(&plain));
    // 10.00 that came on day 50 are outstanding for 50 days and not for 100, whenever they are booked.
    let (mut in_order, day) = lent();
    let (mut late, _) = lent();
    let zero = |x: &mut Exercise, amount, days| back(x, 1, amount, later(day, days));
    zero(&mut in_order, "10.20", 50);
    zero(&mut late, "0.20", 50);
    zero(&mut late, "0.20", 100);
    zero(&mut late, "10.00", 50);
    zero(&mut in_order, "0.15", 100);
    let found = |x: &Exercise| cash(x, account::LOANS, "case-1") + cash(x, account::LOAN_INTEREST, "case-1");
    assert_eq!(found(&in_order) - cash(&in_order, account::LOAN_INTEREST, "case-1"), 30_00);
    assert!((unit_days(&late) - unit_days(&in_order)).abs() <= 400 * 20, "but for cents between");
}

#[test]
fn c20_interest_that_is_owed_is_paid_though_all_principal_is_back() {
    let (mut x, day) = lent(Some(365_000));
    at_day(&mut x, later(day, 10));
    back(&mut x, 1, "0.40", later(day, 10));
    back(&mut x, 1, "40.00", later(day, 10));
    assert_eq!(x.partnership.next_deadline(), None);
    taken_back(&mut x, 3);
    // Nothing is outstanding, and the case stays closed; what is owed in interest is entered anew, and no more.
    x.refuse("DEU/case-officer", close(1), "C5");
    assert_eq!(x.partnership.next_deadline(), None);
    back(&mut x, 1, "0.41", later(day, 10));
    assert_eq!(cash(&x, account::LOAN_INTEREST, "case-1"), 40);
    assert_eq!(cash(&x, account::PREPAID, "CAN"), 1);
    x.refuse("GBR/treasurer", repayment(1, usd("0.01"), day, "more"), "C20");
}

#[test]
fn c16_a_loan_of_which_only_interest_was_said_to_have_come_begins_anew_when_nothing_came() {
    let (mut x, day) = lent(Some(365_000));
    at_day(&mut x, later(day, 10));
    back(&mut x, 1, "0.40", later(day, 10));
    x.booked_line(crate::fund::Purpose::Returned { payment: crate::PaymentNo(1) }, "40.00");
    taken_back(&mut x, 3);
    assert_eq!(x.partnership.next_deadline(), None, "nobody has anything of it");
}
