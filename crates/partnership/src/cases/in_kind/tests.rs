//! Help in kind, from the need to what comes back.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use super::{AcceptDelivery, Deliver, Event, Match, Need, Offer, Return, WithdrawOffer};
use crate::cases::{self, Command as Cases, Kind};
use crate::command::Command;
use crate::exercise::commands::{close, eur, phrase, request_of, usd};
use crate::exercise::{Exercise, NOON};
use crate::fund::{account, book};
use crate::ids::{CaseNo, NeedNo, OfferNo};
use crate::moment::Day;

fn need(quantity: u64, until: u32) -> Command {
    let (case, what, unit) = (CaseNo(1), phrase("transformers"), phrase("pieces"));
    let until = Day(NOON.day().0.saturating_add(until));
    Cases::Need(Need { case, what, quantity, unit, until }).into()
}

fn offer(quantity: u64, lent: bool, value: Option<&str>) -> Command {
    Cases::Offer(Offer { need: NeedNo(1), quantity, lent, value: value.map(usd) }).into()
}

fn withdraw(offer: u32) -> Command {
    Cases::WithdrawOffer(WithdrawOffer { offer: OfferNo(offer) }).into()
}

fn matched(offer: u32, quantity: u64) -> Command {
    Cases::Match(Match { offer: OfferNo(offer), quantity }).into()
}

fn deliver(offer: u32) -> Command {
    Cases::Deliver(Deliver { offer: OfferNo(offer) }).into()
}

fn accepted(offer: u32, quantity: u64) -> Command {
    Cases::AcceptDelivery(AcceptDelivery { offer: OfferNo(offer), quantity }).into()
}

fn back(offer: u32) -> Command {
    Cases::Return(Return { offer: OfferNo(offer) }).into()
}

/// `CAN` asks for help in kind.
fn asked() -> Exercise {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", request_of(&[], Some(Kind::InKind)));
    x
}

/// And needs ten, today or tomorrow.
fn needed() -> Exercise {
    let mut x = asked();
    x.accept("CAN/case-officer", need(10, 1));
    x
}

/// And `FRA` offers this many, worth 100.00 together.
fn offered(quantity: u64, lent: bool) -> Exercise {
    let mut x = needed();
    x.accept("FRA/representative", offer(quantity, lent, Some("100.00")));
    x
}

fn worth(x: &Exercise) -> i128 {
    x.available(book::memoranda(x.partnership.charter()), account::IN_KIND, "FRA")
}

#[test]
fn what_is_offered_is_matched_delivered_accepted_and_valued_and_no_money_moves() {
    let mut x = offered(6, false);
    for (who, command) in [
        ("CAN/representative", matched(1, 6)),
        ("FRA/case-officer", deliver(1)),
        ("CAN/case-officer", accepted(1, 5)),
    ] {
        x.accept(who, command);
    }
    assert_eq!(worth(&x), 83_33, "five sixths of 100.00, rounded down");
    assert_eq!(x.available(book::cash(x.partnership.charter()), account::CASH, ""), 0);
    // One was short and is missing again: five are, of ten.
    x.accept("GBR/representative", offer(9, false, None));
    x.refuse("CAN/representative", matched(2, 6), "C32");
    x.accept("CAN/representative", matched(2, 5));
}

#[test]
fn c24_nobody_needs_matches_or_accepts_for_the_beneficiary() {
    let mut x = asked();
    x.refuse("FRA/case-officer", need(10, 1), "C24");
    let mut x = offered(6, false);
    x.refuse("FRA/representative", matched(1, 6), "C24");
    x.accept("CAN/representative", matched(1, 6));
    x.accept("FRA/representative", deliver(1));
    x.refuse("FRA/representative", accepted(1, 6), "C24");
    x.refuse("FRA/case-officer", close(1), "C24");
    x.accept("CAN/case-officer", close(1));
}

#[test]
fn c25_needs_stand_in_help_in_kind_that_goes_on() {
    let mut x = Exercise::begin();
    x.refuse("CAN/representative", need(10, 1), "C1");
    x.requested(&["10.00"]);
    x.refuse("CAN/representative", need(10, 1), "C25");
    let mut x = asked();
    x.accept("CAN/case-officer", close(1));
    x.refuse("CAN/representative", need(10, 1), "C25");
    x.refuse("CAN/case-officer", close(1), "C5");
}

#[test]
fn c26_a_quantity_is_more_than_nothing() {
    let mut x = asked();
    x.refuse("CAN/representative", need(0, 1), "C26");
    x.accept("CAN/representative", need(1, 1));
    x.refuse("FRA/representative", offer(0, false, None), "C26");
    x.accept("FRA/representative", offer(1, false, None));
    x.refuse("CAN/representative", matched(1, 0), "C26");
    x.accept("CAN/representative", matched(1, 1));
    x.accept("FRA/representative", deliver(1));
    // Nothing came: that can be said, and all of it is missing again.
    x.accept("CAN/representative", accepted(1, 0));
    x.accept("FRA/representative", offer(1, false, None));
    x.accept("CAN/representative", matched(2, 1));
}

#[test]
fn c27_there_is_time_to_help() {
    let mut x = asked();
    x.wait("24h").refuse("CAN/representative", need(10, 0), "C27");
    x.accept("CAN/representative", need(10, 1));
    x.accept("CAN/representative", need(10, 2));
}

#[test]
fn c28_a_need_is_offered_for_and_matched_until_its_day_is_over() {
    let mut x = asked();
    x.refuse("FRA/representative", offer(1, false, None), "C28");
    let mut x = offered(6, false);
    // It is noon, and the need goes on until tomorrow.
    let last = x.clone().wait("35h").accept("CAN/representative", matched(1, 6));
    assert!(matches!(last[..], [crate::event::Event::Cases(cases::Event::InKind(Event::Matched { .. }))]));
    x.wait("36h").refuse("CAN/representative", matched(1, 6), "C28");
    x.refuse("GBR/representative", offer(1, false, None), "C28");
    let mut x = offered(6, false);
    x.accept("CAN/case-officer", close(1));
    x.refuse("CAN/representative", matched(1, 6), "C28");
}

#[test]
fn what_is_matched_is_delivered_after_the_day_and_after_the_case_is_closed() {
    let mut x = offered(6, false);
    x.accept("CAN/representative", matched(1, 6));
    x.accept("CAN/case-officer", close(1));
    x.wait("48h").accept("FRA/representative", deliver(1));
    x.accept("CAN/representative", accepted(1, 6));
}

#[test]
fn c29_nobody_offers_to_itself_and_f1_f2_a_value_is_something_in_the_funds_currency() {
    let mut x = needed();
    x.refuse("CAN/representative", offer(1, false, None), "C29");
    let in_euro = Offer { need: NeedNo(1), quantity: 1, lent: false, value: Some(eur("1.00")) };
    x.refuse("FRA/representative", Cases::Offer(in_euro).into(), "F1");
    x.refuse("FRA/representative", offer(1, false, Some("0")), "F2");
    x.accept("FRA/representative", offer(1, false, Some("0.01")));
}

#[test]
fn c30_each_step_follows_the_one_before() {
    let mut x = needed();
    for command in [withdraw(1), deliver(1), back(1)] {
        x.refuse("FRA/representative", command, "C30");
    }
    x.accept("FRA/representative", offer(6, true, None));
    for (who, command) in [
        ("FRA/representative", deliver(1)),
        ("CAN/representative", accepted(1, 1)),
        ("FRA/representative", back(1)),
    ] {
        x.refuse(who, command, "C30");
    }
    let mut withdrawn = x.clone();
    withdrawn.accept("FRA/representative", withdraw(1));
    withdrawn.refuse("CAN/representative", matched(1, 1), "C30");
    x.accept("CAN/representative", matched(1, 6));
    // An offer can be withdrawn until it is matched.
    x.refuse("FRA/representative", withdraw(1), "C30");
    x.refuse("CAN/representative", matched(1, 1), "C30");
    x.accept("FRA/representative", deliver(1));
    x.accept("CAN/representative", accepted(1, 6));
    x.accept("FRA/representative", back(1));
    x.refuse("FRA/representative", back(1), "C30");
}

#[test]
fn c31_nobody_acts_on_an_offer_for_another() {
    let mut x = offered(6, true);
    x.refuse("GBR/representative", withdraw(1), "C31");
    x.accept("CAN/representative", matched(1, 6));
    x.refuse("GBR/representative", deliver(1), "C31");
    x.accept("FRA/representative", deliver(1));
    x.accept("CAN/representative", accepted(1, 6));
    x.refuse("CAN/representative", back(1), "C31");
    x.accept("FRA/representative", back(1));
}

#[test]
fn c32_never_more_than_is_offered_missing_or_matched() {
    let mut x = offered(6, false);
    x.refuse("CAN/representative", matched(1, 7), "C32");
    x.accept("CAN/representative", matched(1, 6));
    x.accept("GBR/representative", offer(9, false, None));
    for (quantity, fits) in [(5, false), (4, true)] {
        if fits {
            x.accept("CAN/representative", matched(2, quantity));
        } else {
            x.refuse("CAN/representative", matched(2, quantity), "C32");
        }
    }
    x.accept("DEU/representative", offer(1, false, None));
    x.refuse("CAN/representative", matched(3, 1), "C32");
    x.accept("FRA/representative", deliver(1));
    x.refuse("CAN/representative", accepted(1, 7), "C32");
    x.accept("CAN/representative", accepted(1, 6));
}

#[test]
fn c33_what_is_lent_comes_back_and_what_is_given_does_not() {
    for lent in [true, false] {
        let mut x = offered(6, lent);
        x.accept("CAN/representative", matched(1, 6));
        x.accept("FRA/representative", deliver(1));
        x.accept("CAN/representative", accepted(1, 6));
        assert_eq!(worth(&x), 100_00);
        if lent {
            x.accept("FRA/representative", back(1));
            assert_eq!(worth(&x), 0);
        } else {
            x.refuse("FRA/representative", back(1), "C33");
        }
    }
}
