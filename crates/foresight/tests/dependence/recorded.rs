//! What a record holds is what a file would say.

use std::fmt::Write as _;

use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use quorate_charter::Charter;
use quorate_foresight::Assurance;
use quorate_foresight::dependence::{By, Confidence, Days, Dependencies, Kind, Sway, Unsaid};
use quorate_partnership::capabilities::{Event, Named, Thing};
use quorate_partnership::{
    Audience, Booked, Founder, Genesis, Moment, Nature, Partnership, PublicKey, Wording,
};
use quorate_records::Records;

const CHARTER: &str = include_str!("../../../../charters/treaty.toml");
const MEMBERS: [&str; 2] = ["CAN", "DEU"];

fn records() -> Records {
    let key = |number: u8| PublicKey(SigningKey::from_bytes(&[number; 32]).verifying_key().to_bytes());
    let charter = Charter::read(CHARTER).unwrap();
    let founders = (0..).zip(charter.members()).map(|(number, (member, _))| Founder {
        member,
        root: key(3 * number + 1),
        recovery: key(3 * number + 2),
        node: key(3 * number + 3),
    });
    let (nature, begins) = (Nature::Rehearsal { rate: 0 }, Moment(1_767_225_600_000));
    let genesis = Genesis::new(nature, begins, CHARTER, founders.collect()).unwrap();
    Records::begin(&genesis, Partnership::begin(&genesis).unwrap().charter().clone())
}

fn hear(records: &mut Records, event: Event) {
    let (height, at) = (records.height() + 1, Moment(records.at().0 + 1));
    records.hear(&Booked { height, at, fell_due: None, by: None, event: event.into() });
}

/// Things of two members, by numbers: a number is a name of one of both.
fn things() -> impl Strategy<Value = Vec<(usize, Thing)>> {
    let days = prop_oneof![Just(Days::Endless), Just(Days::NotPublic), (0..900_u32).prop_map(Days::Known)];
    let kind = proptest::sample::select(Kind::ALL.to_vec());
    let confidence = proptest::sample::select(Confidence::ALL.to_vec());
    let hands = proptest::option::of(proptest::sample::select(vec!["XXX", "YYY", "CAN"]));
    let supplier = proptest::option::of(proptest::sample::select(vec!["maker", "builder"]));
    let needs = proptest::collection::vec(0..12_usize, 0..4);
    let thing = (0..12_usize, needs, (days.clone(), days), (kind, confidence), (hands, supplier));
    proptest::collection::vec(thing.prop_map(made), 1..10)
}

type Numbers =
    (usize, Vec<usize>, (Days, Days), (Kind, Confidence), (Option<&'static str>, Option<&'static str>));

fn made(
    (number, others, (lasts, replaced_in), (kind, confidence), (hands, supplier)): Numbers,
) -> (usize, Thing) {
    let named = |other: &usize| -> Named { format!("{}/t{other}", MEMBERS[other % 2]).parse().unwrap() };
    let (needs, group) = others.split_at(others.len() / 2);
    let group: Vec<Named> = group.iter().map(named).collect();
    let thing = Thing {
        name: format!("t{number}").parse().unwrap(),
        what: Wording::new("a thing".parse().ok(), "une chose".parse().ok()).unwrap(),
        kind,
        needs: needs.iter().map(named).collect(),
        one_of: if group.len() < 2 { Vec::new() } else { vec![group] },
        lasts,
        replaced_in,
        confidence,
        source: "made up".parse().unwrap(),
        audience: Audience::Public,
        // A file wants something said; so does a rule.
        in_hands_of: Some(hands.unwrap_or("ZZZ").parse().unwrap()),
        supplier: supplier.map(|name| name.parse().unwrap()),
        cost: None,
    };
    (number % 2, thing)
}

fn text(things: &[(usize, Thing)]) -> String {
    let mut text = String::from("title = \"t\"\n");
    let days = |days: Days, none: &str| match days {
        Days::Known(0) => none.into(),
        Days::Known(days) => format!("{days}d"),
        Days::Endless => "never".into(),
        Days::NotPublic => String::from("not-public"),
    };
    for name in ["maker", "builder"] {
        if things.iter().any(|(_, thing)| thing.supplier.as_ref().is_some_and(|of| of.as_str() == name)) {
            let said = format!("what = \"{name}\"\nsource = \"as members name it\"");
            writeln!(text, "[suppliers.{name}]\n{said}").unwrap();
        }
    }
    let list = |all: &[Named]| all.iter().map(|one| format!("\"{one}\"")).collect::<Vec<_>>().join(", ");
    for (of, thing) in things {
        let member = MEMBERS[*of];
        writeln!(text, "[things.\"{member}/{}\"]\nwhat = \"{}\"", thing.name, thing.what).unwrap();
        if thing.kind == Kind::Capability {
            writeln!(text, "member = \"{member}\"").unwrap();
        }
        let groups: Vec<String> = thing.one_of.iter().map(|group| format!("[{}]", list(group))).collect();
        writeln!(
            text,
            "kind = \"{}\"\nneeds = [{}]\none-of = [{}]\nlasts = \"{}\"\nreplaced-in = \"{}\"\n\
             confidence = \"{}\"\nsource = \"made up\"\nin-hands-of = \"{}\"",
            thing.kind.name(),
            list(&thing.needs),
            groups.join(", "),
            days(thing.lasts, "none"),
            days(thing.replaced_in, "at-once"),
            thing.confidence.name(),
            thing.in_hands_of.unwrap(),
        )
        .unwrap();
        if let Some(supplier) = &thing.supplier {
            writeln!(text, "supplier = \"{supplier}\"").unwrap();
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_record_and_a_file_that_says_the_same_are_the_same(mut all in things(), withdrawn in 0..12_usize) {
        let mut records = records();
        for (of, thing) in &all {
            let by = MEMBERS[*of].parse().unwrap();
            hear(&mut records, Event::Declared { by, version: 1, thing: Box::new(thing.clone()) });
        }
        let by = MEMBERS[withdrawn % 2].parse().unwrap();
        hear(&mut records, Event::Withdrawn { by, name: format!("t{withdrawn}").parse().unwrap() });
        // The last word of each name stands, and none of what is withdrawn.
        let is_itself = |(of, thing): &(usize, Thing)| thing.relies_on().any(|on| {
            on.of.as_str() == MEMBERS[*of] && on.name == thing.name
        });
        let mut last: Vec<(usize, Thing)> = Vec::new();
        for one in all.drain(..) {
            last.retain(|before| (before.0, &before.1.name) != (one.0, &one.1.name));
            last.push(one);
        }
        last.retain(|(_, thing)| thing.name.as_str() != format!("t{withdrawn}"));
        // A file refuses what a rule does.
        prop_assume!(!last.iter().any(is_itself));
        let recorded = Dependencies::recorded(&records);
        prop_assume!(!last.is_empty());
        let read = Dependencies::read(&text(&last)).unwrap();
        prop_assert_eq!(recorded.things(), read.things());
        // A record only names its suppliers.
        let names = |read: &Dependencies| read.suppliers().iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(&recorded), names(&read));
        prop_assert!(recorded.suppliers().iter().all(|one| one.sway == Sway::NotKnown));
    }
}

/// A thing of CAN with everything known of it but in whose hands it is, unless a State is given.
fn known(name: &str, kind: Kind, hands: Option<&str>, supplier: Option<&'static str>) -> Event {
    let (_, thing) =
        made((0, vec![], (Days::Known(30), Days::Known(90)), (kind, Confidence::High), (None, supplier)));
    let in_hands_of = hands.map(|state| state.parse().unwrap());
    let thing = Thing { name: name.parse().unwrap(), in_hands_of, ..thing };
    Event::Declared { by: "CAN".parse().unwrap(), version: 1, thing: Box::new(thing) }
}

#[test]
fn a_supplier_of_which_no_state_is_told_may_be_of_whichever_withholds() {
    let mut records = records();
    hear(&mut records, known("lift", Kind::Capability, None, Some("maker")));
    hear(&mut records, known("sight", Kind::Capability, Some("YYY"), Some("maker")));
    hear(&mut records, known("sound", Kind::Capability, Some("YYY"), None));
    hear(&mut records, known("other", Kind::Component, Some("XXX"), None));
    let read = Dependencies::recorded(&records);
    let place = |name: &str| read.place(name).unwrap();
    let (lift, sight, sound) = (place("CAN/lift"), place("CAN/sight"), place("CAN/sound"));
    let of = |place: usize, who: &str| {
        let effects = read.without(&read.withheld([who]).unwrap());
        effects.get(place).map(|effect| (effect.clone(), effects.unsaid(effect), effects.withholds(place)))
    };
    // Hands that are known do not say whose the supplier is: either can withhold.
    for place in [lift, sight] {
        let (effect, unsaid, is_withheld) = of(place, "XXX").unwrap();
        assert!(effect.at_least.is_none() && !is_withheld);
        assert_eq!(effect.at_most.spans().collect::<Vec<_>>(), [(30, Some(90))]);
        assert_eq!(unsaid, [Unsaid::State(place)]);
    }
    assert_eq!(of(sound, "XXX"), None);
    // It is known where it is the hands or the supplier that withhold, and nothing to it what is no State's.
    for (place, who) in [(lift, "maker"), (sight, "maker"), (sight, "YYY")] {
        let (effect, unsaid, is_withheld) = of(place, who).unwrap();
        assert!(effect.is_known() && unsaid.is_empty() && is_withheld, "{who}");
    }
    assert_eq!(of(lift, "CAN/other"), None);
    let is_open = |by: By, place: usize| read.cuts(by).get(place).unwrap().is_open;
    assert!(is_open(By::State, lift) && is_open(By::State, sight) && !is_open(By::State, sound));
    assert!(!is_open(By::Supplier, lift) && !is_open(By::Thing, lift));
    let charter = Charter::read(CHARTER).unwrap();
    let found = Assurance::of(&charter).capable_without(&read, Vec::new(), "XXX".parse().unwrap());
    let of = |place: &str| found.findings().iter().find(|finding| finding.place.of == place).unwrap();
    for name in ["CAN/lift", "CAN/sight"] {
        let outcome = &of(&format!("capability {name}")).outcome;
        assert_eq!(outcome.name(), "undecided");
        let end = format!("it is not public which State can make maker withhold {name}");
        assert!(outcome.says().ends_with(&end), "{}", outcome.says());
    }
    assert_eq!(of("capability CAN/sound").outcome.name(), "proven");
}
