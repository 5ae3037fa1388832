//! What an object points at.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::ids::is_uuid;

/// The length of a UUID, in bytes.
const UUID: usize = 36;

/// The UUIDs in every text of it, at any depth, names of properties included: a reference is one wherever it stands, in a
/// description too.
pub(super) fn mentioned(value: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    object(value, &mut found);
    found
}

fn object(value: &Map<String, Value>, found: &mut BTreeSet<String>) {
    for (name, value) in value {
        uuids(name, found);
        any(value, found);
    }
}

fn any(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => uuids(text, found),
        Value::Array(values) => values.iter().for_each(|value| any(value, found)),
        Value::Object(value) => object(value, found),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn uuids(text: &str, found: &mut BTreeSet<String>) {
    let small = text.to_ascii_lowercase();
    for (at, _) in small.match_indices('-') {
        let begins = at.checked_sub(8);
        let part = begins.and_then(|begins| small.get(begins..begins.saturating_add(UUID)));
        found.extend(part.filter(|part| is_uuid(part)).map(str::to_owned));
    }
}

/// The UUID of an id.
pub(super) fn uuid_part(id: &str) -> &str {
    id.split_once("--").map_or(id, |(_, uuid)| uuid)
}

/// What a relationship or a sighting holds together: without each of these it says nothing.
pub(super) fn ends<'o>(kind: &str, value: &'o Map<String, Value>) -> Vec<Option<&'o str>> {
    let names: &[&str] = match kind {
        "relationship" => &["source_ref", "target_ref"],
        "sighting" => &["sighting_of_ref"],
        _ => &[],
    };
    names.iter().map(|name| value.get(*name).and_then(Value::as_str)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_found_wherever_it_stands() {
        let id = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
        for text in [
            format!(r#"{{"a_ref": "malware--{id}"}}"#),
            format!(r#"{{"a": [[{{"b": "see-malware--{id}s"}}]]}}"#),
            format!(r#"{{"x-malware--{id}": 1}}"#),
            format!(r#"{{"a": "{}"}}"#, id.to_uppercase()),
            format!(r#"{{"a": "-é-{id}"}}"#),
        ] {
            let found = mentioned(&serde_json::from_str(&text).unwrap());
            assert_eq!(found.into_iter().collect::<Vec<_>>(), [id], "{text}");
        }
        let none = format!(r#"{{"a": "{}", "b": "é-------é--"}}"#, id.get(1..).unwrap());
        assert!(mentioned(&serde_json::from_str(&none).unwrap()).is_empty());
    }
}
