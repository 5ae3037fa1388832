//! Tests at each border.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

mod accepted;
mod came_free;
mod owed_first;
mod paid_out;
mod set_off;
mod together;

use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{indicate, pledge, sign, usd};
use crate::exercise::standing::withdraw;
use crate::exercise::{CHARTER, Exercise};
use crate::fund::Event;

/// A notice of thirty days, and a share that is paid back in four instalments, one every ten days.
fn charter() -> String {
    let settlement = "notice = \"30d\"\nsettlement = { instalments = 4, every = \"10d\" }";
    CHARTER.replace("notice = \"365d\"", settlement)
}

/// Members that paid these amounts in.
fn of_paid(paid: &[(&str, &str)]) -> Exercise {
    let mut x = Exercise::under(&charter());
    pay(&mut x, paid);
    x
}

fn pay(x: &mut Exercise, paid: &[(&str, &str)]) {
    for (member, amount) in paid {
        x.accept(&[member, "/root"].concat(), sign(usd(amount), usd("0")));
        x.pays(member, amount);
    }
}

/// The member gives notice and leaves; what its leaving brought.
fn leaves(x: &mut Exercise, member: &str) -> Vec<AnyEvent> {
    x.accept(&[member, "/root"].concat(), withdraw());
    x.wait("30d").pass()
}

fn settled(events: &[AnyEvent]) -> (&Reckoning, Money, Vec<i128>, &[CaseNo]) {
    let found = events.iter().find_map(|event| match event {
        AnyEvent::Fund(Event::Leaving(LeavingEvent::Settled {
            reckoning, share, instalments, open, ..
        })) => {
            let parts = instalments.iter().map(|next| next.amount.minor()).collect();
            Some((reckoning, *share, parts, open.as_slice()))
        }
        _ => None,
    });
    found.expect("a settlement")
}

/// What is owed to a State that left.
fn owed(x: &Exercise, member: &str) -> i128 {
    x.cash(account::SETTLEMENT, member)
}

fn payable(x: &Exercise, member: &str) -> i128 {
    let payable = x.partnership.fund().payable(x.partnership.charter(), member.parse().unwrap());
    payable.unwrap().minor()
}

/// One unit less than divides, as much, and one more: rounded down, and the units that are left over go first.
#[test]
fn f65_a_share_of_what_is_beyond_approved_help_is_rounded_down_and_divided() {
    for (paid, share, parts) in [
        ("49.99", 39_99, [10_00, 10_00, 10_00, 9_99]),
        ("50.00", 40_00, [10_00, 10_00, 10_00, 10_00]),
        ("50.01", 40_00, [10_00, 10_00, 10_00, 10_00]),
        ("50.02", 40_01, [10_01, 10_00, 10_00, 10_00]),
    ] {
        let mut x = of_paid(&[("CAN", paid), ("GBR", "100.00")]);
        x.approved(&["30.00"]);
        let events = leaves(&mut x, "CAN");
        let (reckoning, found, instalments, open) = settled(&events);
        let cents = |text: &str| usd(text).minor();
        assert_eq!((reckoning.paid.minor(), reckoning.due.minor()), (cents(paid), 0));
        assert_eq!(reckoning.whole.minor(), cents(paid) + 100_00);
        assert_eq!(reckoning.net.minor(), cents(paid) + 70_00);
        assert_eq!((found.minor(), &instalments[..], open), (share, &parts[..], &[CaseNo(1)][..]), "{paid}");
        assert_eq!((owed(&x, "CAN"), x.cash(account::PAID_IN, "CAN")), (share, cents(paid) - share));
        assert_eq!(x.cash(account::CASH, ""), cents(paid) + 100_00, "no money leaves yet");
    }
}

#[test]
fn f65_what_the_money_counted_for_is_not_there_for_new_help_and_what_is_set_aside_stays() {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "100.00")]);
    x.approved(&["30.00"]);
    leaves(&mut x, "CAN");
    assert_eq!(x.authority(), 80_00, "120.00 was available");
    let authority = book::authority(x.partnership.charter());
    assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 30_00);
}

#[test]
fn f65_where_all_money_is_set_aside_for_help_nothing_comes_back_yet() {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "50.00")]);
    x.approved(&["100.00"]);
    let events = leaves(&mut x, "CAN");
    let (_, share, instalments, open) = settled(&events);
    assert_eq!((share.minor(), instalments, open), (0, [0; 4].into(), &[CaseNo(1)][..]));
    let authority = book::authority(x.partnership.charter());
    assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 100_00);
}

#[test]
fn f65_a_share_in_income_comes_back_too_and_takes_no_authority() {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "50.00")]);
    x.booked_line(crate::fund::Purpose::Income, "10.00");
    let events = leaves(&mut x, "CAN");
    assert_eq!(settled(&events).1.minor(), 55_00);
    assert_eq!((x.authority(), x.cash(account::PAID_IN, "CAN")), (50_00, -5_00));
}

#[test]
fn f65_money_that_is_held_for_others_is_nobodys_share() {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "50.00")]);
    x.pays("FRA", "7.00");
    x.booked_line(crate::fund::Purpose::Unidentified, "9.00");
    let events = leaves(&mut x, "CAN");
    assert_eq!((settled(&events).0.net.minor(), owed(&x, "CAN")), (100_00, 50_00));
}

#[test]
fn f65_a_state_that_paid_nothing_in_is_owed_nothing() {
    let mut x = of_paid(&[("GBR", "50.00")]);
    let events = leaves(&mut x, "CAN");
    assert!(!events.iter().any(|event| matches!(event, AnyEvent::Fund(_))));
}

#[test]
fn f69_what_it_pledged_and_announced_ends_when_it_leaves_and_not_before() {
    let mut x = Exercise::under(&charter());
    x.accept("CAN/representative", indicate("CAN", Some(usd("9.00"))));
    x.accept("CAN/representative", pledge(Some(usd("5.00"))));
    x.accept("DEU/representative", indicate("GBR", Some(usd("7.00"))));
    x.accept("CAN/root", withdraw());
    let stands = |x: &Exercise| (x.memo(account::INDICATED, "CAN"), x.memo(account::PLEDGED, "CAN"));
    let last = Moment(x.next().0 - 1).plus("30d".parse().unwrap());
    x.at(Moment(last.0 - 1)).pass();
    assert_eq!(stands(&x), (9_00, 5_00));
    let events = x.at(last).pass();
    let of = "CAN".parse().unwrap();
    let pledge: AnyEvent = Event::PledgeEnded { member: of, ending: crate::fund::Ending::Left }.into();
    assert!(events.contains(&pledge));
    assert!(events.contains(&Event::Leaving(LeavingEvent::IndicationEnded { of }).into()));
    assert_eq!((stands(&x), x.memo(account::INDICATED, "GBR")), ((0, 0), 7_00));
    assert!(!x.partnership.fund().has_pledged(of));
}
