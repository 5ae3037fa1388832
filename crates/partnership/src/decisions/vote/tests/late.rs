//! D24: a late change of the outcome moves the deadline.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;
use alloc::vec::Vec;

use crate::decisions::Choice::{Abstain, Against, InFavour};
use crate::decisions::Event;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::replacing;
use crate::exercise::stages::charter_with;
use crate::exercise::{DAY, Exercise, HOUR};
use crate::ids::DecisionNo;
use crate::moment::Moment;

/// A call on which two of the three that it needs are in favour: `FRA` changes the outcome.
fn one_short() -> (Exercise, u32, Moment) {
    one_short_under(Exercise::begin())
}

fn one_short_under(mut x: Exercise) -> (Exercise, u32, Moment) {
    let (decision, closes) = x.call_opened();
    x.votes("CAN", decision, InFavour);
    x.votes("DEU", decision, InFavour);
    (x, decision, closes)
}

fn extensions(events: &[AnyEvent]) -> Vec<Moment> {
    let moved = |event: &AnyEvent| match event {
        AnyEvent::Decisions(Event::Extended { closes, .. }) => Some(*closes),
        _ => None,
    };
    events.iter().filter_map(moved).collect()
}

fn adopted(events: &[AnyEvent]) -> Option<bool> {
    events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Closed { verdict, .. }) => Some(verdict.adopted()),
        _ => None,
    })
}

#[test]
fn d24_from_the_last_day_on_a_change_of_the_outcome_gives_a_day_to_answer() {
    let day_before = |closes: Moment| Moment(closes.0 - DAY);
    // One below the border, and at it, where a day is left anyway.
    for early in [1, 0] {
        let (mut x, decision, closes) = one_short();
        let events = x.at(Moment(day_before(closes).0 - early)).votes("FRA", decision, InFavour);
        assert_eq!((extensions(&events), x.partnership.next_deadline()), (vec![], Some(closes)));
    }
    // One above.
    let (mut x, decision, closes) = one_short();
    let moved = Moment(closes.0 + 1);
    let events = x.at(Moment(day_before(closes).0 + 1)).votes("FRA", decision, InFavour);
    let extended = Event::Extended { decision: DecisionNo(decision), closes: moved };
    assert_eq!(events[1..], [extended.into()]);
    assert_eq!(x.partnership.next_deadline(), Some(moved));
    assert_eq!(adopted(&x.at(closes).pass()), None);
    assert_eq!(adopted(&x.at(moved).pass()), Some(true));
}

#[test]
fn d24_a_late_vote_that_changes_nothing_moves_nothing() {
    let (mut x, decision, closes) = one_short();
    let events = x.at(Moment(closes.0 - 1)).votes("FRA", decision, Against);
    assert_eq!(extensions(&events), []);
    assert_eq!(adopted(&x.at(closes).pass()), Some(false));
}

#[test]
fn d24_the_last_call_is_late_too() {
    let (mut x, decision, closes) = one_short();
    let events = x.at(closes).votes("FRA", decision, InFavour);
    assert_eq!(extensions(&events), [Moment(closes.0 + DAY)]);
    // And so is the other way: who was in favour is not any more.
    let last = x.last();
    let again = Moment(closes.0 + DAY);
    let events = x.at(again).accept("FRA/representative", replacing(decision, Abstain, Some(last)));
    assert_eq!(extensions(&events), [Moment(again.0 + DAY)]);
}

#[test]
fn d24_all_changes_together_move_it_no_further_than_the_charter_says() {
    let (mut x, decision, closes) = one_short();
    let bound = Moment(closes.0 + 72 * HOUR);
    let (mut last, mut choice, mut deadline) = (None, InFavour, closes);
    for _ in 0..10 {
        if deadline == bound {
            break;
        }
        let events =
            x.at(Moment(deadline.0 - 1)).accept("FRA/representative", replacing(decision, choice, last));
        (last, choice) = (Some(x.last()), if choice == InFavour { Against } else { InFavour });
        deadline = extensions(&events)[0];
        assert_eq!(x.partnership.next_deadline(), Some(deadline));
    }
    assert_eq!(deadline, bound);
    // At the bound votes still count, in the last call as before, and it closes all the same.
    let events = x.at(bound).accept("FRA/representative", replacing(decision, choice, last));
    assert_eq!(extensions(&events), []);
    assert!(x.partnership.next_deadline() != Some(bound), "it has closed");
    x.refuse("GBR/representative", replacing(decision, InFavour, None), "D5");
}

#[test]
fn d24_without_an_extension_in_the_charter_the_deadline_stands() {
    let plain = charter_with("{ kind = \"vote\", open = \"72h\" }");
    let (mut x, decision, closes) = one_short_under(Exercise::under(&plain));
    let events = x.at(Moment(closes.0 - 1)).votes("FRA", decision, InFavour);
    assert_eq!(extensions(&events), []);
    assert_eq!(adopted(&x.at(closes).pass()), Some(true));
}
