use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_foresight::Promise;

use super::*;

fn keys(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| is_key(key))
        .collect()
}

fn is_key(key: &str) -> bool {
    key.starts_with(|letter: char| letter.is_ascii_lowercase())
        && key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

fn gaps(text: &str, key: &str) -> BTreeSet<String> {
    let line = text.lines().skip_while(|line| !line.starts_with(&format!("{key} ="))).enumerate();
    let block: Vec<&str> =
        line.take_while(|(at, line)| *at == 0 || line.starts_with(' ')).map(|(_, line)| line).collect();
    let block = block.join("\n");
    let gap =
        |part: &str| part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect::<String>();
    block.split('$').skip(1).map(gap).collect()
}

/// All of the crate's code.
fn code(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&code(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("texts/tests.rs") {
            all.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_gaps() {
    let (english, french) = (keys(ENGLISH), keys(FRENCH));
    let set: BTreeSet<&str> = english.iter().copied().collect();
    assert_eq!(set.len(), english.len(), "a text stands twice");
    assert_eq!(set, french.iter().copied().collect());
    for key in english {
        assert_eq!(gaps(ENGLISH, key), gaps(FRENCH, key), "{key}");
    }
}

#[test]
fn every_text_that_is_asked_for_is_there_and_every_text_is_asked_for() {
    let code = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let known: BTreeSet<&str> = keys(ENGLISH).into_iter().collect();
    // What stands in the code between quotes: the names of texts are among it.
    let quoted: BTreeSet<&str> = code.split('"').filter(|part| is_key(part)).collect();
    // Of each promise there is a name, and what it says.
    let promises: BTreeSet<String> = Promise::ALL
        .iter()
        .flat_map(|promise| {
            [format!("promise-{}", promise.name()), format!("promise-{}-says", promise.name())]
        })
        .collect();
    assert!(promises.iter().all(|key| known.contains(key.as_str())));
    let unused: Vec<&&str> =
        known.iter().filter(|key| !quoted.contains(**key) && !promises.contains(**key)).collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
    let asked = [".t(\"", ".with(\"", "with(\n            \"", "with(\n                \""];
    for ask in asked {
        for part in code.split(ask).skip(1) {
            let key = part.split('"').next().unwrap();
            assert!(known.contains(key), "there is no text `{key}`");
        }
    }
}

#[test]
fn texts_are_read_and_filled() {
    let texts = Texts::read().unwrap();
    let said = |language, key: &str| Say::new(&texts, language).text(key, &[("count", "1")]);
    for key in keys(ENGLISH) {
        for language in [Language::English, Language::French] {
            assert!(Say::new(&texts, language).bundle.has_message(key), "{key}");
            assert!(!said(language, key).is_empty(), "{key}");
        }
    }
    assert_eq!(said(Language::English, "no-such-text"), "no-such-text");
}

#[test]
fn no_line_begins_with_a_mark() {
    let text = || String::from("Oui : « 55 % » ? Non; rien.");
    assert_eq!(set(Language::French, text()), "Oui\u{a0}: «\u{a0}55\u{a0}%\u{a0}»\u{a0}? Non; rien.");
    assert_eq!(set(Language::English, text()), text());
}
