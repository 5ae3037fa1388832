//! One object of STIX, in one version.

use std::sync::Arc;

use jiff::Timestamp;
use quorate_partnership::Moment;
use serde_json::{Map, Value};

use super::ids::{is_id, is_kind};

/// An object whose id, type and version are well formed.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    id: String,
    kind: String,
    version: Option<(Timestamp, String)>,
    value: Arc<Map<String, Value>>,
}

impl Object {
    /// Reads one; none if it is not well formed, and why.
    pub(super) fn read(value: Value) -> Result<Object, &'static str> {
        let Value::Object(value) = value else { return Err("it is no object") };
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let (kind, id) = (text("type").ok_or("it has no type")?, text("id").ok_or("it has no id")?);
        let is_of_kind =
            is_kind(kind) && is_id(id) && id.strip_prefix(kind).is_some_and(|id| id.starts_with("--"));
        if !is_of_kind {
            return Err("its id is not well formed, or of another type");
        }
        if value.get("spec_version").is_some_and(|version| version.as_str() != Some("2.1")) {
            return Err("it is not of version 2.1");
        }
        let moment = |name: &str| match value.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => {
                timestamp(text).map(|at| Some((at, text.clone()))).ok_or("a moment is none")
            }
            Some(_) => Err("a moment is none"),
        };
        let (created, modified) = (moment("created")?, moment("modified")?);
        let version = modified.or(created);
        Ok(Object { id: id.to_owned(), kind: kind.to_owned(), version, value: Arc::new(value) })
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its type.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// When this version of it was made, and how that is written in it; none of what has no versions.
    #[must_use]
    pub fn version(&self) -> Option<(Timestamp, &str)> {
        self.version.as_ref().map(|(at, text)| (*at, text.as_str()))
    }

    /// All of it.
    #[must_use]
    pub fn value(&self) -> &Map<String, Value> {
        &self.value
    }
}

/// A moment of STIX and TAXII: RFC 3339, in UTC, with a `Z`.
#[must_use]
pub fn timestamp(text: &str) -> Option<Timestamp> {
    let is_utc = text.len() <= 40 && text.ends_with('Z') && text.contains('T');
    is_utc.then(|| text.parse().ok()).flatten()
}

/// A moment as STIX writes it: to the millisecond, always.
pub(super) fn written(moment: Moment) -> String {
    let millis = i64::try_from(moment.0).unwrap_or(i64::MAX);
    format!("{:.3}", Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX))
}
