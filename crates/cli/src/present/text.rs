//! Text in lines and words.

use std::path::Path;

use quorate_charter::visible;

/// Breaks text between words. A number grouped by spaces is one word.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in unbroken(text).split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// The same text, in which no line can be broken within a number: between its groups stand no-break spaces.
pub(crate) fn unbroken(text: &str) -> String {
    let mut joined = String::new();
    for (at, word) in text.split(' ').enumerate() {
        let goes_on = is_group(word) && joined.ends_with(|c: char| c.is_ascii_digit());
        match at {
            0 => {}
            _ if goes_on => joined.push('\u{a0}'),
            _ => joined.push(' '),
        }
        joined.push_str(word);
    }
    joined
}

/// Whether a word goes on with a grouped number: three digits, and perhaps what follows a point.
fn is_group(word: &str) -> bool {
    let whole = word.split_once('.').map_or(word, |(whole, _)| whole);
    whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text in lines, of which nothing steers the terminal: what others wrote may stand in it.
pub(crate) fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// A path as it can be typed in a shell.
pub(crate) fn shell(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    if !path.is_empty() && path.chars().all(plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_never_within_a_number() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("pay 40 000 000.00 USD now", 12), ["pay", "40\u{a0}000\u{a0}000.00", "USD now"]);
        assert_eq!(wrapped("in 2026 the 4th", 9), ["in 2026", "the 4th"]);
        assert_eq!(wrapped("article 8, 100 more", 11), ["article 8,", "100 more"]);
        assert_eq!(wrapped("", 9), [""]);
    }

    #[test]
    fn paths_are_quoted_where_a_shell_needs_it() {
        for (path, typed) in [
            ("/tmp/quorate-Ab1", "/tmp/quorate-Ab1"),
            ("a b", "'a b'"),
            ("it's", r"'it'\''s'"),
            ("$HOME", "'$HOME'"),
        ] {
            assert_eq!(shell(Path::new(path)), typed);
        }
    }
}
