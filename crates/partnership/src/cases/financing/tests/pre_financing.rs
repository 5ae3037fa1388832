//! Pre-financing: its border, its place in the books, and what waits for its use.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::*;
use crate::exercise::commands::{guarantee, line, loan, recovery, table};
use crate::fund::{Purpose, account};
use crate::ids::PaymentNo;

#[test]
fn c37_pre_financing_is_within_the_articles_share_rounded_down() {
    let who = "CAN/representative";
    // Of 10.00 and of 10.07: 15 % is 1.50, and 1.51 of 1.5105.
    for (ahead, rest, fits) in [
        ("1.49", "8.51", true),
        ("1.50", "8.50", true),
        ("1.51", "8.49", false),
        ("1.51", "8.56", true),
        ("1.52", "8.55", false),
        ("0.01", "0.05", false),
        ("0.01", "0.06", true),
    ] {
        let mut x = funded();
        if fits {
            x.accept(who, request(Some(ahead), &[rest], None));
        } else {
            x.refuse(who, request(Some(ahead), &[rest], None), "C37");
        }
    }
}

#[test]
fn c37_only_of_a_grant_and_only_where_the_article_says_so() {
    let who = "CAN/representative";
    let lent = Some(loan(0, &[(30, "10.00")], None));
    for (charter, kind) in [
        (CHARTER.into(), None),
        (charter(""), None),
        (charter("pre-financing = \"0%\""), None),
        (charter("pre-financing = \"15%\""), lent),
    ] {
        let mut x = under(&charter);
        x.refuse(who, request(Some("0.01"), &["9.99"], kind), "C37");
    }
    let mut x = under(&charter("pre-financing = \"100%\""));
    x.refuse(who, request(Some("10.00"), &[], Some(guarantee(30))), "C37");
    x.accept(who, request(Some("10.00"), &[], None));
}

#[test]
fn c37_a_share_that_was_lowered_binds_what_is_tabled_and_executed() {
    let mut x = funded();
    for _ in 0..2 {
        x.accept("CAN/representative", request(Some("1.50"), &["8.50"], None));
    }
    let decision = x.adopted(assist(1));
    amended(&mut x, &charter("pre-financing = \"14%\""));
    x.refuse("DEU/representative", execute(decision), "C37");
    x.refuse("DEU/representative", table(assist(2)), "C37");
}

#[test]
fn pre_financing_is_an_advance_until_its_use_is_attested() {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    x.refuse("DEU/case-officer", attest(1, 1), "C8");
    pays(&mut x, (1, 1), 1, "1.50", true);
    assert_eq!([cash(&x, account::ADVANCES, "case-1"), cash(&x, account::ASSISTANCE, "case-1")], [1_50, 0]);
    x.accept("CAN/case-officer", report(1, "1.00", None));
    assert_eq!(cash(&x, account::ADVANCES, "case-1"), 1_50, "reported is not attested");
    x.accept("FRA/case-officer", attest_use(1, 1));
    assert_eq!([cash(&x, account::ADVANCES, "case-1"), cash(&x, account::ASSISTANCE, "case-1")], [50, 1_00]);
    x.accept("CAN/case-officer", report(1, "0.50", None));
    x.accept("GBR/case-officer", attest_use(1, 2));
    assert_eq!([cash(&x, account::ADVANCES, "case-1"), cash(&x, account::ASSISTANCE, "case-1")], [0, 1_50]);
}

#[test]
fn c38_no_other_tranche_is_instructed_until_all_of_it_is_cleared() {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    x.accept("DEU/case-officer", attest(1, 2));
    x.accept("DEU/treasurer", instruct(1, 1));
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    x.accept("FRA/treasurer", countersign(1));
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    settles(&mut x, 1, "1.50");
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    x.accept("CAN/case-officer", report(1, "1.49", None));
    x.accept("FRA/case-officer", attest_use(1, 1));
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    x.accept("CAN/case-officer", report(1, "0.01", None));
    x.accept("FRA/case-officer", attest_use(1, 2));
    x.accept("DEU/treasurer", instruct(1, 2));
}

#[test]
fn c38_pre_financing_comes_first_also_when_it_lapsed() {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    x.accept("DEU/case-officer", attest(1, 2));
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    x.accept("DEU/treasurer", instruct(1, 1));
    x.wait("5d").pass();
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    pays(&mut x, (1, 1), 2, "1.50", true);
    x.accept("CAN/case-officer", report(1, "1.50", None));
    x.refuse("DEU/treasurer", instruct(1, 2), "C38");
    x.accept("FRA/case-officer", attest_use(1, 1));
    x.accept("DEU/treasurer", instruct(1, 2));
}

#[test]
fn c38_no_part_of_pre_financing_waits_for_another_that_nobody_instructed() {
    let mut x = funded();
    let (condition, ahead) = (phrase("designs"), Some(Ahead::PreFinancing));
    let part = |amount: &str| Terms { amount: usd(amount), condition: condition.clone(), ahead };
    let tranches = [part("0.50"), part("1.00"), Terms { ahead: None, ..part("8.50") }].into();
    let (purpose, payee) = (phrase("winter resupply"), phrase("account 1"));
    let asked = Cases::Request(Request { purpose, payee, tranches, kind: None });
    x.accept("CAN/representative", asked.into());
    let decision = x.adopted(assist(1));
    x.accept("DEU/representative", execute(decision));
    x.accept("CAN/root", sign_agreement(1));
    x.accept("DEU/case-officer", attest(1, 3));
    pays(&mut x, (1, 2), 1, "1.00", true);
    x.refuse("DEU/treasurer", instruct(1, 1), "C38");
    x.accept("CAN/case-officer", report(1, "1.00", None));
    x.accept("FRA/case-officer", attest_use(1, 1));
    x.refuse("DEU/treasurer", instruct(1, 3), "C38");
    pays(&mut x, (1, 1), 2, "0.50", true);
}

#[test]
fn f36_pre_financing_that_came_back_is_paid_anew_and_none_comes_back_once_it_was_used() {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    pays(&mut x, (1, 1), 1, "1.50", true);
    let returned = |payment| Purpose::Returned { payment: PaymentNo(payment) };
    x.booked_line(returned(1), "1.50");
    assert_eq!(cash(&x, account::ADVANCES, "case-1"), 0);
    assert_eq!(authority(&x, account::ALLOCATED, "case-1"), 10_00);
    pays(&mut x, (1, 1), 2, "1.50", true);
    x.accept("CAN/case-officer", report(1, "0.01", None));
    x.accept("FRA/case-officer", attest_use(1, 1));
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(returned(2), usd("1.50"), day, "late"), "F36");
}

#[test]
fn what_is_recovered_is_taken_of_the_advance_first() {
    let mut x = funded();
    signed(&mut x, Some("1.50"), &["8.50"]);
    pays(&mut x, (1, 1), 1, "1.50", true);
    x.accept("CAN/case-officer", report(1, "0.50", None));
    x.accept("FRA/case-officer", attest_use(1, 1));
    let day = x.next().day();
    let entered = x.accept("GBR/treasurer", recovery(1, usd("1.20"), day, "back"));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
    assert_eq!([cash(&x, account::ADVANCES, "case-1"), cash(&x, account::ASSISTANCE, "case-1")], [0, 30]);
    assert_eq!(authority(&x, account::CONSUMED, "case-1/tranche-1"), 30);
    // It holds nothing up any more, and nothing of it is left to be accounted for.
    x.refuse("CAN/case-officer", report(1, "0.01", None), "C39");
    x.accept("DEU/case-officer", attest(1, 2));
    x.accept("DEU/treasurer", instruct(1, 2));
}
