//! What is said about positions, by whom, and that none of it stops anything.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::audience::Audience;
use crate::command::Command as AnyCommand;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{assist, phrase, table, vote};
use crate::exercise::continuity::wording;
use crate::exercise::standing::suspend;
use crate::exercise::{CHARTER, DAY, Exercise};
use crate::ids::{DecisionNo, DocumentHash};
use crate::moment::{Day, Moment};

const ARTICLE: &str = "\n[positions]\narticle = 41\n";
const CAN: &str = "CAN/representative";
const DEU: &str = "DEU/representative";
const FRA: &str = "FRA/representative";
const HASH: DocumentHash = DocumentHash([7; 32]);

fn begin() -> Exercise {
    Exercise::under(&[CHARTER, ARTICLE].concat())
}

fn code(state: &str) -> MemberCode {
    state.parse().unwrap()
}

fn sound(of: Option<&str>, replaces: Option<u32>) -> AnyCommand {
    let (reported_of, replaces) = (of.map(code), replaces.map(SoundingNo));
    let (on, leaning, audience) = (wording("a call"), Leaning::Reserved, Audience::Members);
    Command::Sound(Sound { on, leaning, audience, reported_of, replaces }).into()
}

fn explain(on: Subject, text: bool, document: bool) -> AnyCommand {
    let (text, document) = (text.then(|| wording("we read it otherwise")), document.then_some(HASH));
    Command::Explain(Explain { on, audience: Audience::Public, text, document }).into()
}

fn report(of: &str) -> AnyCommand {
    let (office, source, on) = (phrase("defence ministry"), phrase("a press release"), wording("the fund"));
    let (of, tone, audience) = (code(of), Tone::Conciliatory, Audience::Public);
    Command::Report(Report { of, office, on, tone, source, audience }).into()
}

fn codes(states: &[&str]) -> Vec<MemberCode> {
    states.iter().map(|state| code(state)).collect()
}

fn group(states: Vec<MemberCode>) -> AnyCommand {
    let (name, source, audience) = (wording("a grouping"), phrase("its treaty"), Audience::Public);
    Command::RecordGrouping(RecordGrouping { name, states, source, audience }).into()
}

fn revise(grouping: u32, version: u32, states: &[&str]) -> AnyCommand {
    let (grouping, states, source) = (GroupingNo(grouping), codes(states), phrase("its treaty"));
    Command::ReviseGrouping(ReviseGrouping { grouping, version, states, source }).into()
}

fn brief(to: &[&str], release: Moment) -> AnyCommand {
    let (to, subject, document) = (codes(to), wording("the announcement"), HASH);
    Command::Announce(Announce { to, subject, document, release, audience: Audience::Public }).into()
}

fn acknowledge(briefing: u32) -> AnyCommand {
    Command::Acknowledge(Acknowledge { briefing: BriefingNo(briefing) }).into()
}

fn tomorrow(x: &Exercise) -> Moment {
    Moment(x.next().0 + DAY)
}

/// One of each.
fn all(x: &Exercise) -> [AnyCommand; 7] {
    [
        sound(None, None),
        explain(Subject::Words(wording("the fund")), true, false),
        report("XUS"),
        group(codes(&["CAN", "GBR"])),
        revise(1, 1, &["CAN", "GBR", "XAU"]),
        brief(&["FRA", "DEU"], tomorrow(x)),
        acknowledge(1),
    ]
}

#[test]
fn p1_without_the_article_nothing_is_kept_of_positions() {
    let mut x = Exercise::begin();
    for command in all(&x) {
        let refusal = x.refuse(CAN, command, "P1");
        assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().offices().number());
    }
    let mut x = begin();
    let refusal = x.refuse(CAN, report("GBR"), "P2");
    assert_eq!(refusal.article(x.partnership.charter()).0, 41);
}

#[test]
fn p2_a_member_speaks_for_itself_and_of_others_something_is_reported() {
    let mut x = begin();
    for member in ["CAN", "FRA"] {
        x.refuse(CAN, sound(Some(member), None), "P2");
        x.refuse(CAN, report(member), "P2");
    }
    let events = x.accept(CAN, sound(Some("XUS"), None));
    let [AnyEvent::Positions(Event::Sounded { by, of, .. })] = &events[..] else { panic!("a sounding") };
    assert_eq!((by.as_str(), of.as_str()), ("CAN", "XUS"));
    x.accept(CAN, report("XUS"));
    x.accept(DEU, report("XUS"));
}

#[test]
fn p3_a_sounding_is_replaced_by_its_author_once() {
    let mut x = begin();
    x.refuse(CAN, sound(None, Some(0)), "P3");
    x.refuse(CAN, sound(None, Some(1)), "P3");
    x.accept(CAN, sound(None, None));
    x.refuse(DEU, sound(None, Some(1)), "P3");
    x.refuse(CAN, sound(Some("XUS"), Some(1)), "P3");
    x.accept(CAN, sound(None, Some(1)));
    x.refuse(CAN, sound(None, Some(1)), "P3");
    x.accept(CAN, sound(None, Some(2)));
    // One of another State, by the same member, is replaced as that State's alone.
    x.accept(CAN, sound(Some("XUS"), None));
    x.refuse(CAN, sound(None, Some(4)), "P3");
    x.refuse(CAN, sound(Some("XGB"), Some(4)), "P3");
    x.accept(CAN, sound(Some("XUS"), Some(4)));
}

#[test]
fn p3_what_is_for_everybody_is_not_replaced_by_what_is_for_the_members_alone() {
    let mut x = begin();
    let sound = |audience, replaces| {
        let AnyCommand::Positions(Command::Sound(sound)) = sound(None, replaces) else {
            panic!("a sounding")
        };
        AnyCommand::from(Command::Sound(Sound { audience, ..sound }))
    };
    x.accept(CAN, sound(Audience::Public, None));
    x.refuse(CAN, sound(Audience::Members, Some(1)), "P3");
    x.accept(CAN, sound(Audience::Public, Some(1)));
    x.accept(CAN, sound(Audience::Members, None));
    x.accept(CAN, sound(Audience::Members, Some(3)));
    x.accept(CAN, sound(Audience::Public, Some(4)));
}

#[test]
fn d1_and_p4_an_explanation_says_something_and_of_a_decision_that_there_is() {
    let mut x = begin();
    let decision = |number| Subject::Decision(DecisionNo(number));
    x.refuse(CAN, explain(decision(1), true, false), "D1");
    let case = x.requested(&["10.00"]);
    x.accept(DEU, table(assist(case)));
    x.refuse(CAN, explain(decision(1), false, false), "P4");
    for (text, document) in [(true, false), (false, true), (true, true)] {
        x.accept(CAN, explain(decision(1), text, document));
        x.accept(CAN, explain(Subject::Text(HASH), text, document));
    }
    // It is no vote.
    x.refuse(CAN, vote(1, crate::decisions::Choice::Against), "D5");
}

#[test]
fn p5_a_grouping_has_two_to_two_hundred_different_states() {
    let letters = || (b'A'..=b'Z').map(char::from);
    let many: Vec<MemberCode> = letters()
        .flat_map(|one| letters().map(move |other| alloc::format!("X{one}{other}").parse().unwrap()))
        .take(MAX_GROUPED + 1)
        .collect();
    let mut x = begin();
    for wrong in [codes(&[]), codes(&["CAN"]), codes(&["CAN", "GBR", "CAN"]), many.clone()] {
        x.refuse(CAN, group(wrong), "P5");
    }
    x.accept(CAN, group(codes(&["GBR", "CAN"])));
    x.accept(CAN, group(many[..MAX_GROUPED].to_vec()));
    x.refuse(CAN, revise(1, 1, &["CAN"]), "P5");
    let events = x.accept(CAN, revise(1, 1, &["XAU", "GBR", "CAN"]));
    let [AnyEvent::Positions(Event::GroupingRevised { version, states, .. })] = &events[..] else {
        panic!("revised")
    };
    assert_eq!((*version, states), (2, &codes(&["CAN", "GBR", "XAU"])));
}

#[test]
fn p6_nobody_fills_the_register_of_groupings() {
    let mut x = begin();
    for _ in 0..MAX_GROUPINGS {
        x.accept(CAN, group(codes(&["CAN", "GBR"])));
    }
    x.refuse(CAN, group(codes(&["CAN", "GBR"])), "P6");
    x.accept(DEU, group(codes(&["CAN", "GBR"])));
}

#[test]
fn p7_and_p8_each_member_revises_its_own_and_the_newest() {
    let mut x = begin();
    x.refuse(CAN, revise(1, 1, &["CAN", "GBR"]), "P7");
    x.accept(CAN, group(codes(&["CAN", "GBR"])));
    x.refuse(DEU, revise(1, 1, &["CAN", "DEU"]), "P7");
    x.refuse(CAN, revise(0, 1, &["CAN", "GBR"]), "P7");
    for other in [0, 2] {
        x.refuse(CAN, revise(1, other, &["CAN", "GBR"]), "P8");
    }
    x.accept(CAN, revise(1, 1, &["CAN", "GBR", "XAU"]));
    x.refuse(CAN, revise(1, 1, &["CAN", "GBR"]), "P8");
    x.accept(CAN, revise(1, 2, &["CAN", "GBR"]));
}

#[test]
fn p9_a_briefing_is_for_other_members_each_once() {
    let mut x = begin();
    let release = tomorrow(&x);
    for wrong in [&[][..], &["CAN"], &["FRA", "CAN"], &["FRA", "FRA"], &["XUS"], &["FRA", "XUS"]] {
        x.refuse(CAN, brief(wrong, release), "P9");
    }
    x.accept(CAN, brief(&["FRA"], release));
    x.accept(CAN, brief(&["GBR", "FRA", "DEU"], release));
}

#[test]
fn p10_a_release_time_lies_ahead_by_about_a_year_at_most() {
    let mut x = begin();
    x.refuse(CAN, brief(&["FRA"], Moment(x.next().0 - 1)), "P10");
    x.refuse(CAN, brief(&["FRA"], x.next()), "P10");
    x.accept(CAN, brief(&["FRA"], Moment(x.next().0 + 1)));
    let last = |x: &Exercise| Day(x.next().day().0 + MAX_DAYS_AHEAD);
    x.accept(CAN, brief(&["FRA"], Moment(last(&x).begins().0 + DAY - 1)));
    x.refuse(CAN, brief(&["FRA"], Moment(last(&x).begins().0 + DAY)), "P10");
}

#[test]
fn p11_nobody_fills_the_agenda_and_a_release_is_by_time_alone() {
    let mut x = begin();
    let release = tomorrow(&x);
    for _ in 0..MAX_WAITING_BRIEFINGS {
        x.accept(CAN, brief(&["FRA"], release));
    }
    x.refuse(CAN, brief(&["FRA"], release), "P11");
    x.accept(DEU, brief(&["FRA"], release));
    x.at(Moment(release.0 - 1)).pass();
    assert_eq!(x.partnership.next_deadline(), Some(release));
    let events = x.at(release).pass();
    let briefings: Vec<BriefingNo> = events
        .iter()
        .filter_map(|event| match event {
            AnyEvent::Positions(Event::BriefingReleased { briefing }) => Some(*briefing),
            _ => None,
        })
        .collect();
    assert_eq!(briefings, (1..=MAX_WAITING_BRIEFINGS + 1).map(BriefingNo).collect::<Vec<_>>());
    let release = tomorrow(&x);
    x.accept(CAN, brief(&["FRA"], release));
}

#[test]
fn p12_who_is_briefed_acknowledges_once_before_or_after_the_release() {
    let mut x = begin();
    let release = tomorrow(&x);
    x.accept(CAN, brief(&["FRA", "DEU"], release));
    for (who, briefing) in [(FRA, 0), (FRA, 2), (CAN, 1), ("GBR/representative", 1)] {
        x.refuse(who, acknowledge(briefing), "P12");
    }
    x.accept(FRA, acknowledge(1));
    x.refuse(FRA, acknowledge(1), "P12");
    x.at(Moment(release.0 + 1)).accept(DEU, acknowledge(1));
}

#[test]
fn a_suspended_member_speaks_as_before() {
    let mut x = Exercise::of_five_under(&[CHARTER, ARTICLE].concat());
    x.carried(suspend("FRA"));
    x.accept(FRA, sound(None, None));
    x.accept(FRA, explain(Subject::Decision(DecisionNo(2)), true, false));
    let release = tomorrow(&x);
    x.accept(FRA, brief(&["CAN"], release));
    x.accept(CAN, brief(&["FRA"], release));
    x.accept(FRA, acknowledge(2));
}

#[test]
fn o1_positions_are_for_representatives() {
    let mut x = begin();
    for office in ["root", "recovery", "treasurer", "case-officer", "auditor", "liaison-officer"] {
        for command in all(&x) {
            x.refuse(&["CAN/", office].concat(), command, "O1");
        }
    }
}
