#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::*;
use crate::exercise::commands::{
    attest, close, countersign, countersign_line, instruct, loan, payment, repayment, request_of, usd,
};
use crate::exercise::{CHARTER, DAY, Exercise};
use crate::ids::DecisionNo;

const TIME: u64 = 100 * DAY;

/// What is approved is set aside for 100 days, and 100.00 are there.
fn begin() -> Exercise {
    let text = CHARTER.replace("most-tranches = 12", "most-tranches = 12\nlapses-after = \"100d\"");
    assert_ne!(text, CHARTER);
    let mut x = Exercise::under(&text);
    x.accept("GBR/root", crate::exercise::commands::sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x
}

/// A case with these tranches, approved, and when it lapses.
fn approved(x: &mut Exercise, amounts: &[&str], kind: Option<Kind>) -> Moment {
    let amounts: Vec<_> = amounts.iter().map(|amount| usd(amount)).collect();
    let events = x.accept("CAN/representative", request_of(&amounts, kind));
    let AnyEvent::Cases(Event::Requested { case, .. }) = events[0] else { panic!("a case") };
    let decision = x.adopted(crate::exercise::commands::assist(case.0));
    let now = x.next();
    let events = x.accept("DEU/representative", crate::exercise::commands::execute(decision));
    let lapses = Moment(now.0.saturating_add(TIME));
    let until = Some(lapses);
    assert!(events.contains(&Event::Approved { case, decision: DecisionNo(decision), lapses: until }.into()));
    lapses
}

fn authority(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::authority(x.partnership.charter()), code, of)
}

fn pays(x: &mut Exercise, tranche: u32, number: u32, amount: &str) {
    x.accept("DEU/treasurer", instruct(1, tranche));
    x.accept("FRA/treasurer", countersign(number));
    let (day, reference) = (x.next().day(), x.new_key().short());
    let entered = x.accept("GBR/treasurer", payment(number, usd(amount), day, &reference));
    let AnyEvent::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0));
}

/// A moment before, at it, and after.
#[test]
fn c45_i_31_what_nobody_instructed_in_time_can_be_promised_again_once() {
    let mut x = begin();
    let lapses = approved(&mut x, &["10.00", "20.00"], None);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 70_00);
    assert_eq!(x.at(Moment(lapses.0 - 1)).pass(), vec![]);
    let events = x.at(lapses).pass();
    let (case, tranches) = (CaseNo(1), vec![TrancheNo(1), TrancheNo(2)]);
    let lapsed = Event::TranchesLapsed { case, tranches, amount: usd("30.00") };
    assert_eq!((&events[0], events.last()), (&lapsed.into(), Some(&Event::Closed { case }.into())));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00);
    assert_eq!(authority(&x, account::ALLOCATED, "case-1"), 0);
    assert_eq!(x.partnership.next_deadline(), None);
    x.refuse("DEU/case-officer", attest(1, 1), "C5");
}

#[test]
fn c44_what_lapsed_is_neither_attested_nor_instructed_and_what_is_in_hand_is_paid() {
    let mut x = begin();
    let lapses = approved(&mut x, &["10.00", "20.00", "30.00"], None);
    for tranche in [1, 2] {
        x.accept("DEU/case-officer", attest(1, tranche));
    }
    pays(&mut x, 1, 1, "10.00");
    x.at(Moment(lapses.0 - DAY)).accept("DEU/treasurer", instruct(1, 2));
    x.at(lapses).pass();
    assert_eq!(authority(&x, account::AVAILABLE, ""), 40_00 + 30_00);
    x.refuse("DEU/case-officer", attest(1, 3), "C44");
    x.refuse("DEU/treasurer", instruct(1, 3), "C44");
    x.refuse("DEU/case-officer", close(1), "C15");
    x.accept("FRA/treasurer", countersign(2));
    let day = x.next().day();
    x.accept("GBR/treasurer", payment(2, usd("20.00"), day, "out"));
    x.accept("DEU/treasurer", countersign_line(3));
    x.accept("DEU/case-officer", close(1));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 70_00);
}

#[test]
fn c45_an_instruction_that_lapses_after_the_time_takes_its_tranche_with_it() {
    let mut x = begin();
    let lapses = approved(&mut x, &["10.00"], None);
    x.accept("DEU/case-officer", attest(1, 1));
    x.at(Moment(lapses.0 - DAY)).accept("DEU/treasurer", instruct(1, 1));
    assert_eq!(x.at(lapses).pass(), vec![], "it was instructed in time");
    let events = x.wait("96h").pass();
    let lapsed = |event: &AnyEvent| matches!(event, AnyEvent::Cases(Event::TranchesLapsed { .. }));
    assert_eq!(events.iter().filter(|event| lapsed(event)).count(), 1);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00);
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn c45_a_loan_of_which_a_part_lapsed_is_closed_when_the_rest_is_repaid() {
    let mut x = begin();
    let lapses = approved(&mut x, &["10.00", "20.00"], Some(loan(0, &[(300, "30.00")], None)));
    x.accept("DEU/case-officer", attest(1, 1));
    pays(&mut x, 1, 1, "10.00");
    let events = x.at(lapses).pass();
    assert!(!events.contains(&Event::Closed { case: CaseNo(1) }.into()), "ten are lent");
    let day = x.next().day();
    x.accept("GBR/treasurer", repayment(1, usd("10.00"), day, "back"));
    let events = x.accept("DEU/treasurer", countersign_line(3));
    assert!(events.contains(&Event::Closed { case: CaseNo(1) }.into()));
    assert_eq!(authority(&x, account::AVAILABLE, ""), 100_00);
}

#[test]
fn c45_what_is_paid_and_closed_in_time_and_a_guarantee_do_not_lapse() {
    let mut x = begin();
    approved(&mut x, &["10.00"], None);
    x.accept("DEU/case-officer", attest(1, 1));
    pays(&mut x, 1, 1, "10.00");
    x.accept("DEU/case-officer", close(1));
    assert_eq!(x.partnership.next_deadline(), None);
    let of_a_year = crate::exercise::commands::guarantee(365);
    x.accept("CAN/representative", request_of(&[usd("10.00")], Some(of_a_year)));
    let decision = x.adopted(crate::exercise::commands::assist(2));
    let events = x.accept("DEU/representative", crate::exercise::commands::execute(decision));
    let approved = Event::Approved { case: CaseNo(2), decision: DecisionNo(decision), lapses: None };
    assert_eq!(events[1], approved.into());
}
