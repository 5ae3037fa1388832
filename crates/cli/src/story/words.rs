//! The words of an act, split as a shell would: by spaces, with double quotation marks around text.

use winnow::LocatingSlice;
use winnow::ascii::multispace0;
use winnow::combinator::{alt, delimited, preceded, repeat};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::stream::Location;
use winnow::token::{one_of, take_while};

use super::StoryFault;

type Input<'a> = LocatingSlice<&'a str>;

/// Splits a text that stands at this byte of the story.
pub(super) fn split(text: &str, start: usize) -> Result<Vec<String>, StoryFault> {
    let mut input = LocatingSlice::new(text);
    let found: Result<Vec<String>, EmptyError> =
        repeat(0.., preceded(multispace0, word)).parse_next(&mut input);
    let rest: Result<&str, EmptyError> = multispace0.parse_next(&mut input);
    let at = start.saturating_add(input.current_token_start());
    match (found, rest, input.is_empty()) {
        (Ok(words), Ok(_), true) => Ok(words),
        _ => {
            let help = "close the text with `\"`; inside it write `\\\"` for a quotation mark and `\\\\` for a backslash";
            Err(StoryFault::new(
                at..start.saturating_add(text.len()),
                "this cannot be split into words",
                help,
            ))
        }
    }
}

fn word(input: &mut Input<'_>) -> Result<String, EmptyError> {
    alt((quoted, plain)).parse_next(input)
}

fn plain(input: &mut Input<'_>) -> Result<String, EmptyError> {
    take_while(1.., |c: char| !c.is_whitespace() && c != '"').map(String::from).parse_next(input)
}

fn quoted(input: &mut Input<'_>) -> Result<String, EmptyError> {
    let escaped = preceded('\\', one_of(['"', '\\']));
    let other = take_while(1, |c: char| c != '"' && c != '\\')
        .map(|text: &str| text.chars().next().unwrap_or_default());
    delimited('"', repeat(0.., alt((escaped, other))), '"').parse_next(input)
}

/// The words as one line that splits into them again.
pub(crate) fn joined(words: &[String]) -> String {
    let typed = |word: &String| {
        if word.is_empty() || word.contains(|c: char| c.is_whitespace() || c == '"') {
            format!("\"{}\"", word.replace('\\', r"\\").replace('"', "\\\""))
        } else {
            word.clone()
        }
    };
    words.iter().map(typed).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{joined, split};

    proptest! {
        #[test]
        fn joined_words_split_again(words in prop::collection::vec(any::<String>(), 0..5)) {
            prop_assert_eq!(split(&joined(&words), 0), Ok(words));
        }
    }

    #[test]
    fn words_are_split_as_in_a_shell() {
        let words = split(r#"decision table "Help, \"now\"" --assist 1"#, 0).unwrap();
        assert_eq!(words, ["decision", "table", "Help, \"now\"", "--assist", "1"]);
        assert_eq!(split("  a\n b ", 0).unwrap(), ["a", "b"]);
        assert_eq!(split(r#""" """#, 0).unwrap(), ["", ""]);
        assert!(split("", 0).unwrap().is_empty());
    }

    #[test]
    fn a_text_that_is_not_closed_is_a_fault_at_its_place() {
        assert_eq!(split(r#"vote "abc"#, 100).unwrap_err().at, 105..109);
        assert_eq!(split(r#"a "b\c""#, 0).unwrap_err().at.start, 2);
    }
}
