//! Texts in lines: broken between words, cut at a length, and of others' writing so that everything in it is seen.

use quorate_charter::visible;
use quorate_records::words::Language;

/// A text in lines of fewer characters than this, broken between words; a longer word has a line of its own.
pub(crate) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text of at most so many characters; what is left out at its end is marked.
pub(crate) fn short(text: &str, most: usize) -> String {
    match text.chars().count() {
        count if count <= most => text.to_owned(),
        _ => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// The end of a text, of at most so many characters; what is left out before it is marked.
pub(crate) fn end(text: &str, most: usize) -> String {
    match text.chars().count() {
        count if count <= most => text.to_owned(),
        count => {
            let left_out = count.saturating_sub(most).saturating_add(1);
            ['…'].into_iter().chain(text.chars().skip(left_out)).collect()
        }
    }
}

/// A text of somebody else's, so that nothing in it steers the page or hides, of at most so many characters.
pub(crate) fn seen(text: &str, most: usize) -> String {
    short(&visible(&text.chars().take(most.saturating_add(1)).collect::<String>()), most)
}

/// What stands between a thing and what is said of it: in French with a space before it.
pub(crate) fn colon(language: Language) -> &'static str {
    match language {
        Language::English => ": ",
        Language::French => "\u{a0}: ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_broken_or_cut_and_marked() {
        assert_eq!(wrapped("one two  three fourteen", 8), ["one two", "three", "fourteen"]);
        assert_eq!((short("abcd", 4), short("abcde", 4)), ("abcd".into(), "abc…".into()));
        assert_eq!((end("abcd", 4), end("abcde", 4)), ("abcd".into(), "…cde".into()));
    }

    #[test]
    fn what_nobody_sees_is_shown_and_no_longer_than_asked() {
        assert_eq!(seen("a\u{202e}b\u{1b}[2J", 40), "a\\u{202e}b\\u{1b}[2J");
        assert_eq!(seen(&"\u{202e}".repeat(1_000_000), 10), "\\u{202e}\\…");
    }
}
