//! A product's header as STIX 2.1: a report, whose it is, and its marking.

use serde_json::{Value, json};

use super::definition::{definition, definition_id};
use super::ids::uuid_of;
use super::object::written;
use crate::product::{Header, ProductId};

/// A bundle that says of a product what its header says, and nothing of its text. All ids follow from the product's, so that
/// it is the same wherever and whenever it is written.
///
/// The report points at the marking's definition: STIX has no report that points at nothing.
#[must_use]
pub fn report(product: ProductId, header: &Header) -> Value {
    let named = |kind: &str, name: &[&[u8]]| format!("{kind}--{}", uuid_of(&name.concat()));
    let sealed = written(header.sealed);
    let (marking, member) = (definition_id(&header.marking), header.originator.member.to_string());
    let identity = named("identity", &[b"identity\0", member.as_bytes()]);
    let mut references =
        vec![json!({ "source_name": "quorate-product", "external_id": product.to_string() })];
    for from in header.provenance().derived_from {
        references.push(json!({ "source_name": "quorate-derived-from", "external_id": from.to_string() }));
    }
    // An identity is not of the day on which one of its products was sealed.
    let since = "1970-01-01T00:00:00.000Z";
    json!({
        "type": "bundle",
        "id": named("bundle", &[b"bundle\0", &product.0]),
        "objects": [
            {
                "type": "identity",
                "spec_version": "2.1",
                "id": identity,
                "created": since,
                "modified": since,
                "name": member,
                "identity_class": "organization",
                "sectors": ["government-national"],
            },
            definition(&header.marking),
            {
                "type": "report",
                "spec_version": "2.1",
                "id": named("report", &[b"report\0", &product.0]),
                "created_by_ref": identity,
                "created": sealed,
                "modified": sealed,
                "published": written(header.release.unwrap_or(header.sealed)),
                "name": header.title.as_str(),
                "report_types": ["threat-report"],
                "object_refs": [marking],
                "object_marking_refs": [marking],
                "external_references": references,
            },
        ],
    })
}
