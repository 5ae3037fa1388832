//! What members declare of themselves, and that none of it stops anything.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::{Currency, Money};

use super::*;
use crate::command::Command as AnyCommand;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::phrase;
use crate::exercise::continuity::wording;
use crate::exercise::standing::suspend;
use crate::exercise::{CHARTER, Exercise};
use crate::moment::Moment;

const ARTICLE: &str = "\n[capabilities]\narticle = 42\n";
const CAN: &str = "CAN/representative";
const DEU: &str = "DEU/representative";
const FRA: &str = "FRA/representative";

fn begin() -> Exercise {
    Exercise::under(&[CHARTER, ARTICLE].concat())
}

fn name(text: &str) -> ThingName {
    text.parse().unwrap()
}

fn named(names: &[&str]) -> Vec<Named> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

/// A thing in the hands of a State that is no member.
fn thing(name: &str) -> Thing {
    Thing {
        name: self::name(name),
        what: wording("aircraft and their upkeep"),
        kind: Kind::Component,
        needs: Vec::new(),
        one_of: Vec::new(),
        lasts: Days::NotPublic,
        replaced_in: Days::NotPublic,
        confidence: Confidence::Low,
        source: phrase("the budget"),
        audience: Audience::Members,
        in_hands_of: Some("XUS".parse().unwrap()),
        supplier: None,
        cost: None,
    }
}

fn declare(thing: Thing) -> AnyCommand {
    Command::Declare(Declare { thing }).into()
}

fn withdraw(name: &str) -> AnyCommand {
    Command::Withdraw(Withdraw { name: self::name(name) }).into()
}

fn relying(needs: &[&str], one_of: &[&[&str]]) -> AnyCommand {
    let one_of = one_of.iter().map(|group| named(group)).collect();
    declare(Thing { needs: named(needs), one_of, in_hands_of: None, ..thing("lift") })
}

/// This many things of others.
fn others(many: usize) -> Vec<String> {
    (0..many).map(|number| format!("DEU/a{number}")).collect()
}

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::from_code("USD").unwrap()).unwrap()
}

#[test]
fn t1_without_the_article_nothing_is_kept_of_capabilities() {
    let mut x = Exercise::begin();
    for command in [declare(thing("airframes")), withdraw("airframes")] {
        let refusal = x.refuse(CAN, command, "T1");
        assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().offices().number());
    }
    let mut x = begin();
    let refusal = x.refuse(CAN, withdraw("airframes"), "T7");
    assert_eq!(refusal.article(x.partnership.charter()).0, 42);
}

#[test]
fn a_member_declares_of_itself_and_anew_in_the_place_of_what_it_said() {
    let mut x = begin();
    for (who, version) in [(CAN, 1), (CAN, 2), (DEU, 1), (CAN, 3)] {
        let events = x.accept(who, declare(thing("airframes")));
        let [AnyEvent::Capabilities(Event::Declared { by, version: told, thing })] = &events[..] else {
            panic!("declared")
        };
        assert_eq!((Some(by.as_str()), *told), (who.get(..3), version));
        assert_eq!(thing.in_hands_of.map(|state| state.as_str().into()), Some(String::from("XUS")));
    }
    x.accept(CAN, withdraw("airframes"));
    let events = x.accept(CAN, declare(thing("airframes")));
    assert!(matches!(&events[..], [AnyEvent::Capabilities(Event::Declared { version: 1, .. })]));
}

#[test]
fn t2_something_is_said_of_a_thing() {
    let mut x = begin();
    x.refuse(CAN, relying(&[], &[]), "T2");
    x.refuse(CAN, relying(&[], &[&[]]), "T2");
    x.accept(CAN, relying(&["CAN/airframes"], &[]));
    x.accept(CAN, relying(&[], &[&["CAN/airframes", "DEU/airframes"]]));
    let supplied = Thing { in_hands_of: None, supplier: Some(name("maker")), ..thing("lift") };
    x.accept(CAN, declare(supplied));
    x.accept(CAN, declare(Thing { in_hands_of: Some("CAN".parse().unwrap()), ..thing("base") }));
}

#[test]
fn t3_a_thing_relies_on_others_each_once_and_in_a_group_on_one_of_several() {
    let mut x = begin();
    let itself = "CAN/lift";
    x.refuse(CAN, relying(&[itself], &[]), "T3");
    x.refuse(CAN, relying(&[], &[&[itself, "DEU/lift"]]), "T3");
    x.refuse(CAN, relying(&["DEU/a", "DEU/a"], &[]), "T3");
    x.refuse(CAN, relying(&["DEU/a"], &[&["DEU/b", "DEU/a"]]), "T3");
    x.refuse(CAN, relying(&[], &[&["DEU/a", "DEU/b"], &["DEU/c", "DEU/a"]]), "T3");
    x.refuse(CAN, relying(&["DEU/a"], &[&["DEU/b"]]), "T3");
    x.refuse(CAN, relying(&["DEU/a"], &[&[]]), "T3");
    // What another calls so is another thing, and what nobody has declared may be named.
    x.accept(CAN, relying(&["DEU/lift", "XUS/lift"], &[&["DEU/a", "CAN/a"], &["DEU/b", "CAN/b"]]));
    x.accept(DEU, relying(&[itself], &[]));
}

#[test]
fn t3_a_thing_relies_on_sixty_four_at_most_all_groups_together() {
    let mut x = begin();
    let all = others(MAX_RELIES_ON + 1);
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let (most, last) = (&all[..MAX_RELIES_ON], &all[MAX_RELIES_ON - 1..]);
    x.refuse(CAN, relying(&all, &[]), "T3");
    x.refuse(CAN, relying(&all[..MAX_RELIES_ON - 1], &[last]), "T3");
    x.accept(CAN, relying(most, &[]));
    x.accept(CAN, relying(&all[..MAX_RELIES_ON - 2], &[&all[MAX_RELIES_ON - 2..MAX_RELIES_ON]]));
}

#[test]
fn t4_days_and_costs_are_of_a_size_that_can_be_meant() {
    let mut x = begin();
    let most = Days::Known(MAX_DAYS);
    let too_many = Days::Known(MAX_DAYS + 1);
    x.refuse(CAN, declare(Thing { lasts: too_many, ..thing("a") }), "T4");
    x.refuse(CAN, declare(Thing { replaced_in: too_many, ..thing("a") }), "T4");
    x.refuse(CAN, declare(Thing { cost: Some(usd("-0.01")), ..thing("a") }), "T4");
    x.accept(CAN, declare(Thing { lasts: most, replaced_in: most, cost: Some(usd("0.00")), ..thing("a") }));
    x.accept(CAN, declare(Thing { lasts: Days::Endless, replaced_in: Days::Known(0), ..thing("a") }));
}

#[test]
fn t5_what_is_for_everybody_is_not_replaced_by_what_is_for_the_members_alone() {
    let mut x = begin();
    let of = |audience| declare(Thing { audience, ..thing("airframes") });
    x.accept(CAN, of(Audience::Members));
    x.accept(CAN, of(Audience::Public));
    x.refuse(CAN, of(Audience::Members), "T5");
    x.accept(CAN, of(Audience::Public));
    // Another's is another.
    x.accept(DEU, of(Audience::Members));
    x.accept(CAN, withdraw("airframes"));
    x.accept(CAN, of(Audience::Members));
}

#[test]
fn t6_nobody_fills_the_register() {
    let mut x = begin();
    for number in 0..MAX_DECLARED {
        if number == MAX_DECLARED / 2 {
            let tomorrow = Moment(x.next().0 + crate::exercise::DAY);
            x.at(tomorrow);
        }
        x.accept(CAN, declare(thing(&format!("a{number}"))));
    }
    x.refuse(CAN, declare(thing("one-more")), "T6");
    x.accept(DEU, declare(thing("one-more")));
    x.accept(CAN, declare(thing("a7")));
    x.accept(CAN, withdraw("a7"));
    x.accept(CAN, declare(thing("one-more")));
    x.refuse(CAN, declare(thing("a7")), "T6");
}

#[test]
fn t7_a_member_withdraws_what_it_declared_itself_once() {
    let mut x = begin();
    x.refuse(CAN, withdraw("airframes"), "T7");
    x.accept(CAN, declare(thing("airframes")));
    x.refuse(DEU, withdraw("airframes"), "T7");
    x.refuse(CAN, withdraw("airframe"), "T7");
    x.accept(CAN, withdraw("airframes"));
    x.refuse(CAN, withdraw("airframes"), "T7");
}

#[test]
fn a_suspended_member_speaks_as_before() {
    let mut x = Exercise::of_five_under(&[CHARTER, ARTICLE].concat());
    x.carried(suspend("FRA"));
    x.accept(FRA, declare(thing("airframes")));
    x.accept(FRA, withdraw("airframes"));
}

#[test]
fn o1_capabilities_are_for_representatives() {
    let mut x = begin();
    for office in ["root", "recovery", "treasurer", "case-officer", "auditor", "liaison-officer"] {
        for command in [declare(thing("airframes")), withdraw("airframes")] {
            x.refuse(&["CAN/", office].concat(), command, "O1");
        }
    }
}
