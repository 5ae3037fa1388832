#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;
use alloc::vec::Vec;

use quorate_voting::Verdict;

use crate::decisions::{Choice, Event};
use crate::event::{Booked, Event as AnyEvent};
use crate::exercise::commands::{assist, call, execute, open, sign, usd, vote};
use crate::exercise::{DAY, Exercise, MEMBERS};
use crate::ids::DecisionNo;
use crate::moment::Moment;

const YES: Option<Choice> = Some(Choice::InFavour);
const NO: Option<Choice> = Some(Choice::Against);
const ABSTAIN: Option<Choice> = Some(Choice::Abstain);
const ABSENT: Option<Choice> = None;

fn closings(events: &[AnyEvent]) -> Vec<(u32, Verdict)> {
    let closing = |event: &AnyEvent| match event {
        AnyEvent::Decisions(Event::Closed { decision, verdict, .. }) => Some((decision.0, verdict.clone())),
        _ => None,
    };
    events.iter().filter_map(closing).collect()
}

/// `CAN` asks for help; `DEU`, `FRA` and `GBR` vote like this.
fn verdict(choices: [Option<Choice>; 3]) -> Verdict {
    let mut x = Exercise::begin();
    let case = x.requested(&["10.00"]);
    x.decided(assist(case), choices);
    let all: Vec<AnyEvent> = x.booked().iter().map(|booked| booked.event.clone()).collect();
    closings(&all).pop().expect("closed").1
}

/// All four vote on a call like this.
fn verdict_on_a_call(choices: [Option<Choice>; 4]) -> Verdict {
    let mut x = Exercise::begin();
    x.accept("CAN/root", sign(usd("0"), usd("10.00")));
    let decision = x.opened(call("10.00"));
    for (member, choice) in MEMBERS.iter().zip(choices) {
        if let Some(choice) = choice {
            x.accept(&[member, "/representative"].concat(), vote(decision, choice));
        }
    }
    closings(&x.wait("72h").pass()).remove(0).1
}

#[test]
fn help_is_adopted_from_two_of_three_in_favour_whoever_is_not() {
    for other in [NO, ABSTAIN, ABSENT] {
        for at in 0..3 {
            let mut two = [YES; 3];
            two[at] = other;
            assert!(verdict(two).adopted(), "at: {two:?}");
            let mut one = [other; 3];
            one[at] = YES;
            assert!(!verdict(one).adopted(), "one below: {one:?}");
        }
    }
    assert!(verdict([YES; 3]).adopted(), "above");
    assert!(!verdict([YES; 3]).by_clause());
    // FRA and GBR are two of three, and 62.3 % of the population: adopted by the clause alone.
    assert!(verdict([NO, YES, YES]).by_clause());
    // DEU and GBR are two of three, and 69.0 %: adopted without the clause.
    assert!(!verdict([YES, NO, YES]).by_clause());
}

#[test]
fn d23_nothing_is_adopted_with_nobody_in_favour() {
    for all in [NO, ABSTAIN, ABSENT] {
        let verdict = verdict([all; 3]);
        assert!(!verdict.adopted() && !verdict.anyone_in_favour(), "{all:?}");
        assert!(!verdict_on_a_call([all; 4]).adopted(), "{all:?}");
    }
}

#[test]
fn a_call_is_adopted_from_three_of_four_in_favour() {
    for other in [NO, ABSTAIN, ABSENT] {
        for at in 0..4 {
            let mut three = [YES; 4];
            three[at] = other;
            assert!(verdict_on_a_call(three).adopted(), "at: {three:?}");
            let mut two = three;
            two[(at + 1) % 4] = other;
            assert!(!verdict_on_a_call(two).adopted(), "one below: {two:?}");
        }
    }
    assert!(verdict_on_a_call([YES; 4]).adopted(), "above");
}

#[test]
fn a_vote_closes_at_its_deadline_and_not_a_millisecond_before() {
    let mut x = Exercise::begin();
    let case = x.requested(&["10.00"]);
    x.opened(assist(case));
    let closes = Moment(x.next().0 - 1 + 3 * DAY);
    assert_eq!(x.partnership.next_deadline(), Some(closes));
    assert!(x.at(Moment(closes.0 - 1)).pass().is_empty());
    assert_eq!(closings(&x.at(closes).pass()).len(), 1);
    assert_eq!(x.partnership.next_deadline(), None);
    assert!(x.wait("72h").pass().is_empty(), "a vote closes once");
}

#[test]
fn what_falls_due_between_two_blocks_keeps_its_moment() {
    let mut x = Exercise::begin();
    let case = x.requested(&["10.00"]);
    let decision = x.opened(assist(case));
    let closes = Moment(x.next().0 - 1 + 3 * DAY);
    for member in ["DEU/representative", "FRA/representative"] {
        x.accept(member, vote(decision, Choice::InFavour));
    }
    // No block for a hundred days: the decision is adopted, then lapses, each at its own moment.
    x.at(Moment(closes.0 + 100 * DAY)).pass();
    let (at, decision) = (Moment(x.next().0 - 1), DecisionNo(decision));
    let end = |booked: &Booked| (booked.at, booked.fell_due, booked.by.is_none());
    let booked: Vec<_> = x.booked()[x.booked().len() - 2..].iter().map(end).collect();
    let lapsed = Moment(closes.0 + 90 * DAY);
    assert_eq!(booked, [(at, Some(closes), true), (at, Some(lapsed), true)]);
    assert_eq!(x.booked().last().unwrap().event, Event::Lapsed { decision }.into());
}

#[test]
fn an_adopted_decision_lapses_when_its_time_is_over_and_not_a_millisecond_before() {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["10.00"]);
    let decision = x.adopted(assist(case));
    let lapses = Moment(x.next().0 - 1 + 90 * DAY);
    assert!(x.at(Moment(lapses.0 - 1)).pass().is_empty());
    let decision = DecisionNo(decision);
    assert_eq!(x.at(lapses).pass(), vec![Event::Lapsed { decision }.into()]);
}

#[test]
fn what_was_executed_or_not_adopted_does_not_lapse() {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["10.00"]);
    x.decided(assist(case), [YES, NO, NO]);
    let decision = x.adopted(assist(case));
    x.accept("GBR/treasurer", execute(decision));
    assert_eq!(x.partnership.next_deadline(), None);
    assert!(x.wait("91d").pass().is_empty());
}

#[test]
fn two_votes_that_close_at_the_same_moment_close_by_number_each_on_its_own_votes() {
    let mut x = Exercise::begin();
    let case = x.requested(&["10.00"]);
    let (first, second) = (x.tabled(assist(case)), x.tabled(assist(case)));
    // Opened in the other order, in one block.
    let opened = x.together([("DEU/representative", open(second)), ("DEU/representative", open(first))]);
    assert!(opened.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
    for member in ["DEU/representative", "FRA/representative"] {
        x.accept(member, vote(first, Choice::InFavour));
        x.accept(member, vote(second, Choice::Against));
    }
    let closed = closings(&x.wait("72h").pass());
    let closed: Vec<(u32, bool)> =
        closed.iter().map(|(number, verdict)| (*number, verdict.adopted())).collect();
    assert_eq!(closed, [(first, true), (second, false)]);
}
