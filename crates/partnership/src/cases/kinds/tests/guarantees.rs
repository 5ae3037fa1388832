//! Guarantees: claimed, paid, released.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::{approved, asked, authority, cash, pays};
use crate::cases::Event;
use crate::decisions::Effect;
use crate::exercise::Exercise;
use crate::exercise::commands::{assist, attest, claim, close, execute, guarantee, table, usd};
use crate::fund::account;
use crate::ids::CaseNo;
use crate::moment::Moment;

#[test]
fn c22_and_c23_a_guarantee_is_drawn_on_by_attested_claims_up_to_its_amount() {
    let mut x = Exercise::funded("100.00");
    let case = asked(&mut x, &["50.00"], guarantee(100));
    x.refuse("CAN/representative", claim(case, usd("1.00")), "C22");
    let decision = x.adopted(assist(case));
    x.accept("DEU/representative", execute(decision));
    assert_eq!(authority(&x, account::ALLOCATED, "case-1"), 50_00);
    x.refuse("DEU/case-officer", attest(1, 1), "C6");
    x.refuse("CAN/representative", claim(case, usd("50.01")), "C23");
    x.accept("CAN/representative", claim(case, usd("30.00")));
    x.refuse("CAN/case-officer", claim(case, usd("20.01")), "C23");
    x.refuse("CAN/case-officer", attest(1, 1), "C7");
    pays(&mut x, 1, 1, 1, "30.00");
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 30_00);
    assert_eq!(authority(&x, account::CONSUMED, "case-1/tranche-1"), 30_00);
    x.refuse("DEU/case-officer", close(1), "C21");
    x.accept("CAN/case-officer", claim(case, usd("20.00")));
    x.refuse("CAN/case-officer", claim(case, usd("0.01")), "C23");
}

#[test]
fn c24_nobody_claims_for_the_beneficiary() {
    let mut x = Exercise::funded("100.00");
    let case = approved(&mut x, &["50.00"], guarantee(100));
    x.refuse("DEU/representative", claim(case, usd("1.00")), "C24");
    x.accept("CAN/representative", claim(case, usd("1.00")));
}

#[test]
fn c22_the_term_ends_by_time_alone_and_what_nobody_claimed_is_free_again() {
    let mut x = Exercise::funded("100.00");
    let case = approved(&mut x, &["50.00"], guarantee(100));
    let ends = x.partnership.next_deadline().unwrap();
    x.accept("CAN/representative", claim(case, usd("20.00")));
    let mut before = x.clone();
    before.at(Moment(ends.0 - 1)).accept("CAN/representative", claim(case, usd("1.00")));
    let released = Event::GuaranteeReleased { case: CaseNo(case), amount: usd("30.00"), decision: None };
    let events = x.at(ends).pass();
    assert_eq!(events[0], released.into());
    assert_eq!(authority(&x, account::AVAILABLE, ""), 80_00);
    x.refuse("CAN/representative", claim(case, usd("1.00")), "C22");
    // What was claimed in time is paid.
    pays(&mut x, 1, 1, 1, "20.00");
    x.accept("DEU/case-officer", close(1));
}

#[test]
fn a_guarantee_that_nobody_claimed_is_closed_by_time() {
    let mut x = Exercise::funded("100.00");
    approved(&mut x, &["50.00"], guarantee(1));
    let ends = x.partnership.next_deadline().unwrap();
    let events = x.at(ends).pass();
    assert_eq!(events.last(), Some(&Event::Closed { case: CaseNo(1) }.into()));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00);
}

#[test]
fn a_decision_releases_a_guarantee_before_its_term() {
    let mut x = Exercise::funded("100.00");
    let case = approved(&mut x, &["50.00"], guarantee(100));
    x.accept("CAN/representative", claim(case, usd("20.00")));
    let release = || Effect::ReleaseGuarantee { case: CaseNo(case) };
    let decision = x.adopted(release());
    x.accept("FRA/representative", execute(decision));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 80_00);
    x.refuse("DEU/representative", table(release()), "C22");
    assert_eq!(x.partnership.next_deadline(), None);
}
