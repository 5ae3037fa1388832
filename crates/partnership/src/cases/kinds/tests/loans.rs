//! Loans: paid out, repaid, overdue, written off.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use alloc::vec;
use alloc::vec::Vec;

use super::{approved, asked, authority, back, cash, line_of, pays};
use crate::cases::{Event, KindRefusal};
use crate::decisions::Effect;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{
    close, countersign, countersign_line, execute, instruct, loan, payment, repayment, table, usd,
};
use crate::exercise::{DAY, Exercise};
use crate::fund::account;
use crate::ids::CaseNo;
use crate::moment::{Day, Moment};

/// A loan of 40.00 in two instalments that is paid out, its first day, with this interest.
pub(super) fn lent(interest: Option<u32>) -> (Exercise, Day) {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["40.00"], loan(30, &[(0, "15.00"), (335, "25.00")], interest));
    let (day, _) = pays(&mut x, 1, 1, 1, "40.00");
    (x, day)
}

pub(super) fn at_day(x: &mut Exercise, day: Day) {
    x.at(Moment(u64::from(day.0) * DAY + DAY / 2));
}

pub(super) fn later(day: Day, days: u32) -> Day {
    Day(day.0 + days)
}

#[test]
fn what_is_lent_is_still_the_funds_and_no_assistance() {
    let (x, _) = lent(None);
    assert_eq!([cash(&x, account::LOANS, "case-1"), cash(&x, account::ASSISTANCE, "case-1")], [40_00, 0]);
    assert_eq!(authority(&x, account::CONSUMED, "case-1/tranche-1"), 40_00);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 60_00);
}

#[test]
fn what_is_repaid_is_no_income_gives_authority_back_and_closes_the_loan() {
    let (mut x, day) = lent(None);
    let events = back(&mut x, 1, "39.99", day);
    assert!(!events.contains(&Event::Closed { case: CaseNo(1) }.into()));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 99_99);
    assert_eq!(authority(&x, account::CONSUMED, "case-1/tranche-1"), 1);
    let events = back(&mut x, 1, "0.01", day);
    assert!(events.contains(&Event::Closed { case: CaseNo(1) }.into()));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00);
    let found = [account::LOANS, account::LOAN_INTEREST].map(|code| cash(&x, code, "case-1"));
    assert_eq!((found, cash(&x, account::CASH, "")), ([0, 0], 100_00));
    assert_eq!(x.partnership.next_deadline(), None, "nothing more falls due");
}

#[test]
fn interest_is_exact_to_the_unit_and_paid_before_principal() {
    // 5 % of 40.00 for 73 days is 0.40; a day less is 0.3945, a day more 0.4054.
    for (days, interest) in [(72, 39), (73, 40), (74, 40), (365, 2_00)] {
        let (mut x, day) = lent(Some(50_000));
        let on = later(day, days);
        at_day(&mut x, on);
        back(&mut x, 1, "10.00", on);
        assert_eq!(cash(&x, account::LOAN_INTEREST, "case-1"), interest, "{days} days");
        assert_eq!(cash(&x, account::LOANS, "case-1"), 40_00 - (10_00 - interest), "{days} days");
    }
}

#[test]
fn interest_of_many_small_payments_is_the_same_as_of_one() {
    let (mut x, day) = lent(Some(50_000));
    for days in 1..=73 {
        let on = later(day, days);
        at_day(&mut x, on);
        // Two lines a day: the second finds no interest owed.
        let before = cash(&x, account::LOAN_INTEREST, "case-1");
        back(&mut x, 1, "0.01", on);
        let after = cash(&x, account::LOAN_INTEREST, "case-1");
        assert!(after - before <= 1);
    }
    let principal = 40_00 - cash(&x, account::LOANS, "case-1");
    let interest = cash(&x, account::LOAN_INTEREST, "case-1");
    assert_eq!((principal + interest, interest), (73, 39), "0.39 of 0.3965, as some principal came back");
}

#[test]
fn what_is_over_is_held_for_the_payer_and_nobodys_income() {
    for (amount, over) in [("39.99", 0), ("40.00", 0), ("40.01", 1)] {
        let (mut x, day) = lent(None);
        back(&mut x, 1, amount, day);
        assert_eq!(cash(&x, account::PREPAID, "CAN"), over, "{amount}");
    }
}

#[test]
fn an_instalment_falls_due_at_the_end_of_its_day_and_what_is_owed_is_said() {
    for (paid, owed) in [("14.99", "0.01"), ("15.00", "0.00"), ("15.01", "0.00")] {
        let (mut x, day) = lent(None);
        back(&mut x, 1, paid, day);
        let due = later(day, 30);
        let ends = Moment(u64::from(due.0 + 1) * DAY);
        assert_eq!(x.partnership.next_deadline(), Some(ends));
        assert_eq!(x.at(Moment(ends.0 - 1)).pass(), vec![]);
        let fell = Event::FellDue { case: CaseNo(1), instalment: 1, on: due, owed: usd(owed) };
        assert_eq!(x.at(ends).pass(), vec![fell.into()], "{paid}");
        let next = Moment(u64::from(later(day, 366).0) * DAY);
        assert_eq!(x.partnership.next_deadline(), Some(next));
    }
}

#[test]
fn c20_money_comes_back_only_on_what_is_outstanding() {
    let (mut x, day) = lent(None);
    let other = asked(&mut x, &["1.00"], loan(0, &[(0, "1.00")], None));
    let grant = x.requested(&["1.00"]);
    for case in [other, grant] {
        x.refuse("GBR/treasurer", repayment(case, usd("1.00"), day, "back"), "C20");
        x.refuse("DEU/representative", table(Effect::WriteOff { case: CaseNo(case) }), "C20");
    }
    x.refuse("GBR/treasurer", repayment(99, usd("1.00"), day, "back"), "C1");
    let late = x.accept("GBR/treasurer", repayment(1, usd("1.00"), day, "late"));
    back(&mut x, 1, "40.00", day);
    x.refuse("DEU/treasurer", countersign_line(line_of(&late)), "C20");
    x.refuse("GBR/treasurer", repayment(1, usd("1.00"), day, "later"), "C20");
}

#[test]
fn c21_a_loan_is_closed_when_nothing_is_outstanding() {
    let (mut x, day) = lent(None);
    let refusal = x.refuse("DEU/case-officer", close(1), "C21");
    assert_eq!(refusal, KindRefusal::NotAtItsEnd(CaseNo(1)).into());
    back(&mut x, 1, "40.00", day);
    x.refuse("DEU/case-officer", close(1), "C5");
}

#[test]
fn a_decision_writes_a_loan_off_as_a_loss_and_gives_no_authority_back() {
    let (mut x, day) = lent(None);
    back(&mut x, 1, "10.00", day);
    let decision = x.adopted(Effect::WriteOff { case: CaseNo(1) });
    let events = x.accept("DEU/representative", execute(decision));
    assert!(events.contains(&Event::Closed { case: CaseNo(1) }.into()));
    let found = [account::LOANS, account::LOANS_LOST].map(|code| cash(&x, code, "case-1"));
    assert_eq!(found, [0, 30_00]);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 70_00);
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn of_a_loan_in_two_tranches_the_first_can_be_repaid_before_the_second_is_paid() {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["10.00", "20.00"], loan(0, &[(10, "30.00")], None));
    let (day, _) = pays(&mut x, 1, 1, 1, "10.00");
    let events = back(&mut x, 1, "10.00", day);
    assert!(!events.contains(&Event::Closed { case: CaseNo(1) }.into()), "a tranche is still to be paid");
    x.refuse("DEU/case-officer", close(1), "C15");
    pays(&mut x, 1, 2, 2, "20.00");
    assert_eq!(cash(&x, account::LOANS, "case-1"), 20_00);
    let day = x.next().day();
    assert!(back(&mut x, 1, "20.00", day).contains(&Event::Closed { case: CaseNo(1) }.into()));
}

#[test]
fn a_loan_whose_payment_comes_back_is_not_owed_and_not_what_was_repaid_of_it() {
    let (mut x, _) = lent(None);
    let mut repaid = x.clone();
    let returned = crate::fund::Purpose::Returned { payment: crate::PaymentNo(1) };
    let (_, events) = x.booked_line(returned, "40.00");
    assert!(events.iter().any(|event| matches!(event, AnyEvent::Cases(Event::NotLent { .. }))));
    assert_eq!([cash(&x, account::LOANS, "case-1"), cash(&x, account::CASH, "")], [0, 100_00]);
    let day = x.next().day();
    x.refuse("GBR/treasurer", repayment(1, usd("0.01"), day, "ref 9"), "C20");
    // What was repaid had reached the borrower, whatever a bank says later.
    let day = repaid.next().day();
    back(&mut repaid, 1, "0.01", day);
    let line = crate::exercise::commands::line(returned, usd("40.00"), day, "ref 9");
    repaid.refuse("GBR/treasurer", line, "F36");
}

/// C16: the schedule runs from the first payment that reached the borrower.
#[test]
fn c16_a_loan_that_came_back_whole_begins_anew_when_it_is_paid_again() {
    let (mut x, _) = lent(None);
    let deadlines = x.clone().partnership.next_deadline();
    assert!(deadlines.is_some());
    x.booked_line(crate::fund::Purpose::Returned { payment: crate::PaymentNo(1) }, "40.00");
    assert_eq!(x.partnership.next_deadline(), None, "nothing falls due of what nobody has");
    x.wait("9600h").pass();
    let first = x.next().day();
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(2));
    let entered = x.accept("GBR/treasurer", payment(2, usd("40.00"), first, "out again"));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
    // The first instalment is due at once, 30 days of grace after.
    let due = |events: Vec<AnyEvent>| {
        events.into_iter().filter(|event| matches!(event, AnyEvent::Cases(Event::FellDue { .. }))).count()
    };
    at_day(&mut x, later(first, 30));
    assert_eq!(due(x.pass()), 0);
    at_day(&mut x, later(first, 31));
    assert_eq!(due(x.pass()), 1);
}
