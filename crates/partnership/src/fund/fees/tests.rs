#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use alloc::vec::Vec;

use super::*;
use crate::command::Command;
use crate::exercise::commands::{countersign_line, eur, identify, line, sign, take_back, usd};
use crate::exercise::{CHARTER, Exercise, NOON};
use crate::fund::Purpose;
use crate::fund::chart::{account, book};

/// Fees are borne up to 0.25 of a payment, and `GBR` owes this much.
fn owing(due: &str) -> Exercise {
    let borne = CHARTER.replace("[contributions]\n", "[contributions]\nfees-borne = \"0.25\"\n");
    let mut x = Exercise::under(&borne);
    x.accept("GBR/root", sign(usd(due), usd("0")));
    x
}

fn less(fee: Money, came: &str) -> Command {
    let from = "GBR".parse().unwrap();
    line(Purpose::ReceiptLessFee { from, fee }, usd(came), NOON.day(), "ref 1")
}

/// Cash; due from `GBR`, prepaid by it; what banks charged; the authority that is available.
fn found(x: &Exercise) -> [i128; 5] {
    let charter = x.partnership.charter();
    let cash = |code, of: &str| x.available(book::cash(charter), code, of);
    let accounts =
        [(account::CASH, ""), (account::DUE, "GBR"), (account::PREPAID, "GBR"), (account::BANK_CHARGES, "")];
    let [held, due, prepaid, charged] = accounts.map(|(code, of)| cash(code, of));
    [held, due, prepaid, charged, x.available(book::authority(charter), account::AVAILABLE, "")]
}

/// I-17 and I-23: who pays all but a fee that the fund bears has paid, and what was kept is the fund's charge.
#[test]
fn i_17_and_i_23_a_fee_that_the_fund_bears_is_the_funds_charge_and_nothing_stays_due() {
    let mut x = owing("10.00");
    x.line(less(usd("0.25"), "9.75"), None);
    assert_eq!(found(&x), [9_75, 0, 0, 25, 9_75], "authority for the money that is there, and no more");
    // Income that is there covers it, as it covers what the bank charges.
    let mut x = owing("10.00");
    x.booked_line(Purpose::Income, "1.00");
    x.line(less(usd("0.25"), "9.75"), None);
    assert_eq!(found(&x), [10_75, 0, 0, 25, 10_00]);
}

#[test]
fn f85_a_fee_is_borne_up_to_what_the_charter_says_of_one_payment() {
    for (fee, came, refused) in [
        ("0.24", "9.76", None),
        ("0.25", "9.75", None),
        ("0.26", "9.74", Some("F85")),
        ("0", "10.00", Some("F2")),
    ] {
        let mut x = owing("10.00");
        let line = less(usd(fee), came);
        match refused {
            Some(rule) => _ = x.refuse("FRA/treasurer", line, rule),
            None => _ = x.line(line, None),
        }
    }
    owing("10.00").refuse("FRA/treasurer", less(eur("0.25"), "9.75"), "F1");
}

#[test]
fn f85_without_the_article_no_fee_is_borne() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    let refusal = x.refuse("FRA/treasurer", less(usd("0.01"), "9.99"), "F85");
    let not_borne = LineRefusal::FeeNotBorne { fee: usd("0.01"), borne: usd("0") };
    assert_eq!(refusal, Refusal::from(not_borne).into());
}

#[test]
fn f86_a_fee_pays_no_more_than_what_is_due() {
    for (due, refused) in [("10.01", false), ("10.00", false), ("9.99", true)] {
        let mut x = owing(due);
        let line = less(usd("0.25"), "9.75");
        if refused {
            x.refuse("FRA/treasurer", line, "F86");
        } else {
            x.line(line, None);
            assert_eq!(found(&x)[2], 0, "nobody prepays what it did not pay");
        }
    }
}

#[test]
fn f86_a_fee_is_no_more_than_what_came() {
    for (came, refused) in [("0.26", false), ("0.25", false), ("0.24", true)] {
        let mut x = owing("10.00");
        let line = less(usd("0.25"), came);
        if refused {
            x.refuse("FRA/treasurer", line, "F86");
        } else {
            x.line(line, None);
        }
    }
}

#[test]
fn f86_it_is_asked_again_when_the_second_treasurer_signs() {
    let mut x = owing("10.00");
    x.accept("FRA/treasurer", less(usd("0.25"), "9.75"));
    x.received("GBR", usd("0.01"));
    x.refuse("DEU/treasurer", countersign_line(1), "F86");
}

#[test]
fn a_line_with_a_fee_is_taken_back_whole_and_is_nobody_elses() {
    let mut x = owing("10.00");
    let before = found(&x);
    x.line(less(usd("0.25"), "9.75"), None);
    x.refuse("FRA/treasurer", identify(1, "FRA"), "F39");
    let said: Vec<_> = ["FRA/treasurer", "DEU/treasurer"].map(|who| x.accept(who, take_back(1))).into();
    assert_eq!((said.len(), found(&x)), (2, before));
}
