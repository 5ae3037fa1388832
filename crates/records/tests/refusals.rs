//! Every refusal has its French: the sentences are read off the rules' own code, so that none is forgotten.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_records::words::Language;

/// What is handed on as it is: another's sentence.
const HANDED_ON: &str = "{}";

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let is_of_rules = text.contains("fn rule") || path.to_string_lossy().contains("refusal");
            found.extend(is_of_rules.then(|| text.split("#[cfg(test)]").next().unwrap().to_owned()));
        }
    }
}

/// The texts in quotation marks, with gaps for what is filled in.
fn quoted(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            continue;
        }
        let (mut text, mut gap) = (String::new(), false);
        while let Some(letter) = letters.next() {
            match letter {
                '"' => break,
                '\\' if letters.peek() == Some(&'\n') => {
                    while letters.peek().is_some_and(|next| next.is_whitespace()) {
                        letters.next();
                    }
                }
                '\\' => text.extend(letters.next()),
                '{' => gap = true,
                '}' => {
                    gap = false;
                    text.push_str("{}");
                }
                other if !gap => text.push(other),
                _ => {}
            }
        }
        found.push(text);
    }
    found
}

/// The first text of each attribute that says what a refusal is, and every text of what there is to do.
fn sentences() -> BTreeSet<String> {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../partnership/src"), &mut all);
    let mut found = BTreeSet::new();
    for code in &all {
        for said in code.split("#[error(").skip(1).filter(|said| said.trim_start().starts_with('"')) {
            found.extend(quoted(said).into_iter().next());
        }
        for part in code
            .split("fn ")
            .skip(1)
            .filter(|part| part.split('(').next().is_some_and(|name| name.contains("remed")))
        {
            found.extend(quoted(part).into_iter().filter(|text| text.contains(' ')));
        }
    }
    found
}

#[test]
fn every_refusal_has_its_french_and_no_french_is_left_over() {
    let sentences = sentences();
    assert!(sentences.len() > 600, "{}", sentences.len());
    let ours: BTreeSet<&str> = Language::refusals().collect();
    let without: Vec<&String> =
        sentences.iter().filter(|text| *text != HANDED_ON && !ours.contains(text.as_str())).collect();
    assert!(without.is_empty(), "no French in words/french/refusals: {without:#?}");
    let left: Vec<&&str> = ours.iter().filter(|text| !sentences.contains(**text)).collect();
    assert!(left.is_empty(), "French of no refusal: {left:#?}");
}

#[test]
fn every_refusal_is_told_in_french_with_what_is_in_its_gaps() {
    for english in Language::refusals().filter(|english| !english.contains("{} {}")) {
        let filled = english.replace("{}", "decision 7");
        let french = Language::French.say_refused(&filled);
        assert_ne!(french, filled);
        let gaps = english.matches("{}").count();
        assert_eq!(
            french.matches("décision 7").count() + french.matches("decision 7").count(),
            gaps,
            "{french}"
        );
    }
}

#[test]
fn a_refusal_is_told_whole() {
    let said = "the vote on decision 3 is not open (D4): votes count from the opening until the deadline in the record";
    assert_eq!(
        Language::French.say_refused(said),
        "le vote sur la décision 3 n'est pas ouvert (D4)\u{a0}: les votes comptent de l'ouverture à l'échéance qui est au registre"
    );
    assert_eq!(
        Language::French.say_refused("the condition of case 2 is not attested"),
        "la condition du dossier 2 n'est pas attestée"
    );
    // Another's sentence stays.
    assert_eq!(Language::French.say_refused("a sentence of nobody's"), "a sentence of nobody's");
}
