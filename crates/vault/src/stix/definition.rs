//! Marking definitions that are understood: those of TLP, and markings of the vault. Any other may say that somebody is not to
//! read, and so nobody does.

use quorate_partnership::Phrase;
use serde_json::{Map, Value, json};

use super::Object;
use super::ids::uuid_of;
use super::object::written;
use crate::marking::{Categories, Kind, Marking};

/// The extension of a marking definition in which a marking of the vault stands, in the JSON of [`Marking::to_json`].
pub const EXTENSION: &str = "extension-definition--6d2a9f3e-1c48-5b7e-9a35-0f8c4e7d21b6";
/// The category whose values a reader holds who may see what is under TLP.
const TLP: &str = "TLP";

/// The label of a definition of TLP, by its official id: TLP 2.0 (FIRST, 2022) and the one before it (STIX 2.1, section 7.2.1.4).
/// AMBER of before was for an organisation alone, as AMBER+STRICT is now.
fn tlp(id: &str) -> Option<&'static str> {
    Some(match id.strip_prefix("marking-definition--")? {
        "94868c89-83c2-464b-929b-a1a8aa3c8487" | "613f2e26-407d-48c7-9eca-b8e91df99dc9" => "CLEAR",
        "bab4a63c-aed9-4cf5-a766-dfca5abac2bb" | "34098fce-860f-48ae-8e50-ebd3cc5e41da" => "GREEN",
        "55d920b0-5e8b-4f79-9ee9-91f868d9b421" => "AMBER",
        "939a9414-2ddd-4d32-a0cd-375ea402b003" | "f88d31f6-486b-44da-b317-01333bde0b82" => "AMBER+STRICT",
        "e828b379-4e03-4974-9ac4-e53a884c97c1" | "5e57c739-391a-4eb3-b6be-7d15ca92d5ed" => "RED",
        _ => return None,
    })
}

/// What a label of TLP restricts: CLEAR and GREEN nothing beyond the product's own marking, the others to readers who hold them.
pub(super) fn tlp_restricts(id: &str) -> Option<Categories> {
    let label = tlp(id)?;
    let mut categories = Categories::default();
    if !matches!(label, "CLEAR" | "GREEN") {
        let phrase = |text: &str| text.parse::<Phrase>().ok();
        categories.add(Kind::Restrictive, phrase(TLP)?, phrase(label)?).ok()?;
    }
    Some(categories)
}

/// A marking as a definition of STIX. Its id follows from the marking, so that one id is one marking wherever it comes from.
#[must_use]
pub fn definition(marking: &Marking) -> Value {
    let label: Value = serde_json::from_str(&marking.to_json()).unwrap_or_default();
    let created = written(marking.created);
    json!({
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": definition_id(marking),
        "created": created,
        "name": format!("{} {}", marking.policy, marking.level),
        "extensions": { EXTENSION: { "extension_type": "property-extension", "label": label } },
    })
}

/// The id of a marking's definition.
pub(super) fn definition_id(marking: &Marking) -> String {
    let name = [b"marking\0".as_slice(), &marking.to_cbor()].concat();
    format!("marking-definition--{}", uuid_of(&name))
}

/// The marking that a definition says, if it is one of the vault's and its id is that of what it says.
pub(super) fn said(object: &Object) -> Option<Marking> {
    let value: &Map<String, Value> = object.value();
    let plain = object.kind() == "marking-definition" && !value.contains_key("definition");
    let extensions = value.get("extensions").filter(|_| plain)?.as_object()?;
    // Another extension might say more.
    let extension = extensions.get(EXTENSION).filter(|_| extensions.len() == 1)?;
    let label = extension.get("label")?;
    let marking = Marking::from_json(&label.to_string()).ok()?;
    (definition_id(&marking) == object.id()).then_some(marking)
}
