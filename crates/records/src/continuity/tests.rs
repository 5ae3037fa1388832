//! States and shares, each worked out by hand.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;

use LineState::{Degraded, Interrupted, Working};

use super::*;

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;
/// Some midnight.
const BEGINS: u64 = 20_454 * DAY;

fn code(state: &str) -> MemberCode {
    state.parse().unwrap()
}

fn every() -> Period {
    "7d".parse().unwrap()
}

/// Hours after the line was recorded.
fn at(hours: u64) -> Moment {
    Moment(BEGINS + hours * HOUR)
}

fn line(sides: &[&str]) -> Line {
    Line::recorded(sides.iter().map(|side| code(side)).collect(), at(0))
}

fn own(side: &str) -> Said {
    Said { by: code(side), of: code(side) }
}

fn reported(by: &str, of: &str) -> Said {
    Said { by: code(by), of: code(of) }
}

/// How many hours of how many it was confirmed to work, as of so many hours after it was recorded.
fn hours(line: &Line, now: u64) -> (u64, u64) {
    let share = line.availability(at(now), every());
    assert_eq!((share.working % HOUR, share.of % HOUR), (0, 0), "whole hours were said");
    (share.working / HOUR, share.of / HOUR)
}

#[test]
fn the_state_is_the_worst_that_is_said_and_not_known_once_one_side_is_silent() {
    let mut line = line(&["CAN", "FRA"]);
    let state = |line: &Line, now| line.state(now, every());
    assert_eq!(state(&line, at(0)), None, "nobody has said anything");
    line.confirmed(own("CAN"), Working, at(1));
    assert_eq!(state(&line, at(1)), None, "one side has not");
    line.confirmed(own("FRA"), Degraded, at(2));
    assert_eq!(state(&line, at(2)), Some(Degraded));
    line.confirmed(own("FRA"), Working, at(3));
    assert_eq!(state(&line, at(3)), Some(Working));
    // CAN's word of hour 1 stands for seven days and not a millisecond longer.
    let old = at(1 + 7 * 24);
    assert_eq!(state(&line, Moment(old.0 - 1)), Some(Working));
    assert_eq!(state(&line, old), None);
    let (silent, other) = (line.known(code("CAN"), old, every()), line.known(code("FRA"), old, every()));
    assert_eq!((silent.state, silent.last, silent.stands_until), (None, Some(at(1)), Some(old)));
    assert_eq!(other.state, Some(Working), "the other is not silent");
}

#[test]
fn of_a_state_that_is_no_member_the_worst_report_counts() {
    let mut line = line(&["CAN", "FRA", "XUS"]);
    for side in ["CAN", "FRA"] {
        line.confirmed(own(side), Working, at(0));
    }
    line.confirmed(reported("CAN", "XUS"), Working, at(1));
    line.confirmed(reported("FRA", "XUS"), Interrupted, at(2));
    line.confirmed(reported("CAN", "XUS"), Working, at(3));
    let known = line.known(code("XUS"), at(3), every());
    assert_eq!(
        (known.state, known.last, known.reported_by),
        (Some(Interrupted), Some(at(2)), Some(code("FRA"))),
        "by whom and when is that of the word that counts, not of the newest"
    );
    // FRA's report is too old from hour 2 of the eighth day on; CAN's stands an hour longer.
    let known = line.known(code("XUS"), at(2 + 168), every());
    assert_eq!((known.state, known.reported_by), (Some(Working), Some(code("CAN"))));
    assert_eq!(line.known(code("XUS"), at(3 + 168), every()).state, None);
}

#[test]
fn an_outage_is_a_word_and_so_is_its_end() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("FRA"), Working, at(0));
    line.outage(own("CAN"), at(5), at(6));
    assert_eq!(line.state(at(6), every()), Some(Interrupted));
    assert_eq!(line.known(code("CAN"), at(6), every()).out_since, Some(at(5)));
    // While it goes on, another word does not make it work.
    line.confirmed(own("CAN"), Degraded, at(7));
    assert_eq!(line.state(at(7), every()), Some(Interrupted));
    line.restored(own("CAN"), at(8), at(9));
    assert_eq!(line.state(at(9), every()), Some(Working));
    assert_eq!(line.known(code("CAN"), at(9), every()).out_since, None);
}

#[test]
fn availability_of_a_line_of_which_nothing_is_said_is_none_of_its_time() {
    assert_eq!(hours(&line(&["CAN", "FRA"]), 0), (0, 0));
    assert_eq!(hours(&line(&["CAN", "FRA"]), 48), (0, 48));
}

#[test]
fn availability_counts_while_every_sides_word_stands() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("CAN"), Working, at(10));
    assert_eq!(hours(&line, 20), (0, 20), "one side alone confirms nothing");
    line.confirmed(own("FRA"), Working, at(30));
    // CAN's stands from 10 to 178, FRA's from 30 to 198: both from 30 to 178.
    assert_eq!(hours(&line, 40), (10, 40));
    assert_eq!(hours(&line, 178), (148, 178));
    assert_eq!(hours(&line, 500), (148, 500));
    line.confirmed(own("CAN"), Working, at(190));
    // And again from 190 to 198.
    assert_eq!(hours(&line, 500), (156, 500));
}

#[test]
fn availability_leaves_out_other_states_and_outages_also_those_said_later() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("CAN"), Working, at(0));
    line.confirmed(own("FRA"), Working, at(0));
    line.confirmed(own("FRA"), Degraded, at(20));
    line.confirmed(own("FRA"), Working, at(24));
    assert_eq!(hours(&line, 100), (96, 100));
    // Said at hour 110: CAN could not use it from 50 to 60. Its end, said too, is a word from hour 111 on.
    line.outage(own("CAN"), at(50), at(110));
    assert_eq!(hours(&line, 110), (46, 110), "20 and 26 hours; it goes on");
    line.restored(own("CAN"), at(60), at(111));
    // Working from 0 to 20, from 24 to 50, from 60 to 110, and from 111 on; at 110 CAN said that it did not work.
    assert_eq!(hours(&line, 120), (20 + 26 + 50 + 9, 120));
}

#[test]
fn outages_of_two_sides_at_once_count_once() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("CAN"), Working, at(0));
    line.confirmed(own("FRA"), Working, at(0));
    line.outage(own("CAN"), at(10), at(30));
    line.restored(own("CAN"), at(20), at(30));
    line.outage(own("FRA"), at(15), at(30));
    line.restored(own("FRA"), at(25), at(30));
    // From 10 to 25 it did not work.
    assert_eq!(hours(&line, 40), (25, 40));
}

#[test]
fn availability_looks_back_ninety_days_and_no_further() {
    let mut line = line(&["CAN", "FRA"]);
    for day in (0..100).step_by(5) {
        for side in ["CAN", "FRA"] {
            line.confirmed(own(side), Working, at(day * 24));
        }
    }
    line.outage(own("CAN"), at(0), at(100 * 24));
    line.restored(own("CAN"), at(240), at(100 * 24));
    let ninety = 90 * 24;
    // On day 89 all counts since the beginning, of which ten days were an outage.
    assert_eq!(hours(&line, 89 * 24), (79 * 24, 89 * 24));
    assert_eq!(hours(&line, ninety), (80 * 24, ninety));
    // On day 95 five days of the outage are left in the window, and on day 100 none.
    assert_eq!(hours(&line, 95 * 24), (85 * 24, ninety));
    assert_eq!(hours(&line, 100 * 24), (ninety, ninety));
}

#[test]
fn a_closed_line_counts_until_it_was_closed() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("CAN"), Working, at(0));
    line.confirmed(own("FRA"), Working, at(0));
    line.closed(at(20));
    assert_eq!(hours(&line, 5_000), (20, 20));
}

#[test]
fn reports_that_differ_do_not_confirm() {
    let mut line = line(&["CAN", "XUS"]);
    line.confirmed(own("CAN"), Working, at(0));
    line.confirmed(reported("CAN", "XUS"), Working, at(0));
    line.confirmed(reported("FRA", "XUS"), Degraded, at(30));
    line.confirmed(reported("FRA", "XUS"), Working, at(40));
    assert_eq!(hours(&line, 100), (90, 100));
}

#[test]
fn tests_fall_due_by_day() {
    let mut line = line(&["CAN", "FRA"]);
    let every: Period = "90d".parse().unwrap();
    assert_eq!(line.test_due(every), Day(20_454 + 90));
    line.tested(Day(20_460), TestResult::Passed);
    // An earlier one that is told later puts nothing back, and one that failed puts nothing off.
    line.tested(Day(20_450), TestResult::Passed);
    assert_eq!(line.last_test(), Some((Day(20_460), TestResult::Passed)));
    line.tested(Day(20_470), TestResult::Failed);
    assert_eq!(line.last_test(), Some((Day(20_470), TestResult::Failed)));
    assert_eq!(line.test_due(every), Day(20_550));
}

/// Under a charter of `CAN`, `DEU`, `FRA` and `GBR`.
fn bound() -> Bound {
    Bound::new(&quorate_charter::Charter::read(include_str!("../../../../stories/continuity.toml")).unwrap())
}

#[test]
fn what_was_reported_before_a_state_is_a_member_is_not_its_own_word_and_ends() {
    let (mut line, mut bound) = (line(&["CAN", "XAA"]), bound());
    line.confirmed(own("CAN"), Working, at(0));
    line.outage(reported("CAN", "XAA"), at(0), at(1));
    line.end_reported(reported("CAN", "XAA"), at(2));
    assert_eq!(line.ended().count(), 1);
    assert!(bound.hear(&quorate_partnership::members::Event::Ratified { member: code("XAA") }));
    line.are_bound(&bound, at(3));
    let known = line.known(code("XAA"), at(3), every());
    assert_eq!((known.state, known.out_since, line.ended().count()), (None, None, 0));
    line.confirmed(own("XAA"), Working, at(4));
    let known = line.known(code("XAA"), at(4), every());
    assert_eq!((known.state, known.last, known.reported_by), (Some(Working), Some(at(4)), None));
    assert_eq!(hours(&line, 10), (6, 10));
}

#[test]
fn an_outage_of_a_member_that_leaves_ends_when_it_does() {
    let (mut line, mut bound) = (line(&["CAN", "FRA"]), bound());
    line.confirmed(own("CAN"), Working, at(0));
    line.outage(own("FRA"), at(0), at(1));
    assert!(bound.hear(&quorate_partnership::members::Event::Left { member: code("FRA") }));
    line.are_bound(&bound, at(5));
    let known = line.known(code("FRA"), at(5), every());
    assert_eq!((known.state, known.out_since, known.last), (None, None, Some(at(1))));
    line.confirmed(reported("CAN", "FRA"), Working, at(6));
    assert_eq!(line.state(at(6), every()), Some(Working));
    assert_eq!(hours(&line, 10), (4, 10));
}

#[test]
fn what_ended_before_the_ninety_days_is_kept_no_more_and_changes_no_share() {
    let mut line = line(&["CAN", "FRA"]);
    for hour in 0..3_000 {
        line.confirmed(own("CAN"), Working, at(hour));
        line.confirmed(own("FRA"), Working, at(hour));
        if hour % 100 == 0 {
            line.outage(own("CAN"), at(hour), at(hour));
            line.restored(own("CAN"), Moment(at(hour).0 + 1), at(hour));
        }
    }
    let words = &line.said[&own("FRA")];
    assert_eq!(words.words.len(), 90 * 24 + 1, "one an hour, and the one that stood when the 90 days began");
    assert!(line.said[&own("CAN")].outages.len() <= 22);
    assert_eq!(line.state(at(2_999), every()), Some(Working));
}

#[test]
fn who_has_said_nothing_since_owes_a_word() {
    let mut line = line(&["CAN", "FRA"]);
    line.confirmed(own("CAN"), Working, at(1));
    assert_eq!(line.owing_since(at(0)), vec![code("FRA")]);
    assert_eq!(line.owing_since(at(1)), vec![code("FRA")]);
    assert_eq!(line.owing_since(at(2)), vec![code("CAN"), code("FRA")]);
}
