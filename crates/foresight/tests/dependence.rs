//! Who relies on whom: by hand where it is small, and against every set and every day where it is not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a test"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use quorate_charter::Charter;
use quorate_foresight::Assurance;
use quorate_foresight::dependence::{By, Days, Dependencies, Event, Holder, Unsaid};

#[path = "dependence/brute.rs"]
mod brute;
#[path = "dependence/causes.rs"]
mod causes;
#[path = "dependence/joined.rs"]
mod joined;
#[path = "dependence/recorded.rs"]
mod recorded;
#[path = "dependence/size.rs"]
mod size;

const DETERRENT: &str = include_str!("dependence/deterrent.toml");

fn deterrent() -> Dependencies {
    Dependencies::read(DETERRENT).unwrap()
}

fn named<'d>(read: &'d Dependencies, places: &[usize]) -> Vec<&'d str> {
    places.iter().map(|place| read.things()[*place].name.as_str()).collect()
}

#[test]
fn what_is_withheld_fails_a_capability_when_its_stocks_are_gone() {
    let read = deterrent();
    let effects = read.without(&read.withheld(["ZZZ"]).unwrap());
    let sea = effects.get(read.place("sea").unwrap()).unwrap();
    // Missiles last 180 days, the submarine another 20; the other State's missiles come after 1000.
    assert_eq!(sea.at_least.spans().collect::<Vec<_>>(), [(200, Some(1000))]);
    assert!(sea.is_known());
    assert_eq!(sea.at_least.length(), Some(800));
    assert_eq!(named(&read, &effects.chain(sea)), ["sea", "submarine", "missiles"]);
    // Two ways to see: the second is not withheld.
    assert!(effects.all().iter().all(|effect| read.things()[effect.place].name != "sight"));
}

#[test]
fn what_is_not_public_is_carried_as_not_known() {
    let read = deterrent();
    let effects = read.without(&read.withheld(["YYY"]).unwrap());
    let lift = effects.get(read.place("lift").unwrap()).unwrap();
    assert!(lift.at_least.is_none() && !lift.is_known());
    assert_eq!(lift.at_most.spans().collect::<Vec<_>>(), [(0, None)]);
    let engines = read.place("engines").unwrap();
    assert_eq!(effects.unsaid(lift), [Unsaid::Lasts(engines), Unsaid::ReplacedIn(engines)]);
}

#[test]
fn both_of_two_ways_are_a_cut_and_a_members_own_state_is_none() {
    let read = deterrent();
    let state = |code: &str| Event::State(code.parse().unwrap());
    let by_state: Vec<_> = read.cuts(By::State).all().collect();
    let of = |name: &str| {
        let place = read.place(name).unwrap();
        by_state.iter().find(|(of, _)| *of == place).unwrap().1.clone()
    };
    assert_eq!(of("sea").sets, [vec![state("ZZZ")]]);
    assert_eq!(of("sight").sets, [vec![state("YYY"), state("ZZZ")]]);
    assert_eq!(of("lift").sets, [vec![state("YYY")]]);
}

#[test]
fn what_members_rely_on_together_is_told_with_what_it_takes_to_have_it_otherwise() {
    let read = deterrent();
    let relied = read.relied_on();
    let of =
        |code: &str| relied.iter().find(|one| one.holder == Holder::State(code.parse().unwrap())).unwrap();
    assert_eq!(of("ZZZ").members.len(), 2, "two members rely on one State");
    assert_eq!(of("ZZZ").burden.days, Days::Known(1000));
    assert_eq!(of("ZZZ").burden.without_cost, 1);
    assert_eq!(of("YYY").burden.days, Days::NotPublic);
    let costs: Vec<String> = of("ZZZ").burden.costs.values().map(|cost| cost.to_string()).collect();
    assert_eq!(costs, ["2000000000.00"]);
}

#[test]
fn costs_that_no_sum_holds_are_told_as_such() {
    let most = "10000000000000000.00 USD";
    let thing = |name: &str, cost: &str| {
        format!("[things.{name}]\nwhat = \"w\"\nsource = \"s\"\nin-hands-of = \"ZZZ\"\ncost = \"{cost}\"\n")
    };
    let text = format!(
        "title = \"t\"\n[things.cap]\nwhat = \"w\"\nmember = \"AAA\"\n\
         needs = [\"a\", \"b\", \"c\", \"d\"]\nsource = \"s\"\n{}{}{}{}",
        thing("a", most),
        thing("b", most),
        thing("c", "1.00 USD"),
        thing("d", "5.00 EUR")
    );
    let relied = Dependencies::read(&text).unwrap().relied_on();
    let burden = &relied[0].burden;
    let costs: Vec<String> = burden.costs.values().map(|cost| cost.with_code().to_string()).collect();
    assert_eq!(costs, ["5.00 EUR"]);
    assert_eq!(burden.too_large.iter().map(|one| one.code()).collect::<Vec<_>>(), ["USD"]);
}

#[test]
fn a_charter_is_asked_for_every_capability_that_the_file_names() {
    let read = deterrent();
    let charter = Charter::read(include_str!("../../../charters/partnership.toml")).unwrap();
    let found = Assurance::of(&charter).capable_without(&read, Vec::new(), "ZZZ".parse().unwrap());
    let of = |name: &str| {
        let place = format!("capability {name}");
        &found.findings().iter().find(|finding| finding.place.of == place).unwrap().outcome
    };
    assert_eq!(of("sea").says(), "deterrence at sea fails without ZZZ, from day 200 to day 1000");
    assert_eq!(of("sight").name(), "proven");
    let found = Assurance::of(&charter).capable_without(&read, Vec::new(), "YYY".parse().unwrap());
    let lift = found.findings().iter().find(|finding| finding.place.of == "capability lift").unwrap();
    assert_eq!(lift.outcome.name(), "undecided");
}

#[test]
fn what_is_wrong_in_a_text_is_said_at_its_place() {
    for (text, what) in [
        ("title = \"t\"\n[things.a]\nwhat = \"a\"\nsource = \"s\"", "nothing is said of `a`"),
        ("title = \"t\"\n[things.a]\nwhat = \"a\"\nneeds = [\"a\"]\nsource = \"s\"", "it relies on itself"),
        ("title = \"t\"\n[things.a]\nwhat = \"a\"\nneeds = [\"b\"]\nsource = \"s\"", "there is no thing `b`"),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\none-of = [[\"a\"]]\nsource = \"s\"",
            "a group has at least two things",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nin-hands-of = \"Z\"\nsource = \"s\"",
            "`Z` cannot stand here",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nsupplier = \"b\"\nsource = \"s\"",
            "there is no supplier `b`",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nin-hands-of = \"ZZZ\"\nlasts = \"3\"\nsource = \"s\"",
            "`3` cannot stand here",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nin-hands-of = \"ZZZ\"\ncost = \"3\"\nsource = \"s\"",
            "`3` is no amount of money",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nin-hands-of = \"ZZZ\"\nkind = \"capability\"\nsource = \"s\"",
            "a capability is a member's",
        ),
        (
            "title = \"t\"\n[things.a]\nwhat = \"a\"\nin-hands-of = \"ZZZ\"\ncost = \"-3 USD\"\nsource = \"s\"",
            "`-3 USD` is no amount of money",
        ),
        ("title = \"t\"\nthings = 3", "invalid type"),
    ] {
        let faults = Dependencies::read(text).unwrap_err();
        let said: Vec<&str> = faults.iter().map(|fault| fault.what()).collect();
        assert!(said.iter().any(|one| one.contains(what)), "{text}\n{said:?}");
    }
    assert_eq!(deterrent().withheld(["XXX"]), Err("XXX"));
}

/// A text of up to ten things, some of them in cycles, with two members and three States.
fn texts() -> impl Strategy<Value = String> {
    let thing = (
        proptest::option::of(0..3_usize),
        proptest::collection::vec(0..10_usize, 0..3),
        proptest::collection::vec(proptest::collection::vec(0..10_usize, 2..4), 0..2),
        (0..4_u32, proptest::option::of(1..30_u32)),
    );
    proptest::collection::vec(thing, 10).prop_map(|things| {
        let mut text = String::from("title = \"made up\"\n");
        for (place, (hands, needs, groups, (lasts, replaced))) in things.into_iter().enumerate() {
            let name = |other: &usize| format!("\"t{other}\"");
            let others = |group: &[usize]| group.iter().filter(|one| **one != place).map(name).collect::<BTreeSet<_>>();
            let list = |group: BTreeSet<String>| group.into_iter().collect::<Vec<_>>().join(", ");
            let groups: Vec<_> = groups.iter().map(|group| others(group)).filter(|group| group.len() > 1).collect();
            let needs = others(&needs);
            let member = if place < 3 { "member = \"AAA\"\n" } else { "" };
            let hands = match hands {
                None if !needs.is_empty() || !groups.is_empty() => String::new(),
                hands => format!("in-hands-of = \"{}\"\n", ["XXX", "YYY", "ZZZ"][hands.unwrap_or(0)]),
            };
            let replaced = replaced.map_or("never".into(), |days| format!("{days}d"));
            let lasts = if lasts == 0 { "none".into() } else { format!("{lasts}d") };
            let groups: Vec<String> = groups.into_iter().map(|group| format!("[{}]", list(group))).collect();
            writeln!(
                text,
                "[things.t{place}]\nwhat = \"thing\"\n{member}{hands}needs = [{}]\none-of = [{}]\nlasts = \"{lasts}\"\n\
                 replaced-in = \"{replaced}\"\nsource = \"made up\"",
                list(needs),
                groups.join(", "),
            )
            .unwrap();
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn cut_sets_are_those_that_trying_every_set_finds(text in texts()) {
        let read = Dependencies::read(&text).unwrap();
        for by in [By::State, By::Thing] {
            for (place, cuts) in read.cuts(by).all() {
                prop_assert_eq!(cuts.up_to, 3);
                let found: BTreeSet<Vec<Event>> = cuts.sets.iter().cloned().collect();
                prop_assert_eq!(found.len(), cuts.sets.len());
                prop_assert_eq!(found, brute::cuts(&read, place, by), "{}", text);
            }
        }
    }

    #[test]
    fn outages_are_those_of_going_through_every_day(text in texts(), state in 0..3_usize) {
        let read = Dependencies::read(&text).unwrap();
        let state = ["XXX", "YYY", "ZZZ"][state];
        let Ok(withheld) = read.withheld([state]) else { return Ok(()) };
        let days = brute::days(&read, state.parse().unwrap());
        let effects = read.without(&withheld);
        for (place, gone) in days.iter().enumerate() {
            let effect = effects.get(place);
            let is_gone = |day: u32| effect.is_some_and(|effect| {
                effect.at_least.spans().any(|(from, until)| from <= day && until.is_none_or(|until| day < until))
            });
            for (day, gone) in gone.iter().enumerate() {
                prop_assert_eq!(is_gone(u32::try_from(day).unwrap()), *gone, "t{} on day {}\n{}", place, day, text);
            }
        }
    }
}
