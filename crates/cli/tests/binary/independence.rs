//! `docs/independence.md`: what `quorate check` says of independence of every State that the founding charter names.

use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};

/// The members, and the one State that the article on reliance names.
const STATES: [&str; 5] = ["CAN", "DEU", "FRA", "GBR", "USA"];

const HEAD: &str = "# Independent of whom?

*EXERCISE. A scenario built from a press article whose claims could not be confirmed; countries' conduct is a test
input, not a report or an expectation.*

`quorate check charters/partnership.toml --independent-of STATE` follows what the founding charter declares that the
members rely on (article 17) to the State that is named. No State is the default, so every one that the charter names
is asked here in turn. *Not declared* is no good news: the charter does not say. What is declared is declared by the
charter and checked by nobody; only the chains are followed by the tool. This page is what the tool says: a test fails
when it says something else.

";

/// The findings on independence of a State: aspect, outcome and words.
fn findings(folder: &Folder, state: &str) -> Vec<(String, String, String)> {
    let run = folder.run(&format!("check partnership.toml --independent-of {state} --format json"));
    let told: Value = serde_json::from_str(&run.out).unwrap();
    let found =
        told["findings"].as_array().unwrap().iter().filter(|finding| finding["promise"] == "independence");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let aspect = |finding: &Value| text(&finding["of"]).split(' ').next().unwrap().to_owned();
    found.map(|finding| (aspect(finding), text(&finding["outcome"]), text(&finding["says"]))).collect()
}

fn page() -> String {
    let folder = Folder::new();
    folder.write("partnership.toml", fs::read_to_string(root().join("charters/partnership.toml")).unwrap());
    let all: Vec<_> = STATES.iter().map(|state| findings(&folder, state)).collect();
    let mut page =
        format!("{HEAD}| aspect | {} |\n|---|{}\n", STATES.join(" | "), "---|".repeat(STATES.len()));
    for (row, (aspect, _, _)) in all[0].iter().enumerate() {
        let cells: Vec<&str> = all.iter().map(|of| of[row].1.as_str()).collect();
        page.push_str(&format!("| {aspect} | {} |\n", cells.join(" | ")));
    }
    for (state, of) in STATES.iter().zip(&all) {
        for (aspect, outcome, says) in of.iter().filter(|(_, outcome, _)| outcome != "not declared") {
            page.push_str(&format!("\n- {state}, {aspect}: *{outcome}*. {says}"));
        }
    }
    page + "\n"
}

#[test]
fn the_page_on_independence_is_what_the_tool_says() {
    let (file, page) = (root().join("docs/independence.md"), page());
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), page);
    assert!(page.contains("- USA, currency: *fails*"), "{page}");
}
