//! What points at something that is not seen.

use super::*;

fn related(number: u32, from: &str, to: &str) -> Value {
    thing(
        "relationship",
        number,
        json!({ "relationship_type": "uses", "source_ref": from, "target_ref": to }),
    )
}

#[test]
fn what_points_at_something_hidden_is_not_seen_at_whatever_depth() {
    let hidden = id("malware", 2);
    let report = id("report", 4);
    let objects = vec![
        plain("tool", 1),
        marked("malware", 2, RED),
        related(3, &id("tool", 1), &hidden),
        thing("report", 4, json!({ "object_refs": [id("tool", 1), hidden] })),
        thing("note", 5, json!({ "object_refs": [report] })),
        thing("campaign", 6, json!({ "description": format!("see {}", hidden.to_uppercase()) })),
        thing("intrusion-set", 7, json!({ "x_map": { "a": [{ hidden.as_str(): true }] } })),
        thing("identity", 8, json!({ "object_refs": [id("tool", 1)] })),
    ];
    let sources = [source(HERE, 1, objects)];
    assert_eq!(seen(&sources), ["identity", "tool"]);
    assert_eq!(seen_by(&sources, &reader("CAN", Level::Secret, &["RED"])).len(), 8);
}

#[test]
fn a_relationship_is_seen_with_both_ends_and_tells_not_whether_they_are_held() {
    let (tool, malware) = (id("tool", 1), id("malware", 2));
    let between = || vec![plain("tool", 1), related(3, &tool, &malware), related(4, &malware, &tool)];
    let sighting = thing("sighting", 5, json!({ "sighting_of_ref": malware }));
    let alone = [source(HERE, 1, [between(), vec![sighting]].concat())];
    assert_eq!(seen(&alone), ["tool"]);
    // Held elsewhere, hidden here, or nowhere: the same is seen.
    let elsewhere = source(THERE, 1, vec![plain("malware", 2)]);
    let hidden = source(HERE, 1, vec![marked("malware", 2, RED)]);
    for other in [elsewhere, hidden] {
        assert_eq!(seen(&[alone[0].clone(), other]), ["tool"]);
    }
    let open = source(HERE, 2, vec![plain("malware", 2)]);
    assert_eq!(
        seen(&[alone[0].clone(), open]),
        ["relationship", "relationship", "sighting", "tool", "malware"]
    );
    // Two that hold each other hold nothing, and one without an end neither.
    let mut without = related(8, &tool, &tool);
    without.as_object_mut().unwrap().remove("target_ref");
    let (one, two) = (id("relationship", 6), id("relationship", 7));
    let chain =
        [source(HERE, 1, vec![related(6, &two, &two), related(7, &one, &one), plain("tool", 1), without])];
    assert_eq!(seen(&chain), ["tool"]);
}

#[test]
fn what_comes_hidden_makes_nothing_vanish() {
    let by = thing("tool", 1, json!({ "created_by_ref": id("identity", 9) }));
    let open = source(HERE, 1, vec![by]);
    assert_eq!(seen(std::slice::from_ref(&open)), ["tool"]);
    let hidden = source(HERE, 2, vec![marked("identity", 9, RED)]);
    assert_eq!(seen(&[open, hidden]), ["tool"]);
}

#[test]
fn what_is_hidden_is_not_pointed_at_under_cover_of_another_of_its_uuid() {
    let objects = vec![
        marked("malware", 2, RED),
        plain("tool", 2),
        thing("report", 3, json!({ "object_refs": [id("malware", 2)] })),
        plain("campaign", 4),
    ];
    assert_eq!(seen(&[source(HERE, 1, objects)]), ["campaign"]);
}
