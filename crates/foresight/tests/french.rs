//! Every sentence of a finding that pages show has its French, on every charter that is shipped.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quorate_charter::{Body, Charter};
use quorate_foresight::{Assurance, Outcome};
use quorate_records::words::Language;

/// With more members the rehearsal is for the terminal, as on the page where a text is pasted.
const MOST_REHEARSED: usize = 5;

/// Places that both languages name alike.
const ALIKE: [&str; 5] = ["suspension", "consultations", "attestation", "signatures", "exclusion"];

fn charters(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            charters(&path, found);
        } else if path.extension().is_some_and(|end| end == "toml") {
            found.push(path);
        }
    }
}

fn assurance(text: &str, body: &Body) -> Assurance {
    let state = "USA".parse().unwrap();
    match Charter::read(text) {
        Ok(charter) => {
            let found = Assurance::of(&charter);
            let few = charter.members().count() <= MOST_REHEARSED;
            let found = if few { found.rehearsed(&charter, text) } else { found };
            found.independent_of(Some(&charter), state)
        }
        Err(_) => Assurance::of_body(body).independent_of(None, state),
    }
}

#[test]
fn every_sentence_of_a_finding_has_its_french() {
    let mut files = Vec::new();
    charters(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters"), &mut files);
    assert!(files.len() > 15, "{files:?}");
    let mut without = BTreeSet::new();
    let mut tell = |text: &str, english: &str| {
        // What the text itself declares, and where it is to be read, stays in its own words.
        let declared = english.rsplit(": ").next().is_some_and(|end| text.contains(&format!("\"{end}\"")));
        if !declared && !english.is_empty() && Language::French.say_found(english) == english {
            without.insert(english.to_owned());
        }
    };
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let Ok(body) = Body::read(&text) else { continue };
        let found = assurance(&text, &body);
        tell(&text, &found.answer());
        for finding in found.findings() {
            tell(&text, finding.outcome.says());
            finding.how.lines().for_each(|line| tell(&text, line));
            // The names of rules are the text's own; those of places that both languages write alike stay too.
            let is_named = text.contains(&format!("[rule.{}]", finding.place.of));
            if finding.place.article.is_some() && !is_named && !ALIKE.contains(&finding.place.of.as_str()) {
                tell(&text, &finding.place.to_string());
            }
            match &finding.outcome {
                Outcome::Proven(certificate) => certificate.because.iter().for_each(|line| tell(&text, line)),
                Outcome::Fails(example) => example.steps.iter().for_each(|line| tell(&text, line)),
                _ => {}
            }
        }
    }
    let without: Vec<String> = without.into_iter().collect();
    assert!(without.is_empty(), "no French in records/src/words/french/findings.rs:\n{}", without.join("\n"));
}
