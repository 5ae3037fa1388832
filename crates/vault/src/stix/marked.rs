//! The marking of one object: its product's, and what it says itself.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::definition::{said, tlp_restricts};
use super::{Bundle, Object};
use crate::marking::Marking;

/// The markings that the definitions of one bundle say, by their ids. Those of another do not count: what comes there would show
/// by what is seen here.
#[derive(Clone, Debug)]
pub(super) struct Definitions(BTreeMap<String, Marking>);

impl Definitions {
    pub(super) fn of(bundle: &Bundle) -> Definitions {
        let definitions = bundle.objects().iter();
        Definitions(definitions.filter_map(|object| Some((object.id().to_owned(), said(object)?))).collect())
    }

    /// The marking of an object: the highest level, whom all parts are releasable to, all that restricts. None where it says
    /// something that is not understood, or words of two policies: then nobody sees it.
    pub(super) fn marking(&self, object: &Object, product: &Marking) -> Option<Marking> {
        let value = object.value();
        let mut marking = product.clone();
        let mut refs = Vec::new();
        collect(value, &mut refs)?;
        for id in refs {
            marking = self.restricted(&marking, id)?;
        }
        // A definition tells that something is marked so: it stands under what it says.
        match object.kind() {
            "marking-definition" => self.restricted(&marking, object.id()),
            _ => Some(marking),
        }
    }

    fn restricted(&self, marking: &Marking, id: &str) -> Option<Marking> {
        if let Some(categories) = tlp_restricts(id) {
            return marking.with(&Marking { categories, ..marking.clone() }).ok();
        }
        marking.with(self.0.get(id)?).ok()
    }
}

/// The markings of an object and of whatever stands in it: observed data of old holds whole objects.
fn collect<'v>(value: &'v Map<String, Value>, refs: &mut Vec<&'v str>) -> Option<()> {
    refs.extend(object_refs(value)?);
    refs.extend(granular_refs(value)?);
    value.values().try_for_each(|value| inside(value, refs))
}

fn inside<'v>(value: &'v Value, refs: &mut Vec<&'v str>) -> Option<()> {
    match value {
        Value::Object(value) => collect(value, refs),
        Value::Array(values) => values.iter().try_for_each(|value| inside(value, refs)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(()),
    }
}

fn object_refs(value: &Map<String, Value>) -> Option<Vec<&str>> {
    match value.get("object_marking_refs") {
        None => Some(Vec::new()),
        Some(Value::Array(refs)) => refs.iter().map(Value::as_str).collect(),
        Some(_) => None,
    }
}

/// A marking of a part is one of the whole here: objects are shown whole or not at all. A language alone restricts nobody.
fn granular_refs(value: &Map<String, Value>) -> Option<Vec<&str>> {
    let list = match value.get("granular_markings") {
        None => return Some(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return None,
    };
    let mut refs = Vec::new();
    for one in list {
        let one = one.as_object()?;
        match (one.get("marking_ref"), one.get("lang")) {
            (Some(id), _) => refs.push(id.as_str()?),
            (None, Some(_)) => {}
            (None, None) => return None,
        }
    }
    Some(refs)
}
