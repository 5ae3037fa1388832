//! D26: what silence adopts, and what it turns into a vote.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use crate::decisions::Choice::{Abstain, Against, InFavour};
use crate::decisions::{Event, Reserve};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{assist, object, open, proxy, replacing, reserving, table};
use crate::exercise::stages::charter_with;
use crate::exercise::standing::withdraw;
use crate::exercise::{Exercise, HOUR};
use crate::ids::DecisionNo;
use crate::moment::Moment;

const TWO: &str =
    "{ kind = \"no-objection\", open = \"72h\", objections = 2, support = 2, vote-within = \"48h\" }";
const ONE: &str = "{ kind = \"silence\", open = \"72h\", support = 2, vote-within = \"48h\" }";

/// A call that `DEU` moved, and its deadline.
fn circulated(charter: &str) -> (Exercise, u32, Moment) {
    let mut x = Exercise::under(charter);
    let (decision, closes) = x.call_opened();
    (x, decision, closes)
}

/// Whether it was adopted, and who was in favour by silence.
fn outcome(events: &[AnyEvent]) -> Option<(bool, Option<Vec<MemberCode>>)> {
    events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Closed { verdict, silent, .. }) => {
            Some((verdict.adopted(), silent.clone()))
        }
        _ => None,
    })
}

fn converted(events: &[AnyEvent]) -> Option<Moment> {
    events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Converted { closes, .. }) => Some(*closes),
        _ => None,
    })
}

fn codes(members: &[&str]) -> Vec<MemberCode> {
    members.iter().map(|member| member.parse().unwrap()).collect()
}

#[test]
fn d26_silence_adopts_with_enough_on_record_in_favour() {
    let (mut x, decision, closes) = circulated(&charter_with(TWO));
    // The mover is one, by its tabling.
    x.votes("FRA", decision, InFavour);
    assert_eq!(outcome(&x.at(Moment(closes.0 - 1)).pass()), None);
    assert_eq!(outcome(&x.at(closes).pass()), Some((true, Some(codes(&["CAN", "DEU", "GBR"])))));
}

#[test]
fn d26_with_one_too_few_in_favour_it_is_voted_on() {
    // All others are cut off, and one member that is awake imposes nothing.
    let (mut x, decision, closes) = circulated(&charter_with(TWO));
    let vote_until = Moment(closes.0 + 48 * HOUR);
    let event = Event::Converted { decision: DecisionNo(decision), closes: vote_until };
    assert_eq!(x.at(closes).pass(), vec![event.into()]);
    x.votes("DEU", decision, InFavour);
    assert_eq!(outcome(&x.at(vote_until).pass()), Some((false, None)));
}

#[test]
fn d26_a_mover_that_does_not_take_part_or_objects_itself_is_not_in_favour() {
    let mut x = Exercise::under(&charter_with(TWO));
    let case = x.requested(&["10.00"]);
    x.accept("CAN/representative", table(assist(case)));
    x.accept("CAN/representative", open(1));
    x.votes("FRA", 1, InFavour);
    assert!(converted(&x.wait("72h").pass()).is_some());
    let (mut x, decision, closes) = circulated(&charter_with(TWO));
    x.votes("FRA", decision, InFavour);
    x.accept("DEU/representative", object(decision));
    assert!(converted(&x.at(closes).pass()).is_some());
}

#[test]
fn d26_fewer_objections_than_convert_are_votes_against() {
    let (mut x, decision, closes) = circulated(&charter_with(TWO));
    x.votes("FRA", decision, InFavour);
    let events = x.accept("CAN/representative", object(decision));
    assert_eq!((events.len(), converted(&events)), (1, None));
    assert_eq!(outcome(&x.at(closes).pass()), Some((true, Some(codes(&["DEU", "GBR"])))));
    // Under a rule that asks for all, one objection is too many: it is voted on, and not rejected.
    let charter = charter_with(TWO);
    let rule = charter.lines().find(|line| line.starts_with("adopted = ")).unwrap();
    let by_all = charter.replace(rule, "adopted = \"members >= 100% of participating\"");
    let (mut x, decision, closes) = circulated(&by_all);
    x.votes("FRA", decision, InFavour);
    x.accept("CAN/representative", object(decision));
    let events = x.at(closes).pass();
    assert_eq!((converted(&events), outcome(&events)), (Some(Moment(closes.0 + 48 * HOUR)), None));
}

#[test]
fn d26_enough_objections_convert_at_once_and_stand_as_votes_that_can_be_changed() {
    let (mut x, decision, closes) = circulated(&charter_with(TWO));
    x.votes("FRA", decision, InFavour);
    x.accept("CAN/representative", object(decision));
    let objection = x.last();
    // A vote against is an objection, too.
    let at = Moment(closes.0 - HOUR);
    let events = x.at(at).votes("GBR", decision, Against);
    let vote_until = Moment(at.0 + 48 * HOUR);
    assert_eq!(converted(&events), Some(vote_until));
    assert_eq!(x.partnership.next_deadline(), Some(vote_until));
    // The mover's tabling is not a vote.
    x.votes("DEU", decision, InFavour);
    let mut rejected = x.clone();
    assert_eq!(outcome(&rejected.at(vote_until).pass()), Some((false, None)));
    x.accept("CAN/representative", replacing(decision, InFavour, Some(objection)));
    assert_eq!(outcome(&x.at(vote_until).pass()), Some((true, None)));
}

#[test]
fn d26_one_objection_breaks_silence_and_rejects_nothing() {
    let (mut x, decision, closes) = circulated(&charter_with(ONE));
    let at = Moment(closes.0 - 1);
    let events = x.at(at).accept("CAN/representative", object(decision));
    assert_eq!(converted(&events), Some(Moment(at.0 + 48 * HOUR)));
    for member in ["DEU", "FRA", "GBR"] {
        x.votes(member, decision, InFavour);
    }
    assert_eq!(outcome(&x.wait("48h").pass()), Some((true, None)));
}

#[test]
fn d26_an_objection_in_the_last_call_converts_and_one_after_it_is_too_late() {
    let (mut x, decision, closes) = circulated(&charter_with(ONE));
    x.votes("FRA", decision, InFavour);
    let mut late = x.clone();
    let events = x.at(closes).accept("CAN/representative", object(decision));
    assert_eq!(converted(&events), Some(Moment(closes.0 + 48 * HOUR)));
    late.at(closes).pass();
    late.refuse("CAN/representative", object(decision), "D5");
}

#[test]
fn d26_objections_never_bring_the_deadline_forward() {
    // Or one member could choose the hour at which the others have to be awake, draft after draft.
    let short = String::from(ONE).replace("48h", "1h");
    let (mut x, decision, closes) = circulated(&charter_with(&short));
    assert_eq!(converted(&x.accept("CAN/representative", object(decision))), Some(closes));
    for member in ["DEU", "FRA", "GBR"] {
        x.votes(member, decision, InFavour);
    }
    assert_eq!(outcome(&x.at(Moment(closes.0 - 1)).pass()), None);
    assert_eq!(outcome(&x.at(closes).pass()), Some((true, None)));
    // From less than its own time before the deadline on, the vote has that time.
    for (early, until) in [(HOUR + 1, closes), (HOUR, closes), (HOUR - 1, Moment(closes.0 + 1))] {
        let (mut x, decision, closes) = circulated(&charter_with(&short));
        let events = x.at(Moment(closes.0 - early)).accept("CAN/representative", object(decision));
        assert_eq!(converted(&events), Some(until));
    }
}

#[test]
fn d26_the_silence_of_a_member_that_left_adopts_nothing() {
    let circulated = |leaves: &str| {
        let mut x = Exercise::under(&charter_with(ONE));
        x.accept(&[leaves, "/root"].concat(), withdraw());
        x.wait("364d");
        let (decision, closes) = x.call_opened();
        (x, decision, closes)
    };
    // It had left by the deadline, and could not object any more.
    let (mut x, decision, closes) = circulated("GBR");
    x.votes("FRA", decision, InFavour);
    let mut spoken = x.clone();
    let events = x.at(closes).pass();
    assert_eq!((converted(&events), outcome(&events)), (Some(Moment(closes.0 + 48 * HOUR)), None));
    // Had it spoken while it could, its word would stand.
    spoken.votes("GBR", decision, Abstain);
    assert_eq!(outcome(&spoken.at(closes).pass()), Some((true, Some(codes(&["CAN", "DEU"])))));
}

#[test]
fn d26_an_abstention_is_neither_support_nor_an_objection() {
    let (mut x, decision, closes) = circulated(&charter_with(ONE));
    x.votes("FRA", decision, InFavour);
    x.votes("GBR", decision, Abstain);
    assert_eq!(outcome(&x.at(closes).pass()), Some((true, Some(codes(&["CAN", "DEU"])))));
}

#[test]
fn d24_support_at_the_last_moment_gives_time_to_object() {
    let extended = String::from(ONE).replace(" }", ", extend = \"24h\", extend-at-most = \"72h\" }");
    let (mut x, decision, closes) = circulated(&charter_with(&extended));
    let events = x.at(Moment(closes.0 - 1)).votes("FRA", decision, InFavour);
    assert!(matches!(events[1], AnyEvent::Decisions(Event::Extended { .. })));
}

#[test]
fn d15_where_members_vote_nobody_objects() {
    let mut x = Exercise::begin();
    x.refuse("FRA/representative", object(1), "D1");
    let (decision, _) = x.call_opened();
    x.refuse("FRA/representative", object(decision), "D15");
    let (mut x, decision, _) = circulated(&charter_with(ONE));
    x.accept("FRA/representative", object(decision));
    x.refuse("CAN/representative", object(decision), "D15");
}

#[test]
fn d6_and_d7_hold_for_objections_as_for_votes() {
    let mut x = Exercise::under(&charter_with(TWO));
    let case = x.requested(&["10.00"]);
    let decision = x.opened(assist(case));
    x.refuse("CAN/representative", object(decision), "D6");
    x.votes("FRA", decision, InFavour);
    x.refuse("FRA/representative", object(decision), "D7");
}

#[test]
fn d11_and_d16_what_is_for_votes_waits_until_members_vote() {
    let confirmed = String::from(TWO).replace(" }", ", confirm-within = \"48h\" }");
    let (mut x, decision, _) = circulated(&charter_with(&confirmed));
    x.refuse("FRA/representative", reserving(decision, InFavour, Reserve::AdReferendum), "D11");
    x.refuse("FRA/representative", proxy(decision, Some("GBR")), "D16");
    x.accept("FRA/representative", object(decision));
    x.accept("CAN/representative", object(decision));
    x.accept("GBR/representative", reserving(decision, InFavour, Reserve::AdReferendum));
}
