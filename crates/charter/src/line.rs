//! Lines of text that people sign and read: nothing in them that nobody sees.

use alloc::string::String;

/// Whether a character stands in a text without being seen, or makes the text look like another: control
/// characters, separators of lines and paragraphs, and what Unicode calls default-ignorable (soft hyphens, joiners,
/// fillers, variation selectors, tags, and the controls of the direction of reading). Spaces of every width are
/// seen, the one at which no line is broken included.
///
/// ```
/// use quorate_charter::misleads;
/// assert!(misleads('\u{200b}') && misleads('\u{202e}') && misleads('\n'));
/// assert!(!misleads('é') && !misleads('\u{a0}') && !misleads('\u{202f}'));
/// ```
#[must_use]
pub fn misleads(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_default_ignorable(c)
}

/// A text of somebody else's, so that everything in it is seen and nothing of it steers a screen or a page: controls, what turns
/// the direction of reading, and whatever else has no shape of its own stand as `\u{...}`. Spaces and accents stay as they are.
///
/// ```
/// assert_eq!(quorate_charter::visible("r\u{202e}é"), "r\\u{202e}é");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_control() => seen.extend(c.escape_debug()),
            c if misleads(c) || !has_shape(c) => seen.extend(c.escape_unicode()),
            c => seen.push(c),
        }
    }
    seen
}

/// The longest text that is quoted whole, and how much is quoted of a longer one, in characters.
const WHOLE: usize = 80;
const BEGINNING: usize = 60;

/// A sentence, in which of everything that is quoted and is longer than people read only the beginning stands.
///
/// ```
/// let told = quorate_charter::brief(&format!("`{}` is no name", "a".repeat(1000)));
/// assert_eq!(told, format!("`{}…` is no name", "a".repeat(60)));
/// assert_eq!(quorate_charter::brief("`ab` and \"c\" are"), "`ab` and \"c\" are");
/// ```
#[must_use]
pub fn brief(text: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, mark, quoted)) = at_mark(rest) {
        told.push_str(before);
        told.push(mark);
        // What is not ended is quoted to the end.
        let (quoted, after) = quoted.split_once(mark).map_or((quoted, None), |(to, after)| (to, Some(after)));
        if quoted.chars().count() > WHOLE {
            told.extend(quoted.chars().take(BEGINNING).chain(['…']));
        } else {
            told.push_str(quoted);
        }
        told.extend(after.map(|_| mark));
        rest = after.unwrap_or_default();
    }
    told.push_str(rest);
    told
}

/// What stands before the first quotation mark, the mark, and what stands behind it.
fn at_mark(text: &str) -> Option<(&str, char, &str)> {
    let (at, mark) = text.char_indices().find(|(_, c)| matches!(c, '`' | '"'))?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, mark, rest.strip_prefix(mark)?))
}

/// Whether a character is a space, or one that the standard library would print behind another.
fn has_shape(c: char) -> bool {
    let behind = String::from_iter(['a', c]);
    c.is_whitespace() || matches!(c, '\\' | '"' | '\'') || behind.escape_debug().count() == 2
}

/// The property `Default_Ignorable_Code_Point` of Unicode (UAX 44), which reserves ranges for characters to come.
fn is_default_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_screen_or_hides() {
        let hostile = "a\u{1b}[2J\r\u{202e}b\u{2066}c\u{2069}\u{200b}\u{e000}\u{378}\u{9b}1A";
        let seen = "a\\u{1b}[2J\\r\\u{202e}b\\u{2066}c\\u{2069}\\u{200b}\\u{e000}\\u{378}\\u{9b}1A";
        assert_eq!(visible(hostile), seen);
        for plain in ["« Résumé »\u{a0}: 1\u{202f}000 œuvres – l’État", "e\u{301} हिन्दी ไทย 日本 \"it's\" \\"]
        {
            assert_eq!(visible(plain), plain);
        }
    }

    /// First and last of every range that misleads.
    const RANGES: [(u32, u32); 19] = [
        (0x00, 0x1f),
        (0x7f, 0x9f),
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0x3164, 0x3164),
        (0xfe00, 0xfe0f),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff0, 0xfff8),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
    ];

    #[test]
    fn all_of_these_mislead_and_no_other_character_does() {
        for c in '\0'..=char::MAX {
            let code = u32::from(c);
            let is_listed = RANGES.iter().any(|(first, last)| (*first..=*last).contains(&code));
            assert_eq!(misleads(c), is_listed, "U+{code:04X}");
        }
    }

    #[test]
    fn what_people_write_does_not() {
        let french = "« Résumé »\u{a0}: 1\u{202f}000 œuvres – l’État";
        assert!(!french.chars().any(misleads));
        assert!(!"Ελλάδα Österreich Türkiye Україна 日本 ไทย हिन्दी".chars().any(misleads));
    }
}
