#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{call, countersign_line, execute, identify, receipt, sign, take_back, usd};
use crate::fund::chart::{account, book};

/// Cash; due from `GBR`, prepaid by it; the authority that is available.
fn found(x: &Exercise) -> [i128; 4] {
    let charter = x.partnership.charter();
    let cash = |code, of: &str| x.available(book::cash(charter), code, of);
    [
        cash(account::CASH, ""),
        cash(account::DUE, "GBR"),
        cash(account::PREPAID, "GBR"),
        x.available(book::authority(charter), account::AVAILABLE, ""),
    ]
}

#[track_caller]
fn taken_back(x: &mut Exercise, line: u32) -> Vec<AnyEvent> {
    x.accept("CAN/treasurer", take_back(line));
    x.accept("GBR/treasurer", take_back(line))
}

/// I-22: a payment of the wrong member is reversed, entry by entry, and entered again.
#[test]
fn i_22_a_line_is_taken_back_entry_by_entry_and_entered_again() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("9.00"), usd("0")));
    x.accept("FRA/root", sign(usd("10.00"), usd("0")));
    let day = x.next().day();
    x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), day, "ref 1"));
    let booked = x.accept("DEU/treasurer", countersign_line(1));
    assert_eq!(found(&x), [10_00, 0, 1_00, 9_00]);
    let events = taken_back(&mut x, 1);
    assert_eq!(found(&x), [0, 9_00, 0, 0]);
    let number = |event: &AnyEvent| match event {
        AnyEvent::Fund(Event::Posted { number, entry, reverses, .. }) => {
            Some((*number, entry.clone(), *reverses))
        }
        _ => None,
    };
    let posted: Vec<_> = booked.iter().filter_map(number).collect();
    let reversed: Vec<_> = events.iter().filter_map(number).collect();
    assert_eq!(posted.len(), 3);
    for ((number, entry, _), (_, reversal, reverses)) in posted.iter().rev().zip(&reversed) {
        assert_eq!((reversal, reverses), (&entry.reversal(), &Some(*number)));
    }
    // The bank's line stands on the statement still, and is entered as what it is.
    x.accept("FRA/treasurer", receipt("FRA", usd("10.00"), day, "REF 1"));
    x.accept("DEU/treasurer", countersign_line(2));
    assert_eq!(found(&x), [10_00, 9_00, 0, 10_00]);
    x.refuse("FRA/treasurer", receipt("GBR", usd("10.00"), day, "ref 1"), "F7");
}

/// I-14: booked, then reversed; and the same again.
#[test]
fn f40_i_14_a_line_is_taken_back_once() {
    let mut x = Exercise::funded("10.00");
    for unknown in [0, 2] {
        x.refuse("FRA/treasurer", take_back(unknown), "F40");
    }
    let waits = x.entered_line(Purpose::Unidentified, "1.00");
    x.refuse("FRA/treasurer", take_back(waits), "F40");
    taken_back(&mut x, 1);
    x.refuse("FRA/treasurer", take_back(1), "F40");
    x.refuse("FRA/treasurer", identify(1, "FRA"), "F39");
}

#[test]
fn f42_two_treasurers_of_different_members_take_back() {
    let mut x = Exercise::funded("10.00");
    x.accept("FRA/treasurer", take_back(1));
    x.refuse("FRA/treasurer", take_back(1), "F42");
    assert_eq!(found(&x)[0], 10_00);
    x.accept("DEU/treasurer", take_back(1));
    assert_eq!(found(&x)[0], 0);
}

#[test]
fn f41_no_correction_takes_from_an_approved_case() {
    let mut x = Exercise::funded("10.00");
    x.received("GBR", usd("5.00"));
    x.accept("FRA/root", sign(usd("5.00"), usd("0")));
    x.received("FRA", usd("5.00"));
    x.approved(&["5.01"]);
    // What counted for nobody goes.
    taken_back(&mut x, 2);
    // 9.99 is available, and the line counted for 10.00.
    let refusal = x.refuse("FRA/treasurer", take_back(1), "F41");
    let set_aside = LineRefusal::SetAside { needed: usd("10.00"), available: usd("9.99") };
    assert_eq!(refusal, Refusal::from(set_aside).into());
    taken_back(&mut x, 3);
    assert_eq!(found(&x), [10_00, 0, 0, 4_99]);
    let authority = book::authority(x.partnership.charter());
    assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 5_01);
}

#[test]
fn f41_it_is_asked_again_when_the_second_says_so() {
    let mut x = Exercise::funded("10.00");
    x.accept("FRA/treasurer", take_back(1));
    let case = x.requested(&["10.00"]);
    let decision = x.adopted(crate::exercise::commands::assist(case));
    x.accept("CAN/treasurer", execute(decision));
    x.refuse("DEU/treasurer", take_back(1), "F41");
}

#[test]
fn f12_money_on_its_way_out_stays() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    x.received("GBR", usd("10.00"));
    x.in_flight(&["10.00"]);
    x.booked_line(Purpose::Unidentified, "1.00");
    x.booked_line(Purpose::BankCharge, "0.01");
    x.refuse("FRA/treasurer", take_back(2), "F12");
}

#[test]
fn f40_what_is_about_a_payment_is_not_taken_back() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.refuse("FRA/treasurer", take_back(2), "F40");
    let (back, _) = x.booked_line(Purpose::Returned { payment: crate::PaymentNo(1) }, "10.00");
    let refusal = x.refuse("FRA/treasurer", take_back(back), "F40");
    let of_a_payment = LineRefusal::OfAPayment { line: LineNo(back), payment: crate::PaymentNo(1) };
    assert_eq!(refusal, Refusal::from(of_a_payment).into());
}

#[test]
fn each_other_line_is_taken_back_whole() {
    let to = || Purpose::Refund { to: "GBR".parse().unwrap() };
    let mut x = Exercise::funded("100.00");
    x.received("GBR", usd("5.00"));
    let before = x.partnership.fund().books().clone();
    for purpose in [Purpose::Unidentified, Purpose::BankCharge, Purpose::Income, to(), Purpose::NotInstructed]
    {
        let (number, _) = x.booked_line(purpose, "5.00");
        assert_ne!(found(&x)[0], 10_500);
        taken_back(&mut x, number);
        assert_eq!(found(&x), [10_500, 0, 5_00, 10_000], "{purpose:?}");
    }
    assert!(before.is_balanced());
}

#[test]
fn what_was_said_to_be_made_good_is_missing_again_once_that_is_taken_back() {
    let mut x = Exercise::funded("100.00");
    let (alarm, _) = x.booked_line(Purpose::NotInstructed, "30.00");
    let good = || Purpose::MadeGood { line: LineNo(alarm) };
    let (back, _) = x.booked_line(good(), "30.00");
    x.refuse("FRA/treasurer", take_back(alarm), "F40");
    taken_back(&mut x, back);
    assert_eq!(found(&x), [70_00, 0, 0, 70_00]);
    x.booked_line(good(), "30.00");
    assert_eq!(found(&x), [10_000, 0, 0, 10_000]);
}

#[test]
fn f41_income_that_covered_a_charge_goes_only_where_authority_can() {
    let mut x = Exercise::funded("100.00");
    let (income, _) = x.booked_line(Purpose::Income, "1.00");
    x.booked_line(Purpose::BankCharge, "0.60");
    x.clone().approved(&["100.00"]);
    let mut tight = x.clone();
    tight.approved(&["99.41"]);
    tight.refuse("FRA/treasurer", take_back(income), "F41");
    let mut enough = x.clone();
    enough.approved(&["99.40"]);
    taken_back(&mut enough, income);
    assert_eq!(found(&enough)[3], 0);
}

#[test]
fn nobody_owes_beside_prepaid_money_of_its_own() {
    let mut x = Exercise::funded("10.00");
    x.received("GBR", usd("4.00"));
    assert_eq!(found(&x), [14_00, 0, 4_00, 10_00]);
    taken_back(&mut x, 1);
    assert_eq!(found(&x), [4_00, 6_00, 0, 4_00]);
    // And a refund that is taken back pays what has fallen due since.
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("5.00"), usd("10.00")));
    x.received("GBR", usd("8.00"));
    let (refund, _) = x.booked_line(Purpose::Refund { to: "GBR".parse().unwrap() }, "3.00");
    let decision = x.decided(call("2.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    assert_eq!(found(&x), [5_00, 2_00, 0, 5_00]);
    taken_back(&mut x, refund);
    assert_eq!(found(&x), [8_00, 0, 1_00, 7_00]);
}

#[test]
fn f12_prepaid_money_that_has_paid_a_due_since_is_not_taken_back() {
    let mut x = Exercise::begin();
    x.received("GBR", usd("10.00"));
    x.accept("GBR/root", sign(usd("1.00"), usd("0")));
    x.refuse("FRA/treasurer", take_back(1), "F12");
}

#[test]
fn what_comes_due_again_is_as_old_as_the_correction() {
    let hearing = "hearing = \"14d\"";
    let charter = crate::exercise::CHARTER.replace(hearing, &[hearing, "\nin-arrears = \"30d\""].concat());
    let mut x = Exercise::under(&charter);
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    x.received("GBR", usd("10.00"));
    x.wait("720h").pass();
    taken_back(&mut x, 1);
    let member = "GBR".parse().unwrap();
    let since = |x: &Exercise| x.partnership.fund().in_arrears(member, x.partnership.charter(), x.next());
    assert_eq!(since(&x), None, "nobody's votes rest because two others took back what it paid");
    x.wait("719h");
    assert_eq!(since(&x), None);
    x.wait("2h");
    assert!(since(&x).is_some());
}
