//! Each way in which something could be seen that is not admitted.

mod pointing;

use serde_json::{Value, json};

use super::*;
use crate::marking::{Agreement, Level};
use crate::stix::definition;

const RED: &str = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
const GREEN: &str = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
const STATEMENT: &str = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41d0";
const HERE: CompartmentId = CompartmentId([1; 32]);
const THERE: CompartmentId = CompartmentId([2; 32]);

fn marking(level: &str, to: &[&str]) -> Marking {
    let label = json!({
        "PolicyIdentifier": "EXERCISE", "Classification": level, "CreationDateTime": "2027-01-01T00:00:00Z",
        "Category": [{ "Type": "PERMISSIVE", "TagName": "Releasable to", "GenericValue": to }],
    });
    Marking::from_json(&label.to_string()).unwrap()
}

fn id(kind: &str, number: u32) -> String {
    format!("{kind}--{number:08x}-17d4-4cbf-938f-98ee46b3cd3f")
}

fn thing(kind: &str, number: u32, more: Value) -> Value {
    let mut all = json!({ "type": kind, "id": id(kind, number), "spec_version": "2.1",
        "created": "2027-01-01T00:00:00.000Z", "modified": "2027-01-01T00:00:00.000Z" });
    let Value::Object(more) = more else { panic!("an object") };
    all.as_object_mut().unwrap().extend(more);
    all
}

fn plain(kind: &str, number: u32) -> Value {
    thing(kind, number, json!({}))
}

fn marked(kind: &str, number: u32, by: &str) -> Value {
    thing(kind, number, json!({ "object_marking_refs": [by] }))
}

fn source(compartment: CompartmentId, added: u64, objects: Vec<Value>) -> Source {
    let bundle = json!({ "type": "bundle", "id": id("bundle", 0), "objects": Value::Array(objects) });
    Source {
        compartment,
        marking: marking("RESTRICTED", &["CAN", "FRA"]),
        originator: "GBR".parse().unwrap(),
        added: Moment(added),
        bundle: Bundle::read(bundle.to_string().as_bytes()).unwrap(),
    }
}

fn reader(member: &str, cleared: Level, holds: &[&str]) -> Admits {
    let category = |held: &&str| ("TLP".parse().unwrap(), held.parse().unwrap());
    let holds = holds.iter().map(category).collect();
    let reader = Reader { member: member.parse().unwrap(), cleared, holds };
    Admits { reader, compartments: BTreeSet::from([HERE]), agreements: agreed() }
}

/// Each keeps the levels of the United Kingdom as what they are.
fn agreed() -> Agreements {
    let same: BTreeMap<Level, Level> = Level::ALL.into_iter().map(|level| (level, level)).collect();
    let mut all = Agreements::default();
    for other in ["CAN", "DEU", "FRA"] {
        let (one, two, document) =
            ("GBR".parse().unwrap(), other.parse().unwrap(), "3d".repeat(32).parse().unwrap());
        all.put(Agreement::between(one, two, document, same.clone(), same.clone()).unwrap());
    }
    all
}

/// The kinds that a reader of Canada's without categories sees here.
fn seen(sources: &[Source]) -> Vec<String> {
    seen_by(sources, &reader("CAN", Level::Secret, &[]))
}

fn seen_by(sources: &[Source], admits: &Admits) -> Vec<String> {
    let view = View::of(sources, admits);
    view.objects(HERE).unwrap().iter().map(|seen| seen.object.kind().to_owned()).collect()
}

#[test]
fn an_object_is_seen_by_whom_its_product_and_itself_admit() {
    let objects = vec![plain("tool", 1), marked("malware", 2, RED), marked("campaign", 3, GREEN)];
    let sources = [source(HERE, 1, objects)];
    assert_eq!(seen(&sources), ["campaign", "tool"]);
    assert_eq!(
        seen_by(&sources, &reader("CAN", Level::Restricted, &["RED"])),
        ["campaign", "malware", "tool"]
    );
    assert_eq!(seen_by(&sources, &reader("CAN", Level::Restricted, &["AMBER"])), ["campaign", "tool"]);
    for nobody in [reader("CAN", Level::Unclassified, &["RED"]), reader("DEU", Level::TopSecret, &["RED"])] {
        assert!(seen_by(&sources, &nobody).is_empty());
    }
    // Its originator's own member is not named, and has it; its people need to be cleared all the same.
    assert_eq!(seen_by(&sources, &reader("GBR", Level::Restricted, &[])), ["campaign", "tool"]);
    assert!(seen_by(&sources, &reader("GBR", Level::Unclassified, &[])).is_empty());
}

#[test]
fn nothing_of_another_compartment_is_seen_nor_that_there_is_one() {
    let sources = [source(THERE, 1, vec![plain("tool", 1)]), source(HERE, 1, vec![plain("malware", 2)])];
    let view = View::of(&sources, &reader("CAN", Level::Secret, &[]));
    assert_eq!(view.compartments().collect::<Vec<_>>(), [HERE]);
    assert!(view.objects(THERE).is_none());
    let nowhere = Admits { compartments: BTreeSet::new(), ..reader("CAN", Level::Secret, &[]) };
    assert_eq!(View::of(&sources, &nowhere).compartments().count(), 0);
}

#[test]
fn a_marking_of_the_vault_narrows_and_never_widens() {
    let narrow = marking("SECRET", &["FRA"]);
    let wide = marking("UNCLASSIFIED", &["CAN", "DEU", "FRA"]);
    let refs = |marking: &Marking| definition(marking)["id"].as_str().unwrap().to_owned();
    let objects = vec![
        definition(&narrow),
        definition(&wide),
        marked("tool", 1, &refs(&narrow)),
        marked("malware", 2, &refs(&wide)),
    ];
    let sources = [source(HERE, 1, objects)];
    // The definition of what it does not admit is not seen either.
    assert_eq!(seen(&sources), ["malware", "marking-definition"]);
    assert!(seen_by(&sources, &reader("CAN", Level::Unclassified, &[])).is_empty());
    assert!(seen_by(&sources, &reader("DEU", Level::Secret, &[])).is_empty());
    assert_eq!(seen_by(&sources, &reader("FRA", Level::Secret, &[])).len(), 4);
    // Words of another policy are not understood.
    let other = Marking { policy: "OTHER".parse().unwrap(), ..wide };
    let sources = [source(HERE, 1, vec![definition(&other), marked("tool", 1, &refs(&other))])];
    assert!(seen(&sources).is_empty());
}

#[test]
fn a_definition_that_says_another_thing_than_its_id_is_not_understood() {
    let (narrow, wide) = (marking("SECRET", &["FRA"]), marking("RESTRICTED", &["CAN", "FRA"]));
    let mut forged = definition(&wide);
    forged["id"] = definition(&narrow)["id"].clone();
    let id = forged["id"].as_str().unwrap().to_owned();
    let first = source(HERE, 1, vec![marked("tool", 1, &id), definition(&narrow)]);
    let second = source(HERE, 2, vec![forged]);
    assert!(seen(&[first, second]).is_empty());
    let mut more = definition(&wide);
    more["definition"] = json!({ "statement": "for nobody" });
    let id = more["id"].as_str().unwrap().to_owned();
    assert!(seen(&[source(HERE, 1, vec![marked("tool", 1, &id), more])]).is_empty());
}

#[test]
fn what_is_not_understood_is_seen_by_nobody() {
    let all = reader("CAN", Level::TopSecret, &["RED", "AMBER", "AMBER+STRICT"]);
    let statement = thing(
        "marking-definition",
        0,
        json!({ "id": STATEMENT, "definition_type": "statement",
        "definition": { "statement": "for nobody" } }),
    );
    for more in [
        json!({ "object_marking_refs": [STATEMENT] }),
        json!({ "object_marking_refs": [GREEN, STATEMENT] }),
        json!({ "object_marking_refs": GREEN }),
        json!({ "object_marking_refs": [1] }),
        json!({ "object_marking_refs": null }),
        json!({ "granular_markings": [{ "selectors": ["name"], "marking_ref": STATEMENT }] }),
        json!({ "granular_markings": [{ "selectors": ["name"] }] }),
        json!({ "granular_markings": [{ "selectors": ["name"], "marking_ref": 1, "lang": "en" }] }),
        json!({ "granular_markings": { "marking_ref": GREEN } }),
        json!({ "granular_markings": ["x"] }),
    ] {
        let sources = [source(HERE, 1, vec![thing("tool", 1, more.clone()), statement.clone()])];
        assert!(seen_by(&sources, &all).is_empty(), "{more}");
    }
    let language = json!({ "granular_markings": [{ "selectors": ["name"], "lang": "en" }] });
    assert_eq!(seen(&[source(HERE, 1, vec![thing("tool", 1, language)])]), ["tool"]);
}

#[test]
fn a_part_that_is_marked_hides_the_whole() {
    let part = json!({ "granular_markings": [{ "selectors": ["name"], "marking_ref": RED }] });
    let sources = [source(HERE, 1, vec![thing("tool", 1, part)])];
    assert!(seen(&sources).is_empty());
    assert_eq!(seen_by(&sources, &reader("CAN", Level::Secret, &["RED"])), ["tool"]);
}

#[test]
fn a_version_is_seen_by_itself_and_the_same_one_once() {
    let version = |day: u32, more: Value| {
        let mut one = thing("tool", 1, more);
        one["modified"] = format!("2027-01-{day:02}T00:00:00.000Z").into();
        one
    };
    let red = json!({ "object_marking_refs": [RED], "name": "hidden" });
    let sources = [
        source(HERE, 1, vec![version(3, red.clone())]),
        source(HERE, 2, vec![version(1, json!({})), version(2, json!({})), version(4, red)]),
        source(HERE, 3, vec![version(2, json!({ "name": "later" })), version(3, json!({ "name": "open" }))]),
    ];
    let view = View::of(&sources, &reader("CAN", Level::Secret, &[]));
    let seen: Vec<_> = view
        .objects(HERE)
        .unwrap()
        .iter()
        .map(|seen| {
            let at = seen.object.version().unwrap().1.get(8..10).unwrap().to_owned();
            (seen.added.0, at, seen.object.value().get("name").cloned())
        })
        .collect();
    assert_eq!(seen, [(2, "01".into(), None), (2, "02".into(), None), (3, "03".into(), Some("open".into()))]);
}

#[test]
fn a_definition_counts_in_its_own_bundle_alone() {
    let wide = marking("RESTRICTED", &["CAN", "FRA"]);
    let id = definition(&wide)["id"].as_str().unwrap().to_owned();
    let open = source(HERE, 1, vec![marked("tool", 1, &id)]);
    assert!(seen(std::slice::from_ref(&open)).is_empty());
    // Else something that comes to another compartment would show by what appears here.
    let elsewhere = source(THERE, 2, vec![definition(&wide)]);
    assert!(seen(&[open, elsewhere]).is_empty());
}

#[test]
fn a_marking_of_something_inside_hides_the_whole() {
    let inside = |marked: Value| json!({ "objects": { "0": { "type": "url", "value": "x" }, "1": [{ "deep": marked }] } });
    for marked in [
        json!({ "object_marking_refs": [RED] }),
        json!({ "object_marking_refs": "x" }),
        json!({ "granular_markings": [{ "marking_ref": STATEMENT, "selectors": ["value"] }] }),
    ] {
        let sources = [source(HERE, 1, vec![thing("observed-data", 1, inside(marked.clone()))])];
        assert!(seen(&sources).is_empty(), "{marked}");
    }
    let open = inside(json!({ "object_marking_refs": [GREEN] }));
    assert_eq!(seen(&[source(HERE, 1, vec![thing("observed-data", 1, open)])]), ["observed-data"]);
}

#[test]
fn without_an_agreement_nothing_is_seen_and_by_one_what_it_keeps() {
    let sources = [source(HERE, 1, vec![plain("tool", 1)])];
    let by = |member: &str, cleared: Level, table: Option<(Level, Level)>| {
        let mut agreements = Agreements::default();
        if let Some(kept) = table {
            let (one, two) = ("GBR".parse().unwrap(), "CAN".parse().unwrap());
            let document = "2c".repeat(32).parse().unwrap();
            agreements.put(Agreement::between(one, two, document, [kept].into(), BTreeMap::new()).unwrap());
        }
        let admits = Admits { agreements, ..reader(member, cleared, &[]) };
        seen_by(&sources, &admits).len()
    };
    let higher = Some((Level::Restricted, Level::Confidential));
    assert_eq!(by("CAN", Level::TopSecret, None), 0);
    assert_eq!(by("CAN", Level::TopSecret, Some((Level::Secret, Level::Secret))), 0);
    assert_eq!(by("CAN", Level::Restricted, higher), 0);
    assert_eq!(by("CAN", Level::Confidential, higher), 1);
    assert_eq!(by("FRA", Level::TopSecret, higher), 0);
    assert_eq!(by("GBR", Level::Restricted, None), 1);
}
