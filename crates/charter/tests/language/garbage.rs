//! Whatever stands in a text: no panic, and every fault within the text.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use quorate_charter::{Charter, Fault};

use super::parse;
use super::random::text;

const CHARTERS: [&str; 2] =
    [include_str!("../faults/base.toml"), include_str!("../../../../charters/partnership.toml")];

fn within(text: &str, fault: &Fault) -> Result<(), TestCaseError> {
    prop_assert!(text.get(fault.at()).is_some(), "{fault:?} is not within {text:?}");
    prop_assert!(!fault.what().is_empty());
    Ok(())
}

fn charter(text: &str) -> Result<(), TestCaseError> {
    if let Err(faults) = Charter::read(text) {
        let mut before = 0;
        for fault in faults.iter() {
            within(text, fault)?;
            prop_assert!(before <= fault.at().start, "faults stand in the order of the text");
            before = fault.at().start;
        }
    }
    Ok(())
}

/// A text with a part of it replaced by something else.
fn mutated(text: &str, from: Index, length: usize, by: &str) -> String {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = from.index(starts.len());
    let to = (from + length).min(starts.len() - 1);
    format!("{}{by}{}", &text[..starts[from]], &text[starts[to]..])
}

fn shreds() -> impl Strategy<Value = String> {
    let known = [
        "\"",
        "'",
        "\"\"\"",
        "\\",
        "\\u00e9",
        "é",
        "\u{202e}",
        "\0",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "\r",
        "#",
        "%",
        "/",
        ">=",
        "(",
        ")",
        ";",
        "0",
        "99999999999999999999",
        "-1",
        "1e9",
        "nan",
        "2026-12-01",
        "and",
        "or",
        "at least 2 of (",
        "not in favour <=",
        "member.X",
        ".",
    ];
    prop_oneof![4 => select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn arbitrary_texts_are_no_rules(text in any::<String>()) {
        if let Err(fault) = parse(&text) {
            within(&text, &fault)?;
        }
    }

    #[test]
    fn mutated_rules_are_read_or_faulted(text in text(), from: Index, length in 0..20_usize, by in shreds()) {
        let text = mutated(&text, from, length, &by);
        if let Err(fault) = parse(&text) {
            within(&text, &fault)?;
        }
    }

    #[test]
    fn arbitrary_texts_are_no_charters(text in any::<String>(), parts in prop::collection::vec(shreds(), 0..40)) {
        charter(&text)?;
        charter(&parts.concat())?;
    }

    #[test]
    fn mutated_charters_are_read_or_faulted(
        base in select(CHARTERS.to_vec()),
        changes in prop::collection::vec((any::<Index>(), 0..20_usize, shreds()), 1..4),
    ) {
        let change = |text: String, (from, length, by): &(Index, usize, String)| mutated(&text, *from, *length, by);
        charter(&changes.iter().fold(base.to_owned(), change))?;
    }
}

#[test]
fn brackets_without_end_do_not_exhaust_the_stack() {
    for shred in ["[", "{a=", "a.", "[a.", "a=[", "(", "\"", "[["] {
        let text = shred.repeat(100_000 / shred.len());
        assert!(Charter::read(&text).is_err());
        assert!(Charter::read(&format!("title = {text}")).is_err());
    }
}
