//! What is said of lines between militaries, by whom, and what nobody can do to another's.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

mod ends;

use alloc::vec::Vec;

use quorate_charter::Office;

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{accredit, execute};
use crate::exercise::continuity::{
    ARTICLE, backed_by, between, close_line, confirm, fall_back, follows, outage, record, recorded, restored,
    test as tested, wording,
};
use crate::exercise::keys::public;
use crate::exercise::standing::{suspend, withdraw};
use crate::exercise::{CHARTER, DAY, Exercise, HOUR, NOON};
use crate::moment::{Day, Moment};
use LineState::{Degraded, Interrupted, Working};

const CAN: &str = "CAN/liaison-officer";
const DEU: &str = "DEU/liaison-officer";
const FRA: &str = "FRA/liaison-officer";

fn of(events: &[AnyEvent]) -> Vec<&Event> {
    let own = |event: &AnyEvent| matches!(event, AnyEvent::Continuity(_));
    assert!(events.iter().all(own));
    events
        .iter()
        .filter_map(|event| if let AnyEvent::Continuity(event) = event { Some(event) } else { None })
        .collect()
}

/// Everything that is said of line 1.
fn all() -> [crate::command::Command; 6] {
    [
        confirm(1, Working, None),
        tested(1, None),
        outage(1, NOON, None),
        restored(1, NOON, None),
        fall_back(1),
        close_line(1, None),
    ]
}

#[test]
fn l1_without_the_article_there_are_no_lines() {
    let mut x = Exercise::begin();
    let refusal = x.refuse(CAN, record(&["CAN", "FRA"]), "L1");
    assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().offices().number());
    let mut x = Exercise::under(&[CHARTER, ARTICLE].concat());
    x.accept(CAN, record(&["CAN", "FRA"]));
}

#[test]
fn l2_a_line_has_two_to_eight_different_sides_and_the_recorder_is_one() {
    let mut x = Exercise::under(&[CHARTER, ARTICLE].concat());
    let nine = ["CAN", "XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH"];
    for sides in [&[][..], &["CAN"], &["CAN", "CAN"], &["CAN", "FRA", "FRA"], &["DEU", "FRA"], &nine] {
        let refusal = x.refuse(CAN, record(sides), "L2");
        assert_eq!(refusal.article(x.partnership.charter()).0, 40);
    }
    x.accept(CAN, record(&["CAN", "FRA"]));
    x.accept(CAN, record(&["XAA", "CAN"]));
    let events = x.accept(CAN, record(&nine.into_iter().rev().take(7).chain(["CAN"]).collect::<Vec<_>>()));
    let [Event::Recorded { line, by, recorded, .. }] = of(&events)[..] else { panic!("a line") };
    assert_eq!((line.0, by.as_str(), recorded.sides.len()), (3, "CAN", 8));
    assert!(recorded.sides.is_sorted(), "in the order of their codes");
}

#[test]
fn l3_nobody_fills_the_register() {
    let mut x = Exercise::under(&[CHARTER, ARTICLE].concat());
    for _ in 0..MAX_OPEN_LINES - 1 {
        x.accept(CAN, record(&["CAN", "FRA"]));
    }
    x.accept(CAN, record(&["CAN", "FRA"]));
    x.refuse(CAN, record(&["CAN", "FRA"]), "L3");
    // Another's count is another, also for the same sides; and what is closed counts no more, whoever closed it.
    x.accept(FRA, record(&["CAN", "FRA"]));
    x.accept(FRA, close_line(7, None));
    x.accept(CAN, record(&["CAN", "FRA"]));
    x.refuse(CAN, record(&["CAN", "FRA"]), "L3");
}

#[test]
fn l4_a_fall_back_is_an_open_line_of_the_recorders_own() {
    let mut x = Exercise::with_lines();
    x.accept(FRA, record(&["DEU", "FRA"]));
    for none in [0, 3, 4] {
        x.refuse(CAN, backed_by(&["CAN", "FRA"], none), "L4");
    }
    x.accept(CAN, backed_by(&["CAN", "FRA"], 2));
    x.accept(FRA, close_line(1, None));
    x.refuse(CAN, backed_by(&["CAN", "FRA"], 1), "L4");
    let words =
        Recorded { fall_back: Some(FallBack::Words(wording("couriers"))), ..between(&["CAN", "FRA"]) };
    x.accept(CAN, recorded(words));
}

#[test]
fn l5_a_line_follows_a_closed_one_of_the_recorders_own() {
    let mut x = Exercise::with_lines();
    x.accept(FRA, record(&["DEU", "FRA"]));
    x.accept(FRA, close_line(3, None));
    for none in [0, 1, 3, 4] {
        x.refuse(CAN, follows(&["CAN", "FRA"], none), "L5");
    }
    x.accept(FRA, close_line(1, None));
    x.accept(CAN, follows(&["CAN", "FRA"], 1));
    x.accept(DEU, follows(&["DEU", "FRA"], 3));
}

#[test]
fn l4_and_l5_a_line_names_none_that_is_for_fewer() {
    let mut x = Exercise::with_lines();
    let public = |fall_back, follows| {
        let fall_back = Option::map(fall_back, |line| FallBack::Line(LiaisonLineNo(line)));
        let audience = crate::audience::Audience::Public;
        recorded(Recorded { audience, fall_back, follows, ..between(&["CAN", "FRA"]) })
    };
    x.refuse(CAN, public(Some(1), None), "L4");
    x.accept(CAN, public(None, None));
    x.accept(CAN, public(Some(3), None));
    x.accept(CAN, backed_by(&["CAN", "FRA"], 3));
    for line in [1, 3] {
        x.accept(CAN, close_line(line, None));
    }
    x.refuse(CAN, public(None, Some(LiaisonLineNo(1))), "L5");
    x.accept(CAN, public(None, Some(LiaisonLineNo(3))));
    x.accept(CAN, follows(&["CAN", "FRA"], 3));
}

#[test]
fn l14_a_test_is_of_a_day_on_which_the_line_was_on_record() {
    let mut x = Exercise::with_lines();
    let day = NOON.day();
    x.wait("72h").pass();
    x.refuse(CAN, tested(1, Some(Day(day.0 - 1))), "L14");
    x.accept(CAN, tested(1, Some(day)));
    x.accept(CAN, tested(1, None));
}

#[test]
fn l16_tests_fall_due_in_two_years_at_most() {
    let mut x = Exercise::with_lines();
    let every =
        |hours: &str| recorded(Recorded { test_every: hours.parse().ok(), ..between(&["CAN", "FRA"]) });
    x.accept(CAN, every("17519h"));
    x.accept(CAN, every("730d"));
    x.refuse(CAN, every("17521h"), "L16");
    x.refuse(CAN, every("36500d"), "L16");
}

#[test]
fn l6_only_of_an_open_line_is_something_said_and_nobody_opens_it_again() {
    let mut x = Exercise::with_lines();
    for none in [0, 3] {
        x.refuse(CAN, confirm(none, Working, None), "L6");
        x.refuse(CAN, close_line(none, None), "L6");
    }
    x.accept(FRA, close_line(1, None));
    for side in [CAN, FRA] {
        for command in all() {
            x.refuse(side, command, "L6");
        }
    }
    x.accept(CAN, confirm(2, Working, None));
}

#[test]
fn l7_who_is_no_side_says_nothing_of_a_line() {
    let mut x = Exercise::with_lines();
    for command in all() {
        x.refuse(DEU, command, "L7");
    }
    x.refuse(DEU, confirm(2, Interrupted, Some("XUS")), "L7");
    x.refuse(DEU, close_line(2, Some("XUS")), "L7");
}

#[test]
fn l7_each_side_says_it_for_itself() {
    let mut x = Exercise::with_lines();
    let events = x.accept(FRA, confirm(1, Degraded, None));
    let [Event::Confirmed { said, state, .. }] = of(&events)[..] else { panic!("confirmed") };
    assert_eq!((said.by, said.of, *state), ("FRA".parse().unwrap(), "FRA".parse().unwrap(), Degraded));
    assert!(!said.is_reported());
}

#[test]
fn l7_and_l8_only_of_a_side_that_is_no_member_is_something_reported() {
    let mut x = Exercise::with_lines();
    for (other, rule) in [("FRA", "L8"), ("CAN", "L8"), ("DEU", "L7"), ("XBB", "L7")] {
        x.refuse(CAN, confirm(2, Interrupted, Some(other)), rule);
        x.refuse(CAN, outage(2, NOON, Some(other)), rule);
        x.refuse(CAN, restored(2, NOON, Some(other)), rule);
        x.refuse(CAN, close_line(2, Some(other)), rule);
    }
    // Two members report of the same State, each for itself.
    for side in [CAN, FRA] {
        let events = x.accept(side, confirm(2, Working, Some("XUS")));
        let [Event::Confirmed { said, .. }] = of(&events)[..] else { panic!("confirmed") };
        assert!(said.is_reported() && said.of.as_str() == "XUS");
        x.accept(side, outage(2, NOON, Some("XUS")));
    }
    x.accept(CAN, restored(2, Moment(NOON.0 + 1), Some("XUS")));
    x.refuse(FRA, confirm(2, Working, Some("XUS")), "L9");
}

#[test]
fn l8_of_a_member_that_left_others_report() {
    let mut x = Exercise::with_lines();
    x.accept("FRA/root", withdraw());
    x.refuse(CAN, confirm(1, Working, Some("FRA")), "L8");
    x.wait("400d").pass();
    x.refuse(FRA, confirm(1, Working, None), "M7");
    x.accept(CAN, confirm(1, Working, Some("FRA")));
    x.accept(CAN, close_line(1, Some("FRA")));
    x.accept(CAN, close_line(1, None));
}

#[test]
fn l9_what_does_not_work_is_not_confirmed_to_work_and_has_one_outage() {
    let mut x = Exercise::with_lines();
    x.accept(CAN, outage(1, NOON, None));
    x.refuse(CAN, confirm(1, Working, None), "L9");
    x.refuse(CAN, outage(1, NOON, None), "L9");
    x.accept(CAN, confirm(1, Degraded, None));
    x.accept(CAN, confirm(1, Interrupted, None));
    // It is an outage of one side and of one line.
    x.accept(FRA, confirm(1, Working, None));
    x.accept(CAN, confirm(2, Working, None));
    x.accept(CAN, restored(1, Moment(NOON.0 + 1), None));
    x.accept(CAN, confirm(1, Working, None));
}

#[test]
fn l10_nothing_is_said_of_what_lies_ahead() {
    let mut x = Exercise::with_lines();
    let later = |x: &Exercise| Moment(x.next().0 + 1);
    x.refuse(CAN, outage(1, later(&x), None), "L10");
    x.accept(CAN, outage(1, x.next(), None));
    x.refuse(CAN, restored(1, later(&x), None), "L10");
    x.accept(CAN, restored(1, x.next(), None));
    x.wait("48h").pass();
    let today = x.next().day();
    x.refuse(CAN, tested(1, Some(Day(today.0 + 1))), "L10");
    for day in [Some(today), Some(Day(today.0 - 1)), None] {
        let events = x.accept(CAN, tested(1, day));
        let [Event::Tested { on, .. }] = of(&events)[..] else { panic!("tested") };
        assert_eq!(*on, day.unwrap_or(today));
    }
}

#[test]
fn l11_and_l12_outages_of_a_side_follow_one_another() {
    let mut x = Exercise::with_lines();
    let at = |hours: u64| Moment(NOON.0 - 100 * HOUR + hours * HOUR);
    x.refuse(CAN, restored(1, at(1), None), "L12");
    x.accept(CAN, outage(1, at(10), None));
    for early in [at(9), at(10)] {
        x.refuse(CAN, restored(1, early, None), "L12");
    }
    x.refuse(FRA, restored(1, at(20), None), "L12");
    x.accept(CAN, restored(1, at(20), None));
    x.refuse(CAN, restored(1, at(21), None), "L12");
    x.refuse(CAN, outage(1, Moment(at(20).0 - 1), None), "L11");
    x.accept(CAN, outage(1, at(20), None));
    // Another side's are its own.
    x.accept(FRA, outage(1, at(5), None));
}

#[test]
fn o1_only_a_liaison_officer_says_something_of_lines_and_it_does_nothing_else() {
    let mut x = Exercise::with_lines();
    for office in ["root", "recovery", "representative", "treasurer", "case-officer", "auditor"] {
        let post = ["CAN/", office].concat();
        x.refuse(&post, record(&["CAN", "FRA"]), "O1");
        for command in all() {
            x.refuse(&post, command, "O1");
        }
    }
    x.refuse(CAN, execute(1), "O1");
    let (now, key) = (x.next(), public("x"));
    x.refuse(CAN, accredit(key, Office::Treasurer, now, Moment(now.0 + DAY)), "O1");
}
