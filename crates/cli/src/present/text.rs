//! Text in lines and words.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::str::Utf8Chunk;

use quorate_charter::{MemberCode, brief, visible};

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

/// `AAA`, `AAA and BBB`, `AAA, BBB and CCC`; nobody, if there is none.
pub(crate) fn together<'m>(members: impl IntoIterator<Item = &'m MemberCode>) -> String {
    let codes: Vec<&str> = members.into_iter().map(MemberCode::as_str).collect();
    match codes.split_last() {
        None => "nobody".into(),
        Some((last, [])) => (*last).into(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// A text in lines, of which nothing steers the terminal: what others wrote may stand in it.
pub(crate) fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// The same, and of what is quoted in a line no more than people read.
pub(crate) fn brief_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(brief).collect();
    visible_lines(&lines.join("\n"))
}

/// A path as it can be typed in a shell: what is no text, is not seen or would steer the terminal by the numbers of its bytes.
pub(crate) fn shell(path: &Path) -> String {
    let bytes = path.as_os_str().as_bytes();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    match str::from_utf8(bytes) {
        Ok(text) if !text.is_empty() && text.chars().all(plain) => text.to_owned(),
        Ok(text) if visible(text) == text => format!("'{}'", text.replace('\'', r"'\''")),
        _ => numbered(bytes),
    }
}

fn numbered(bytes: &[u8]) -> String {
    let number = |bytes: &[u8]| bytes.iter().map(|byte| format!("\\{byte:03o}")).collect::<String>();
    let typed = |c: char| match c {
        '\\' | '\'' => format!("\\{c}"),
        c if visible(c.encode_utf8(&mut [0; 4])).chars().ne([c]) => {
            number(c.encode_utf8(&mut [0; 4]).as_bytes())
        }
        c => c.to_string(),
    };
    let chunk = |chunk: Utf8Chunk<'_>| {
        let valid: String = chunk.valid().chars().map(typed).collect();
        valid + &number(chunk.invalid())
    };
    format!("$'{}'", bytes.utf8_chunks().map(chunk).collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

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

    #[test]
    fn paths_that_would_steer_a_terminal_are_typed_by_their_bytes() {
        for path in ["D\u{1b}[2J", "a\nb", "\u{202e}gvs.x", "it's\u{200b}\\", "é\u{301} \u{85}"] {
            let typed = shell(Path::new(path));
            assert_eq!(visible(&typed), typed, "{typed}");
            let said =
                std::process::Command::new("bash").arg("-c").arg(format!("printf %s {typed}")).output();
            assert_eq!(said.unwrap().stdout, path.as_bytes(), "{typed}");
        }
        let no_text = OsStr::from_bytes(b"a\xff b");
        assert_eq!(shell(Path::new(no_text)), r"$'a\377 b'");
    }
}
