//! What was paid is accounted for.

use super::*;
use crate::exercise::commands::eur;

/// One tranche of 10.00, paid.
fn paid() -> Exercise {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x
}

#[test]
fn c39_no_more_is_reported_than_was_paid_and_is_not_accounted_for() {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    x.refuse("CAN/case-officer", report(1, "0.01", None), "C39");
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("CAN/representative", report(1, "3.99", None));
    x.refuse("CAN/case-officer", report(1, "6.02", None), "C39");
    x.accept("CAN/case-officer", report(1, "6.01", None));
    x.refuse("CAN/case-officer", report(1, "0.01", None), "C39");
    pays(&mut x, (1, 2), 2, "5.00", false);
    x.refuse("CAN/case-officer", report(1, "5.01", None), "C39");
    x.accept("CAN/case-officer", report(1, "5.00", None));
}

#[test]
fn c39_a_case_that_is_closed_is_still_accounted_for() {
    let mut x = paid();
    pays(&mut x, (1, 2), 2, "5.00", false);
    x.accept("FRA/case-officer", crate::exercise::commands::close(1));
    x.accept("CAN/case-officer", report(1, "15.00", None));
    x.accept("FRA/case-officer", attest_use(1, 1));
}

#[test]
fn c36_what_is_not_agreed_is_not_accounted_for() {
    let mut x = funded();
    approved(&mut x, None, &["10.00"], None);
    x.refuse("CAN/case-officer", report(1, "1.00", None), "C36");
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.refuse("CAN/case-officer", report(1, "1.00", None), "C36");
}

#[test]
fn c24_and_f1_and_f2_the_beneficiary_reports_something_in_the_funds_currency() {
    let mut x = paid();
    x.refuse("CAN/case-officer", report(2, "1.00", None), "C1");
    x.refuse("DEU/case-officer", report(1, "1.00", None), "C24");
    for nothing in ["0", "-0.01"] {
        x.refuse("CAN/case-officer", report(1, nothing, None), "F2");
    }
    let (case, amount, what) = (CaseNo(1), eur("1.00"), phrase("generators"));
    let command = Cases::ReportUse(ReportUse { case, amount, what, replaces: None });
    x.refuse("CAN/case-officer", command.into(), "F1");
}

#[test]
fn c7_and_c40_another_member_attests_a_report_once() {
    let mut x = paid();
    x.refuse("FRA/case-officer", attest_use(2, 1), "C1");
    for none in [0, 1] {
        x.refuse("FRA/case-officer", attest_use(1, none), "C40");
    }
    x.accept("CAN/case-officer", report(1, "4.00", None));
    x.refuse("CAN/case-officer", attest_use(1, 1), "C7");
    x.accept("FRA/case-officer", attest_use(1, 1));
    x.refuse("GBR/case-officer", attest_use(1, 1), "C40");
}

#[test]
fn c40_a_report_that_is_not_attested_can_be_replaced() {
    let mut x = paid();
    x.refuse("CAN/case-officer", report(1, "4.00", Some(1)), "C40");
    x.accept("CAN/case-officer", report(1, "4.00", None));
    // In its place there can be as much as was left, and what it was.
    x.refuse("CAN/case-officer", report(1, "10.01", Some(1)), "C39");
    x.accept("CAN/case-officer", report(1, "10.00", Some(1)));
    x.refuse("FRA/case-officer", attest_use(1, 1), "C40");
    x.refuse("CAN/case-officer", report(1, "1.00", Some(1)), "C40");
    x.accept("FRA/case-officer", attest_use(1, 2));
    x.refuse("CAN/case-officer", report(1, "1.00", Some(2)), "C40");
}
