#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;

/// A scenario of three members and twelve quarters, with these events.
fn scenario(events: &[String]) -> Scenario {
    let text = format!(
        r#"title = "T"
charter = "c"
quarters = 12
[members]
affinity = 400
cost = 200
threat = 300
need = 150
reliance = 300
delay = 5
hazard = 10
leaves-below = -300
paid-in = "1.00 USD"
callable = "1.00 USD"
source = "assumed"
[outside]
pressure = 100
withholding = 0
moderation = 0
source = "assumed"
[model]
noise = 0
margin = 150
learns = 10
need-by-threat = 200
hazard-by-strain = 50
leaves-after = 2
answer-days = 2
bank-days = 1
request = "1.00 USD"
keep = "1.00 USD"
call = "1.00 USD"
source = "assumed"
{}"#,
        events.concat()
    );
    Scenario::read(&text).unwrap()
}

fn event(quarters: (u32, u32), what: &str, by: i64, who: &str) -> String {
    let (from, until) = quarters;
    format!(
        "[[event]]\nfrom = {from}\nuntil = {until}\nwhat = \"{what}\"\nby = {by}\n{who}why = \"w\"\nsource = \"assumed\"\n"
    )
}

fn members() -> [MemberCode; 3] {
    ["AAA", "BBB", "CCC"].map(|code| code.parse().unwrap())
}

#[test]
fn a_level_is_kept_within_its_bounds_before_anything_is_added_to_it() {
    let [one, ..] = members();
    // 150 - 900 is no need at all; what is withheld, 300 per mille of 500, and a fifth of the threat of 300 stand.
    let down = [event((2, 2), "need", -900, ""), event((2, 2), "withholding", 500, "")];
    let levels = Levels::of(&scenario(&down), members().into_iter());
    assert_eq!(levels.level(2, one).need, 150 + 60);
    // The same of the chance to pay nothing: a twentieth of cost and pressure, 200 + 30.
    let levels = Levels::of(&scenario(&[event((2, 2), "hazard", -500, "")]), members().into_iter());
    assert_eq!(levels.level(2, one).hazard, 11);
    // And upwards: no chance is above 1000.
    let up = [event((2, 2), "need", 1000, ""), event((2, 2), "hazard", 1000, "")];
    let levels = Levels::of(&scenario(&up), members().into_iter());
    assert_eq!((levels.level(2, one).need, levels.level(2, one).hazard), (1000, 1000));
}

#[test]
fn what_is_worked_out_once_is_what_every_event_says() {
    let whats = What::ALL.map(|what| what.name());
    let (mut events, mut drawn) = (Vec::new(), 7_u64);
    let mut next = |below: u64| {
        drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (drawn >> 33) % below
    };
    for _ in 0..200 {
        let what = whats.iter().cycle().nth(usize::try_from(next(8)).unwrap()).unwrap();
        let from = u32::try_from(next(12)).unwrap() + 1;
        let until = (from + u32::try_from(next(4)).unwrap()).min(12);
        let mut who = String::new();
        for key in ["member", "towards"].into_iter().filter(|key| *key == "member" || *what == "affinity") {
            if let Some(code) = ["AAA", "BBB", "CCC"].get(usize::try_from(next(6)).unwrap()) {
                // A member has none towards itself.
                if !who.contains(code) {
                    who.push_str(&format!("{key} = \"{code}\"\n"));
                }
            }
        }
        let by = i64::try_from(next(401)).unwrap() - 200;
        let who = if matches!(*what, "pressure" | "withholding" | "moderation") { "" } else { &who };
        events.push(event((from, until), what, by, who));
    }
    let scenario = scenario(&events);
    let levels = Levels::of(&scenario, members().into_iter());
    for quarter in 1..=12 {
        let lasting = || scenario.events.iter().filter(|event| (event.from..=event.until).contains(&quarter));
        for member in members() {
            let of = |event: &&super::super::scenario::Event| event.member.is_none_or(|of| of == member);
            let added = |what: What| {
                lasting().filter(|event| event.what == what).filter(of).map(|event| event.by).sum()
            };
            assert_eq!(levels.level(quarter, member), scenario.level(member, added), "{quarter} {member}");
            for other in members() {
                let moved: i64 = lasting()
                    .filter(|event| event.what == What::Affinity)
                    .filter(of)
                    .filter(|event| event.towards.is_none_or(|to| to == other))
                    .map(|event| event.by)
                    .sum();
                assert_eq!(
                    levels.affinity_added(quarter, member, other),
                    moved,
                    "{quarter} {member} {other}"
                );
            }
        }
    }
}
