use alloc::string::ToString;
use alloc::vec;

use crate::decisions::{Choice, Event};
use crate::event::Event as AnyEvent;
use crate::exercise::Exercise;
use crate::exercise::commands::{amend, assist, call, execute, open, phrase, sign, usd, vote, withdraw};
use crate::ids::DecisionNo;
use crate::{cases, decisions};

/// A draft of `DEU` to approve the first of two cases.
fn tabled() -> (Exercise, u32, [u32; 2]) {
    let mut x = Exercise::funded("100.00");
    let cases = [x.requested(&["10.00"]), x.requested(&["20.00"])];
    let decision = x.tabled(assist(cases[0]));
    (x, decision, cases)
}

#[test]
fn an_amendment_makes_the_next_version_and_the_opening_names_it() {
    let (mut x, decision, cases) = tabled();
    let events = x.accept("DEU/representative", amend(decision, 1, assist(cases[1])));
    let amended = Event::Amended {
        decision: DecisionNo(decision),
        version: 2,
        title: phrase("a draft"),
        effect: assist(cases[1]),
        bound: assist(cases[1]).bound(&x.partnership),
        rule: "assistance".parse().unwrap(),
    };
    assert_eq!(events, vec![amended.into()]);
    let opened = x.accept("DEU/representative", open(decision));
    assert!(matches!(opened[0], AnyEvent::Decisions(Event::Opened { version: 2, .. })));
}

#[test]
fn what_is_executed_is_the_version_that_was_opened() {
    let (mut x, decision, cases) = tabled();
    x.accept("DEU/representative", amend(decision, 1, assist(cases[1])));
    x.accept("DEU/representative", open(decision));
    for member in ["DEU", "FRA"] {
        x.votes(member, decision, Choice::InFavour);
    }
    x.wait("72h").pass();
    let events = x.accept("FRA/representative", execute(decision));
    let approved = |event: &AnyEvent| match event {
        AnyEvent::Cases(cases::Event::Approved { case, .. }) => Some(case.0),
        _ => None,
    };
    assert_eq!(events.iter().find_map(approved), Some(cases[1]));
}

#[test]
fn what_is_not_given_stays_and_another_effect_brings_its_own_rule() {
    let (mut x, number, cases) = tabled();
    x.accept("CAN/root", sign(usd("0"), usd("10.00")));
    let (decision, title) = (DecisionNo(number), Some(phrase("another title")));
    let of_title = decisions::Amend { decision, version: 1, title, effect: None };
    let first = x.accept("DEU/representative", decisions::Command::Amend(of_title).into());
    let second = x.accept("DEU/representative", amend(number, 2, call("10.00")));
    let terms = |events: &[AnyEvent]| match &events[0] {
        AnyEvent::Decisions(Event::Amended { version, title, effect, rule, .. }) => {
            (*version, title.to_string(), effect.clone(), rule.to_string())
        }
        other => panic!("amended: {other:?}"),
    };
    let title = "another title".to_string();
    assert_eq!(terms(&first), (2, title.clone(), assist(cases[0]), "assistance".into()));
    assert_eq!(terms(&second), (3, title, call("10.00"), "call".into()));
}

#[test]
fn d1_d2_d3_only_the_mover_and_only_a_draft() {
    let (mut x, decision, cases) = tabled();
    x.refuse("DEU/representative", amend(9, 1, assist(cases[1])), "D1");
    for other in ["CAN/representative", "FRA/representative"] {
        x.refuse(other, amend(decision, 1, assist(cases[1])), "D2");
        x.refuse(other, withdraw(decision), "D2");
    }
    x.accept("DEU/representative", open(decision));
    x.refuse("DEU/representative", amend(decision, 1, assist(cases[1])), "D3");
    x.refuse("DEU/representative", withdraw(decision), "D3");
    x.wait("72h").pass();
    x.refuse("DEU/representative", amend(decision, 1, assist(cases[1])), "D3");
}

#[test]
fn d10_an_amendment_names_the_version_that_stands() {
    let (mut x, decision, cases) = tabled();
    for other in [0, 2, u32::MAX] {
        x.refuse("DEU/representative", amend(decision, other, assist(cases[1])), "D10");
    }
    x.accept("DEU/representative", amend(decision, 1, assist(cases[1])));
    // Sent by another way at the same time, it does not undo the first unseen.
    x.refuse("DEU/representative", amend(decision, 1, assist(cases[0])), "D10");
    x.accept("DEU/representative", amend(decision, 2, assist(cases[0])));
}

#[test]
fn c1_and_f13_the_rooms_judge_what_is_amended_as_what_is_tabled() {
    let (mut x, decision, _) = tabled();
    x.refuse("DEU/representative", amend(decision, 1, assist(9)), "C1");
    x.refuse("DEU/representative", amend(decision, 1, call("10.00")), "F13");
}

#[test]
fn what_was_withdrawn_is_over_and_its_number_is_not_used_again() {
    let (mut x, decision, cases) = tabled();
    let withdrawn = Event::Withdrawn { decision: DecisionNo(decision) };
    assert_eq!(x.accept("DEU/representative", withdraw(decision)), vec![withdrawn.into()]);
    x.refuse("DEU/representative", open(decision), "D3");
    x.refuse("FRA/representative", vote(decision, Choice::InFavour), "D5");
    assert_eq!(x.tabled(assist(cases[0])), decision.wrapping_add(1));
}
