//! JSON in one form (RFC 8785): names in order, nothing between them, and of numbers whole ones alone.

use std::collections::BTreeMap;

use serde_json::Value;

/// The one form of a value without fractions.
pub(super) fn canonical(value: &Value) -> String {
    match value {
        Value::Object(parts) => {
            // The order of the standard is that of UTF-16; of names in ASCII it is that of bytes.
            let sorted: BTreeMap<&String, &Value> = parts.iter().collect();
            let parts = sorted
                .iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(","))
        }
        Value::Array(values) => {
            format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_stand_in_order_whatever_order_they_came_in() {
        let value = json!({ "b": [{ "z": "\u{e9}\n\u{1}\"", "a": 1 }], "a": null, "B": true });
        assert_eq!(
            canonical(&value),
            "{\"B\":true,\"a\":null,\"b\":[{\"a\":1,\"z\":\"\u{e9}\\n\\u0001\\\"\"}]}"
        );
    }
}
