//! A bundle, read strictly.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{MAX_BUNDLE_BYTES, MAX_DEPTH, MAX_OBJECTS, Object, is_id, json};

/// The objects of a bundle, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle(Vec<Object>);

/// Why a text is no bundle. It tells places and no contents.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Longer than any.
    #[error("a bundle has at most {MAX_BUNDLE_BYTES} bytes")]
    TooLong,
    /// No JSON, a name twice in one object, or too deep.
    #[error("this is no JSON that says one thing, at most {MAX_DEPTH} deep (line {0})")]
    Json(usize),
    /// JSON of another kind.
    #[error(
        "this is no bundle of STIX 2.1: it has `type` `bundle`, an `id`, and 1 to {MAX_OBJECTS} `objects`"
    )]
    Form,
    /// One of its objects is none.
    #[error("object {0} of the bundle is none: {1}")]
    Object(usize, &'static str),
}

impl Bundle {
    /// Reads a bundle.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn read(text: &[u8]) -> Result<Bundle, BundleError> {
        if text.len() > MAX_BUNDLE_BYTES {
            return Err(BundleError::TooLong);
        }
        let value = json::read(text, MAX_DEPTH).map_err(|error| BundleError::Json(error.line()))?;
        let Value::Object(mut bundle) = value else { return Err(BundleError::Form) };
        let text = |name: &str| bundle.get(name).and_then(Value::as_str);
        let is_bundle = text("type") == Some("bundle")
            && text("id").is_some_and(|id| is_id(id) && id.starts_with("bundle--"))
            // Only STIX 2.0 has it here.
            && !bundle.contains_key("spec_version");
        let Some(Value::Array(objects)) = bundle.remove("objects").filter(|_| is_bundle) else {
            return Err(BundleError::Form);
        };
        if objects.is_empty() || objects.len() > MAX_OBJECTS {
            return Err(BundleError::Form);
        }
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        for (number, value) in (1_usize..).zip(objects) {
            let object = Object::read(value).map_err(|why| BundleError::Object(number, why))?;
            if object.kind() == "bundle" {
                return Err(BundleError::Object(number, "a bundle stands in no bundle"));
            }
            if !seen.insert((object.id().to_owned(), object.version().map(|(at, _)| at))) {
                return Err(BundleError::Object(number, "it stands there twice in one version"));
            }
            all.push(object);
        }
        Ok(Bundle(all))
    }

    /// Its objects.
    #[must_use]
    pub fn objects(&self) -> &[Object] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
    const TOOL: &str = r#"{"type": "tool", "id": "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", "spec_version": "2.1",
        "created": "2027-01-01T00:00:00.000Z", "modified": "2027-01-02T00:00:00.000Z", "name": "t"}"#;

    fn bundle(objects: &str) -> Result<Bundle, BundleError> {
        Bundle::read(format!(r#"{{"type": "bundle", "id": "{ID}", "objects": [{objects}]}}"#).as_bytes())
    }

    #[test]
    fn a_bundle_is_read_and_what_is_none_is_refused() {
        let good = bundle(TOOL).unwrap();
        let [tool] = good.objects() else { panic!("one") };
        assert_eq!((tool.kind(), tool.version().unwrap().1), ("tool", "2027-01-02T00:00:00.000Z"));
        let wrong = |from: &str, to: &str| bundle(&TOOL.replace(from, to)).unwrap_err();
        for (from, to) in [
            ("\"2.1\"", "\"2.0\""),
            ("\"2.1\"", "2.1"),
            ("tool--", "malware--"),
            ("T00:00:00.000Z", "T00:00:00.000+01:00"),
            ("\"2027-01-02T00:00:00.000Z\"", "17"),
            ("\"type\": \"tool\", ", ""),
            ("\"type\": \"tool\"", "\"type\": \"bundle\""),
        ] {
            assert!(matches!(wrong(from, to), BundleError::Object(1, _)), "{from} {to}");
        }
        assert_eq!(
            bundle(&format!("{TOOL}, {TOOL}")).unwrap_err(),
            BundleError::Object(2, "it stands there twice in one version")
        );
        assert_eq!(bundle("").unwrap_err(), BundleError::Form);
        assert_eq!(bundle("3").unwrap_err(), BundleError::Object(1, "it is no object"));
        for text in
            ["[]", r#"{"type": "bundle", "objects": []}"#, r#"{"type": "bundle", "id": "x", "objects": [1]}"#]
        {
            assert_eq!(Bundle::read(text.as_bytes()).unwrap_err(), BundleError::Form, "{text}");
        }
        let old =
            format!(r#"{{"type": "bundle", "id": "{ID}", "spec_version": "2.0", "objects": [{TOOL}]}}"#);
        assert_eq!(Bundle::read(old.as_bytes()).unwrap_err(), BundleError::Form);
    }

    #[test]
    fn sizes_have_bounds() {
        let many = |count: usize| {
            let one = |at: usize| TOOL.replace("8e2e2d2b", &format!("{at:08x}"));
            bundle(&(0..count).map(one).collect::<Vec<_>>().join(","))
        };
        assert!(many(MAX_OBJECTS).is_ok());
        assert_eq!(many(MAX_OBJECTS + 1).unwrap_err(), BundleError::Form);
        assert_eq!(Bundle::read(&vec![b' '; MAX_BUNDLE_BYTES + 1]).unwrap_err(), BundleError::TooLong);
        assert_eq!(Bundle::read(&vec![b' '; MAX_BUNDLE_BYTES]).unwrap_err(), BundleError::Json(1));
    }
}
