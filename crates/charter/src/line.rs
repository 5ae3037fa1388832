//! Lines of text that people sign and read: nothing in them that nobody sees.

use alloc::string::String;
use alloc::vec::Vec;

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

/// The longest word that is told whole, and how much is told of a longer one, in characters. Paths are words.
const WORD: usize = 160;
const BEGINNING: usize = 60;
/// As many marks at the end of a word are told behind its beginning.
const MARKS: usize = 3;
/// The longest sentence that is told whole, and how much of the beginning and of the end of a longer one.
const SENTENCE: usize = 600;
const FIRST: usize = 300;
const LAST: usize = 200;

/// A sentence with somebody else's words in it, of which no word and no whole is longer than people read. Where those words
/// begin and end is not asked: they can have quotation marks of their own.
///
/// ```
/// let told = quorate_charter::brief(&format!("`{}` is no name", "a".repeat(1000)));
/// assert_eq!(told, format!("`{}…` is no name", "a".repeat(59)));
/// assert_eq!(quorate_charter::brief("`ab` and \"c\" are"), "`ab` and \"c\" are");
/// ```
#[must_use]
pub fn brief(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(short).collect();
    let told = words.join(" ");
    let count = told.chars().count();
    if count <= SENTENCE {
        return told;
    }
    let last = told.chars().skip(count.saturating_sub(LAST));
    told.chars().take(FIRST).chain(['…']).chain(last).collect()
}

/// The beginning of a long word, with the marks at its end, where they are few.
fn short(word: &str) -> String {
    if word.chars().nth(WORD).is_none() {
        return word.into();
    }
    let marks = word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let marks = word.get(marks..).filter(|marks| marks.chars().count() <= MARKS).unwrap_or_default();
    word.chars().take(BEGINNING).chain(['…']).chain(marks.chars()).collect()
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
    use alloc::format;

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
    fn whatever_somebody_wrote_into_a_sentence_it_is_no_longer_than_people_read() {
        let long = "a".repeat(70);
        let marked = [format!("{long}`"), format!("{long}\" ")];
        for (part, again) in [("a", 5_000), ("a ", 2_500), (&*marked[0], 80), (&*marked[1], 80)] {
            let told = brief(&format!("`{}` is no name: write one of `ab` and `c`", part.repeat(again)));
            assert!(told.chars().count() <= FIRST + LAST + 1, "{told}");
            assert!(
                told.starts_with("`a") && told.ends_with("is no name: write one of `ab` and `c`"),
                "{told}"
            );
        }
        // A mark in what is quoted turns nothing of the sentence into a quotation.
        let plain = format!("`a`b` is no name: {}", "it has a letter and a figure ".repeat(6));
        assert_eq!(brief(&plain), plain);
        assert_eq!(brief(&format!("{}!!!!\"...", "é".repeat(200))), format!("{}…", "é".repeat(60)));
    }

    #[test]
    fn what_people_write_does_not() {
        let french = "« Résumé »\u{a0}: 1\u{202f}000 œuvres – l’État";
        assert!(!french.chars().any(misleads));
        assert!(!"Ελλάδα Österreich Türkiye Україна 日本 ไทย हिन्दी".chars().any(misleads));
    }
}
