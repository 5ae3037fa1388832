#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use crate::decisions::Choice::{Abstain, Against, InFavour};
use crate::decisions::{Event, Reserve};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{assist, close_vote, replacing, reserving};
use crate::exercise::stages::charter_with;
use crate::exercise::{DAY, Exercise, MEMBERS};
use crate::moment::Moment;

const WRITTEN: &str = "{ kind = \"written\", open = \"72h\", confirm-within = \"48h\" }";

fn outcome(events: &[AnyEvent]) -> Option<(bool, usize, Option<Moment>)> {
    events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Closed { verdict, counted, executable_until, .. }) => {
            Some((verdict.adopted(), counted.len(), *executable_until))
        }
        _ => None,
    })
}

#[test]
fn d14_anyone_closes_a_written_vote_once_all_that_take_part_have_voted() {
    let mut x = Exercise::under(&charter_with(WRITTEN));
    let (decision, closes) = x.call_opened();
    for member in MEMBERS {
        x.refuse("DEU/treasurer", close_vote(decision), "D14");
        x.votes(member, decision, if member == "CAN" { Abstain } else { InFavour });
    }
    let at = x.next();
    let events = x.accept("CAN/case-officer", close_vote(decision));
    // What was adopted early can be executed as long as anything that was adopted.
    let until = Moment(at.0 + 90 * DAY);
    assert_eq!(outcome(&events), Some((true, 4, Some(until))));
    assert_eq!(x.partnership.next_deadline(), Some(until), "nothing is left to close at {closes:?}");
    x.refuse("DEU/treasurer", close_vote(decision), "D5");
}

#[test]
fn d14_whoever_does_not_take_part_is_not_waited_for_and_whoever_is_to_confirm_is() {
    let mut x = Exercise::under(&charter_with(WRITTEN));
    let case = x.requested(&["10.00"]);
    let decision = x.opened(assist(case));
    x.votes("DEU", decision, Against);
    x.votes("FRA", decision, Against);
    x.accept("GBR/representative", reserving(decision, InFavour, Reserve::Parliamentary));
    let cast = x.last();
    x.refuse("CAN/representative", close_vote(decision), "D14");
    x.accept("GBR/representative", replacing(decision, InFavour, Some(cast)));
    let events = x.accept("CAN/representative", close_vote(decision));
    assert_eq!(outcome(&events), Some((false, 3, None)));
}

#[test]
fn a_written_vote_in_which_not_all_vote_closes_at_its_deadline() {
    let mut x = Exercise::under(&charter_with(WRITTEN));
    let (decision, closes) = x.call_opened();
    for member in ["DEU", "FRA", "GBR"] {
        x.votes(member, decision, InFavour);
    }
    let adopted = outcome(&x.at(closes).pass()).map(|(adopted, ..)| adopted);
    assert_eq!(adopted, Some(true));
    x.refuse("DEU/representative", close_vote(decision), "D5");
}

#[test]
fn d13_no_chair_closes_another_vote() {
    let silence = "{ kind = \"silence\", open = \"72h\", support = 2, vote-within = \"48h\" }";
    for mut x in [Exercise::begin(), Exercise::under(&charter_with(silence))] {
        let (decision, _) = x.call_opened();
        for member in MEMBERS {
            x.votes(member, decision, InFavour);
        }
        x.refuse("DEU/representative", close_vote(decision), "D13");
    }
}

#[test]
fn d1_and_d5_only_what_is_open_is_closed() {
    let mut x = Exercise::under(&charter_with(WRITTEN));
    x.refuse("DEU/representative", close_vote(1), "D1");
    let case = x.requested(&["10.00"]);
    let decision = x.tabled(assist(case));
    x.refuse("DEU/representative", close_vote(decision), "D5");
}
