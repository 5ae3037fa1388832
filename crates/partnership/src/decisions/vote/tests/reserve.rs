//! Votes that are to be confirmed, and what is said beside a vote.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;

use crate::decisions::Choice::{Abstain, Against, InFavour};
use crate::decisions::{self, Event, Reserve, Vote};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{phrase, proxy, replacing, reserving, vote};
use crate::exercise::stages::charter_with;
use crate::exercise::{Exercise, HOUR};
use crate::ids::{CommandId, DecisionNo};
use crate::moment::Moment;

const AD_REFERENDUM: Reserve = Reserve::AdReferendum;

/// A call on which two of the three that it needs are in favour, and `FRA` in favour ad referendum, at its deadline;
/// the vote of `FRA`, and the deadline after.
fn waiting() -> (Exercise, u32, CommandId, Moment) {
    let mut x = Exercise::begin();
    let (decision, closes) = x.call_opened();
    x.votes("CAN", decision, InFavour);
    x.votes("DEU", decision, InFavour);
    x.accept("FRA/representative", reserving(decision, InFavour, AD_REFERENDUM));
    let (cast, until) = (x.last(), Moment(closes.0 + 48 * HOUR));
    let (decision_no, members) = (DecisionNo(decision), vec!["FRA".parse().unwrap()]);
    let unconfirmed = Event::Unconfirmed { decision: decision_no, members, until };
    assert_eq!(x.at(closes).pass(), vec![unconfirmed.into()]);
    assert_eq!(x.partnership.next_deadline(), Some(until));
    (x, decision, cast, until)
}

fn outcome(events: &[AnyEvent]) -> Option<(bool, usize)> {
    events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Closed { verdict, counted, .. }) => {
            Some((verdict.adopted(), counted.len()))
        }
        _ => None,
    })
}

#[test]
fn d25_the_closing_waits_for_a_vote_on_which_the_outcome_hangs_and_the_last_confirmation_ends_it() {
    let (mut x, decision, cast, until) = waiting();
    let events = x.accept("FRA/representative", replacing(decision, InFavour, Some(cast)));
    assert_eq!(outcome(&events), Some((true, 3)));
    assert_ne!(x.partnership.next_deadline(), Some(until), "it has closed");
}

#[test]
fn d25_whoever_votes_again_is_free_in_how() {
    for (choice, adopted) in [(Against, false), (Abstain, false), (InFavour, true)] {
        let (mut x, decision, cast, until) = waiting();
        let confirm = replacing(decision, choice, Some(cast));
        // In the last call, too.
        let events = x.at(until).accept("FRA/representative", confirm);
        assert_eq!(outcome(&events), Some((adopted, 3)));
        x.refuse("FRA/representative", replacing(decision, choice, Some(cast)), "D5");
    }
}

#[test]
fn d25_it_waits_once_and_what_is_not_confirmed_counts_as_absent() {
    let (mut x, _, _, until) = waiting();
    assert_eq!(outcome(&x.at(Moment(until.0 - 1)).pass()), None);
    assert_eq!(outcome(&x.at(until).pass()), Some((false, 2)));
}

#[test]
fn d25_where_nothing_hangs_on_it_nothing_waits() {
    for (other, counted, adopted) in [(Some(InFavour), 3, true), (None, 2, false)] {
        // `FRA` in favour ad referendum, where three are in favour without it; and only against, which is as absent.
        let mut x = Exercise::begin();
        let (decision, closes) = x.call_opened();
        x.votes("CAN", decision, InFavour);
        x.votes("DEU", decision, InFavour);
        if let Some(choice) = other {
            x.votes("GBR", decision, choice);
        }
        let its = if adopted { InFavour } else { Against };
        x.accept("FRA/representative", reserving(decision, its, Reserve::Parliamentary));
        assert_eq!(outcome(&x.at(closes).pass()), Some((adopted, counted)));
    }
}

#[test]
fn d25_the_outcome_hangs_on_two_votes_that_would_outweigh_each_other() {
    // More than half of the votes cast: with both confirmed, or neither, it is as without them.
    let charter = charter_with("{ kind = \"vote\", open = \"72h\", confirm-within = \"48h\" }");
    let first = charter.lines().find(|line| line.starts_with("adopted = ")).unwrap();
    let mut x = Exercise::under(&charter.replace(first, "adopted = \"members > 1/2 of cast\""));
    let (decision, closes) = x.call_opened();
    x.votes("CAN", decision, InFavour);
    x.votes("DEU", decision, Against);
    x.accept("FRA/representative", reserving(decision, InFavour, AD_REFERENDUM));
    x.accept("GBR/representative", reserving(decision, Against, AD_REFERENDUM));
    let events = x.at(closes).pass();
    assert!(matches!(events[..], [AnyEvent::Decisions(Event::Unconfirmed { .. })]), "{events:?}");
    // One confirmed does not end it while the other waits.
    let cast = x.last();
    let events = x.accept("GBR/representative", replacing(decision, Against, Some(cast)));
    assert_eq!(outcome(&events), None);
}

#[test]
fn d12_while_it_waits_only_those_vote_whose_votes_it_waits_for() {
    let (mut x, decision, cast, _) = waiting();
    x.refuse("GBR/representative", vote(decision, Against), "D12");
    x.refuse("CAN/representative", replacing(decision, Against, None), "D12");
    x.refuse("GBR/representative", proxy(decision, Some("FRA")), "D12");
    x.refuse("FRA/representative", vote(decision, InFavour), "D7");
    x.accept("FRA/representative", replacing(decision, InFavour, Some(cast)));
}

#[test]
fn d11_a_vote_waits_only_where_the_charter_gives_it_time_and_once() {
    let (mut x, decision, cast, _) = waiting();
    let choice = InFavour;
    let again =
        Vote { reserve: Some(AD_REFERENDUM), ..Vote::plain(DecisionNo(decision), choice, Some(cast)) };
    x.refuse("FRA/representative", decisions::Command::Vote(again).into(), "D11");
    let plain = charter_with("{ kind = \"vote\", open = \"72h\" }");
    let mut x = Exercise::under(&plain);
    let (decision, _) = x.call_opened();
    for reserve in [AD_REFERENDUM, Reserve::Parliamentary] {
        x.refuse("FRA/representative", reserving(decision, InFavour, reserve), "D11");
    }
    x.votes("FRA", decision, InFavour);
}

#[test]
fn d24_a_late_confirmation_moves_the_deadline_as_a_late_vote_does() {
    let mut x = Exercise::begin();
    let (decision, closes) = x.call_opened();
    x.votes("CAN", decision, InFavour);
    x.votes("DEU", decision, InFavour);
    let late = x.at(Moment(closes.0 - HOUR));
    let events = late.accept("FRA/representative", reserving(decision, InFavour, AD_REFERENDUM));
    assert_eq!(events.len(), 1, "to be confirmed, it changes nothing yet");
    let confirm = replacing(decision, InFavour, Some(x.last()));
    let events = x.accept("FRA/representative", confirm);
    assert!(matches!(events[1], AnyEvent::Decisions(Event::Extended { .. })));
}

#[test]
fn an_explanation_stands_in_the_record_and_changes_no_count() {
    let mut x = Exercise::begin();
    let (decision, closes) = x.call_opened();
    for member in ["CAN", "DEU"] {
        x.votes(member, decision, InFavour);
    }
    let explanation = Some(phrase("we would have waited"));
    let plain = Vote::plain(DecisionNo(decision), InFavour, None);
    let explained = Vote { explanation: explanation.clone(), ..plain };
    let events = x.accept("FRA/representative", decisions::Command::Vote(explained).into());
    let AnyEvent::Decisions(Event::Voted { explanation: recorded, .. }) = &events[0] else { panic!("voted") };
    assert_eq!(*recorded, explanation);
    assert_eq!(outcome(&x.at(closes).pass()), Some((true, 3)));
}
