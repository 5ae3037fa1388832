//! What members tell of their arrangements with States outside, and for whom that counts.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec::Vec;

mod ends;

use super::*;
use crate::audience::Audience;
use crate::command::Command as AnyCommand;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::phrase;
use crate::exercise::{CHARTER, Exercise, NOON};
use crate::frameworks::Command;
use crate::wording::Wording;

const ONE: ArrangementNo = ArrangementNo(1);

fn codes(states: &[&str]) -> Vec<MemberCode> {
    states.iter().map(|code| code.parse().unwrap()).collect()
}

fn today() -> Day {
    NOON.day()
}

fn ahead(days: u32) -> Day {
    Day(today().0 + days)
}

fn view(review: Day, notice_days: u32) -> View {
    View {
        title: Wording::new(Some(phrase("Use of bases")), None).unwrap(),
        kind: phrase("bases"),
        basis: phrase("exchange of notes"),
        since: Day(today().0 - 10),
        review,
        notice_days,
        audience: Audience::Members,
    }
}

fn record(with: &[&str], members: &[&str], view: View) -> AnyCommand {
    let record = RecordArrangement { with: codes(with), members: codes(members), view };
    Command::RecordArrangement(record).into()
}

fn sound() -> View {
    view(ahead(365), 30)
}

/// `CAN` told of an arrangement of `CAN` and `GBR` with `USA`.
fn recorded() -> Exercise {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", record(&["USA"], &["CAN", "GBR"], sound()));
    x
}

fn revise(number: u32, version: u32, view: View) -> AnyCommand {
    Command::ReviseArrangement(ReviseArrangement { arrangement: ArrangementNo(number), version, view }).into()
}

fn review(number: u32, on: Day, next: Day) -> AnyCommand {
    let (arrangement, outcome) = (ArrangementNo(number), Outcome::Keep);
    Command::ReviewArrangement(ReviewArrangement { arrangement, outcome, on, next }).into()
}

fn notice(number: u32, by: &str, given: Day) -> AnyCommand {
    let (arrangement, by) = (ArrangementNo(number), by.parse().unwrap());
    Command::GiveNotice(GiveNotice { arrangement, by, given }).into()
}

fn take_back(number: u32) -> AnyCommand {
    Command::TakeNoticeBack(TakeNoticeBack { arrangement: ArrangementNo(number) }).into()
}

fn end(number: u32) -> AnyCommand {
    Command::EndArrangement(EndArrangement { arrangement: ArrangementNo(number) }).into()
}

fn question(number: u32, by: &str) -> AnyCommand {
    let (arrangement, by) = (ArrangementNo(number), by.parse().unwrap());
    let (source, audience) = (phrase("press conference"), Audience::Public);
    Command::Question(Question { arrangement, by, source, audience }).into()
}

fn depends(on: u32, what: Resting, source: Option<&str>) -> AnyCommand {
    let (on, source) = (ArrangementNo(on), source.map(phrase));
    Command::Depends(Depends { on, what, audience: Audience::Members, source }).into()
}

fn thing(number: u32) -> Resting {
    Resting::Item(phrase(&alloc::format!("thing {number}")))
}

fn no_longer(number: u32) -> AnyCommand {
    Command::NoLongerDepends(NoLongerDepends { dependency: DependencyNo(number) }).into()
}

/// Every command that a member gives about an arrangement that is on record.
fn each(number: u32) -> [AnyCommand; 7] {
    [
        revise(number, 0, sound()),
        review(number, today(), ahead(30)),
        notice(number, "USA", today()),
        take_back(number),
        end(number),
        question(number, "USA"),
        depends(number, thing(3), Some("annex")),
    ]
}

#[test]
fn r9_an_arrangement_is_of_members_with_states_outside() {
    let mut x = Exercise::begin();
    let no: [(&[&str], &[&str]); 6] = [
        (&[], &["CAN"]),
        (&["USA"], &[]),
        (&["GBR"], &["CAN"]),
        (&["USA"], &["CAN", "NOR"]),
        (&["USA", "USA"], &["CAN"]),
        (&["USA"], &["CAN", "CAN"]),
    ];
    for (with, members) in no {
        x.refuse("CAN/representative", record(with, members, sound()), "R9");
    }
    let codes: Vec<alloc::string::String> = (0..33_u8)
        .map(|at| alloc::format!("X{}{}", char::from(b'A' + at / 26), char::from(b'A' + at % 26)))
        .collect();
    let codes: Vec<&str> = codes.iter().map(alloc::string::String::as_str).collect();
    x.refuse("CAN/representative", record(&codes, &["CAN"], sound()), "R9");
    x.accept("CAN/representative", record(&codes[..32], &["CAN"], sound()));
    x.accept("CAN/representative", record(&["USA"], &["CAN", "DEU", "FRA", "GBR"], sound()));
}

#[test]
fn r10_only_about_arrangements_in_which_it_is_party() {
    let mut x = recorded();
    x.refuse("FRA/representative", record(&["USA"], &["CAN", "GBR"], sound()), "R10");
    for command in each(1).into_iter().filter(|command| command.provision().name() != "arrangement question")
    {
        x.refuse("FRA/representative", command, "R10");
    }
    // That an arrangement rests on another is for its own parties to say.
    x.accept("FRA/representative", record(&["USA"], &["FRA"], sound()));
    x.refuse("CAN/representative", depends(1, Resting::Arrangement(ArrangementNo(2)), None), "R10");
    x.accept("FRA/representative", depends(1, Resting::Arrangement(ArrangementNo(2)), None));
}

#[test]
fn r11_the_arrangement_is_on_record() {
    let mut x = recorded();
    for unknown in [0, 2] {
        for command in each(unknown) {
            x.refuse("CAN/representative", command, "R11");
        }
        x.refuse("CAN/representative", depends(1, Resting::Arrangement(ArrangementNo(unknown)), None), "R11");
    }
}

#[test]
fn r12_each_member_goes_on_with_what_it_told_itself() {
    let mut x = recorded();
    for command in [review(1, today(), ahead(30)), notice(1, "USA", today()), take_back(1), end(1)] {
        x.refuse("GBR/representative", command, "R12");
    }
    x.accept("GBR/representative", revise(1, 0, sound()));
    x.accept("GBR/representative", end(1));
    for command in [end(1), revise(1, 1, sound()), review(1, today(), ahead(30))] {
        x.refuse("GBR/representative", command, "R12");
    }
    // For the other member it goes on.
    x.accept("CAN/representative", review(1, today(), ahead(30)));
}

#[test]
fn r13_a_notice_is_of_a_hundred_years_at_most() {
    let mut x = Exercise::begin();
    let with = |days| record(&["USA"], &["CAN"], view(ahead(1), days));
    x.refuse("CAN/representative", with(MAX_NOTICE_DAYS + 1), "R13");
    x.accept("CAN/representative", with(MAX_NOTICE_DAYS));
    x.accept("CAN/representative", with(0));
}

#[test]
fn r14_the_next_review_is_ahead_and_no_later_than_the_charter_says() {
    let two_years = [CHARTER, "\n[arrangements]\narticle = 42\nreview-every = \"730d\"\n"].concat();
    for (charter, latest, article) in [(CHARTER, u32::MAX - today().0, 2), (&two_years, 730, 42)] {
        let mut x = Exercise::under(charter);
        let with = |days| record(&["USA"], &["CAN"], view(ahead(days), 30));
        let refusal = x.refuse("CAN/representative", with(0), "R14");
        assert_eq!(refusal.article(x.partnership.charter()).0, article);
        x.accept("CAN/representative", with(1));
        x.accept("CAN/representative", with(latest));
        x.refuse("CAN/representative", review(1, today(), today()), "R14");
        if latest == 730 {
            x.refuse("CAN/representative", with(731), "R14");
            x.refuse("CAN/representative", revise(1, 1, view(ahead(731), 30)), "R14");
            x.refuse("CAN/representative", review(1, today(), ahead(731)), "R14");
        }
        x.accept("CAN/representative", review(1, today(), ahead(latest.min(730))));
    }
}

#[test]
fn r15_no_more_stand_of_one_member_than_anybody_reads() {
    let mut x = Exercise::begin();
    for number in 0..MAX_ARRANGEMENTS {
        if number % 64 == 0 {
            x.wait("24h");
        }
        x.accept("CAN/representative", record(&["USA"], &["CAN"], sound()));
    }
    x.wait("24h");
    x.refuse("CAN/representative", record(&["USA"], &["CAN"], sound()), "R15");
    x.accept("GBR/representative", record(&["USA"], &["CAN", "GBR"], sound()));
    x.accept("CAN/representative", end(7));
    x.accept("CAN/representative", record(&["USA"], &["CAN"], sound()));
}

#[test]
fn r16_a_revision_names_the_version_of_its_own_view() {
    let mut x = recorded();
    for other in [0, 2] {
        x.refuse("CAN/representative", revise(1, other, sound()), "R16");
    }
    x.refuse("GBR/representative", revise(1, 1, sound()), "R16");
    x.accept("CAN/representative", revise(1, 1, view(ahead(9), 60)));
    x.accept("GBR/representative", revise(1, 0, sound()));
    x.accept("CAN/representative", revise(1, 2, sound()));
}
