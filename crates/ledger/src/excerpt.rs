//! What a reader typed, cut short enough and made plain enough to quote back in a message.

use alloc::string::String;

/// How many characters of a reader's text a message may repeat.
const MAX_EXCERPT_CHARS: usize = 24;

/// Returns the opening of `text` with control characters spelt out, and a mark if there was more.
pub(crate) fn excerpt(text: &str) -> String {
    let mut shown: String = text.chars().take(MAX_EXCERPT_CHARS).flat_map(char::escape_debug).collect();
    if text.chars().nth(MAX_EXCERPT_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_long_text_is_cut_and_marked() {
        assert_eq!(excerpt("a"), "a");
        assert_eq!(excerpt(&"a".repeat(24)), "a".repeat(24));
        assert_eq!(excerpt(&"a".repeat(25)), "a".repeat(24) + "…");
    }

    #[test]
    fn control_characters_are_spelt_out() {
        assert_eq!(excerpt("a\nb\u{1b}"), "a\\nb\\u{1b}");
    }
}
