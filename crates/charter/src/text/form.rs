//! What the reader of TOML says about a text's form, in the words of this crate's other faults.

use alloc::format;
use alloc::string::String;

/// The message with keys for fields, and with what can be typed for the names of types.
pub(super) fn words(message: &str) -> String {
    let message = match message.split_once(" field `") {
        Some((what @ ("missing" | "unknown" | "duplicate"), name)) => format!("{what} key `{name}"),
        _ => message.into(),
    };
    match message.rsplit_once(", expected ") {
        Some((found, "u32" | "u64")) => format!("{found}, expected a whole number that is not negative"),
        Some((found, "a boolean")) => format!("{found}, expected `true` or `false`"),
        Some((found, "a sequence")) => format!("{found}, expected a list"),
        Some((found, "a map")) => format!("{found}, expected a table"),
        Some((found, kind)) if kind.starts_with("struct ") => format!("{found}, expected a table"),
        _ => message,
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn types_are_told_as_what_can_be_typed() {
        for (said, told) in [
            ("missing field `rule`", "missing key `rule`"),
            ("unknown field `a`, expected `b`", "unknown key `a`, expected `b`"),
            (
                "invalid type: string \"field `a`\", expected u32",
                "invalid type: string \"field `a`\", expected a whole number that is not negative",
            ),
            (
                "invalid type: integer `1`, expected struct Title",
                "invalid type: integer `1`, expected a table",
            ),
            ("invalid type: integer `1`, expected a string", "invalid type: integer `1`, expected a string"),
            ("invalid type: integer `1`, expected a map", "invalid type: integer `1`, expected a table"),
        ] {
            assert_eq!(words(said), told);
        }
    }
}
