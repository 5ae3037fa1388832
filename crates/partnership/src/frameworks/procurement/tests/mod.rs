//! What members buy together: nobody is bound by others, and nobody holds up others.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

mod steps;

use super::*;
use crate::audience::Audience;
use crate::cases::{self, Kind, Need, Offer, Request};
use crate::command::Command as AnyCommand;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{eur, phrase, usd};
use crate::exercise::stages::ASSESSMENTS;
use crate::exercise::{CHARTER, Exercise, NOON};
use crate::frameworks::Event as RoomEvent;
use crate::frameworks::assessments::PathwayKind;
use crate::ids::NeedNo;
use crate::moment::Day;

fn in_kind() -> AnyCommand {
    let (purpose, payee) = (phrase("generators"), phrase("the depot"));
    let request = Request { purpose, payee, tranches: Vec::new(), kind: Some(Kind::InKind) };
    cases::Command::Request(request).into()
}

/// `CAN` asks for help in kind, and needs ten generators.
fn begin() -> Exercise {
    let mut x = Exercise::under(&[CHARTER, ASSESSMENTS].concat());
    x.accept("CAN/representative", in_kind());
    let (what, unit, until) = (phrase("generators"), phrase("pieces"), ahead(90));
    let need = Need { case: CaseNo(1), what, quantity: 10, unit, until };
    x.accept("CAN/representative", cases::Command::Need(need).into());
    x
}

fn ahead(days: u32) -> Day {
    Day(NOON.day().0 + days)
}

fn share(member: &str, parts: u32) -> Share {
    Share { member: member.parse().unwrap(), parts }
}

/// `GBR` leads, and shares with `FRA`.
fn text() -> Propose {
    Propose {
        title: phrase("ten generators"),
        lead: "GBR".parse().unwrap(),
        pathway: PathwayKind::LeadNation,
        case: CaseNo(1),
        whole: 100,
        shares: Vec::from([share("GBR", 60), share("FRA", 40)]),
        total: usd("1000.00"),
        sign_by: ahead(30),
        audience: Audience::Members,
    }
}

fn propose(text: Propose) -> AnyCommand {
    Command::Propose(text).into()
}

fn shared(shares: &[(&str, u32)], whole: u32) -> AnyCommand {
    let shares = shares.iter().map(|(member, parts)| share(member, *parts)).collect();
    propose(Propose { shares, whole, ..text() })
}

const ONE: ProcurementNo = ProcurementNo(1);

fn sign(number: u32) -> AnyCommand {
    Command::Sign(Sign { procurement: ProcurementNo(number) }).into()
}

fn contract(on: Day) -> AnyCommand {
    Command::Contract(Contract { procurement: ONE, reference: phrase("contract 7"), on }).into()
}

fn deliver(on: Day) -> AnyCommand {
    Command::Deliver(Deliver { procurement: ONE, what: phrase("ten generators"), on }).into()
}

fn accept() -> AnyCommand {
    Command::Accept(Accept { procurement: ONE }).into()
}

fn end(number: u32) -> AnyCommand {
    let procurement = ProcurementNo(number);
    Command::End(End { procurement, reason: phrase("no offer was good") }).into()
}

fn link(number: u32, to: Linked) -> AnyCommand {
    Command::Link(Link { procurement: ProcurementNo(number), to }).into()
}

fn offer() -> AnyCommand {
    let (need, lent, value) = (NeedNo(1), false, Some(usd("1000.00")));
    cases::Command::Offer(Offer { need, quantity: 10, lent, value }).into()
}

fn happened(events: &[AnyEvent]) -> Vec<&Event> {
    let of = |event| match event {
        &AnyEvent::Frameworks(RoomEvent::Procurement(ref event)) => Some(event),
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

/// What time alone brings in this long.
fn later(x: &mut Exercise, period: &str) -> Vec<AnyEvent> {
    x.wait(period).pass()
}

/// Proposed, and signed by both.
fn in_effect() -> Exercise {
    let mut x = begin();
    x.accept("GBR/representative", propose(text()));
    x.accept("GBR/root", sign(1));
    x.accept("FRA/root", sign(1));
    x
}

fn delivered() -> Exercise {
    let mut x = in_effect();
    x.accept("GBR/case-officer", contract(NOON.day()));
    x.accept("GBR/case-officer", deliver(NOON.day()));
    x
}

#[test]
fn r40_without_the_article_nothing_is_bought_together() {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", in_kind());
    x.refuse("GBR/representative", propose(text()), "R40");
}

#[test]
fn it_takes_effect_once_all_that_are_named_have_signed() {
    let mut x = begin();
    x.accept("FRA/representative", propose(text()));
    let first = x.accept("GBR/root", sign(1));
    assert!(matches!(happened(&first)[..], [Event::Signed { .. }]));
    let second = x.accept("FRA/root", sign(1));
    assert!(matches!(happened(&second)[..], [Event::Signed { .. }, Event::TookEffect { .. }]));
    assert!(happened(&later(&mut x, "40d")).is_empty(), "what is in effect does not lapse");
}

#[test]
fn r70_it_is_for_a_case_that_is_not_closed() {
    let mut x = begin();
    x.refuse("GBR/representative", propose(Propose { case: CaseNo(2), ..text() }), "R70");
    x.refuse("GBR/representative", propose(Propose { case: CaseNo(0), ..text() }), "R70");
    x.accept("GBR/representative", propose(text()));
    let close = cases::Command::Close(cases::Close { case: CaseNo(1) });
    x.accept("CAN/case-officer", close.into());
    x.refuse("GBR/representative", propose(text()), "R70");
}

#[test]
fn r71_two_members_or_more_share_it() {
    let mut x = begin();
    for wrong in [
        shared(&[], 0),
        shared(&[("GBR", 100)], 100),
        shared(&[("GBR", 60), ("GBR", 40)], 100),
        shared(&[("GBR", 60), ("ITA", 40)], 100),
    ] {
        x.refuse("GBR/representative", wrong, "R71");
    }
    x.accept("GBR/representative", shared(&[("GBR", 1), ("FRA", 1)], 2));
    x.accept("GBR/representative", shared(&[("GBR", 1), ("FRA", 1), ("CAN", 1), ("DEU", 1)], 4));
}

#[test]
fn r72_the_shares_are_the_whole() {
    let mut x = begin();
    for (gbr, fra) in [(60, 39), (60, 41), (100, 0), (u32::MAX, u32::MAX)] {
        x.refuse("GBR/representative", shared(&[("GBR", gbr), ("FRA", fra)], 100), "R72");
    }
    x.accept("GBR/representative", shared(&[("GBR", 99), ("FRA", 1)], 100));
}

#[test]
fn r73_the_lead_bears_a_part() {
    let mut x = begin();
    let lead = "DEU".parse().unwrap();
    x.refuse("GBR/representative", propose(Propose { lead, ..text() }), "R73");
    let lead = "FRA".parse().unwrap();
    x.accept("GBR/representative", propose(Propose { lead, ..text() }));
}

#[test]
fn r74_nobody_proposes_what_only_others_pay() {
    let mut x = begin();
    x.refuse("DEU/representative", propose(text()), "R74");
    x.accept("FRA/representative", propose(text()));
}

#[test]
fn r75_it_costs_something() {
    let mut x = begin();
    for total in [usd("0"), usd("-0.01")] {
        x.refuse("GBR/representative", propose(Propose { total, ..text() }), "R75");
    }
    for total in [usd("0.01"), eur("0.01")] {
        x.accept("GBR/representative", propose(Propose { total, ..text() }));
    }
}

#[test]
fn r76_there_is_time_to_sign_and_not_for_ever() {
    let mut x = begin();
    for sign_by in [Day(NOON.day().0 - 1), ahead(MAX_SIGN_DAYS + 1), Day(u32::MAX)] {
        x.refuse("GBR/representative", propose(Propose { sign_by, ..text() }), "R76");
    }
    for sign_by in [ahead(0), ahead(MAX_SIGN_DAYS)] {
        x.accept("GBR/representative", propose(Propose { sign_by, ..text() }));
    }
}

#[test]
fn r76_what_not_all_sign_lapses_by_time_alone() {
    let mut x = begin();
    x.accept("GBR/representative", propose(Propose { sign_by: ahead(1), ..text() }));
    x.accept("GBR/root", sign(1));
    assert!(happened(&later(&mut x, "35h")).is_empty(), "one hour before the day is over");
    let mut y = x.clone();
    y.accept("FRA/root", sign(1));
    assert!(happened(&later(&mut y, "1h")).is_empty(), "all have signed");
    assert_eq!(happened(&later(&mut x, "1h")), [&Event::Lapsed { procurement: ONE }]);
    x.refuse("FRA/root", sign(1), "R78");
}

#[test]
fn r77_so_many_proposals_of_a_member_wait() {
    let mut x = begin();
    for _ in 0..MAX_OPEN {
        x.accept("GBR/representative", propose(text()));
    }
    x.refuse("GBR/representative", propose(text()), "R77");
    x.accept("FRA/representative", propose(text()));
    x.accept("GBR/representative", end(1));
    x.accept("GBR/representative", propose(text()));
    x.refuse("GBR/representative", propose(text()), "R77");
    // What takes effect waits no longer, and neither does what lapsed.
    x.accept("GBR/root", sign(2));
    x.accept("FRA/root", sign(2));
    x.accept("GBR/representative", propose(text()));
    later(&mut x, "31d");
    x.accept("GBR/representative", propose(Propose { sign_by: ahead(40), ..text() }));
}
