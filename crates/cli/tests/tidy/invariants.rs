//! Every invariant has a row in docs/invariants.md, and every test that is named there is in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::{files, root};

/// The cells of every row that begins with an invariant's number.
fn rows() -> BTreeMap<u32, Vec<String>> {
    let text = fs::read_to_string(root().join("docs/invariants.md")).unwrap();
    let mut rows = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("| I-")) {
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        assert_eq!(cells.len(), 4, "{line}");
        let number = cells[0].trim_start_matches("I-").parse().unwrap();
        assert!(rows.insert(number, cells).is_none(), "I-{number} stands twice");
    }
    rows
}

/// What stands between single backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// The numbers in the name of a test: `f51_i_13_...`, `i1_i2_...`, `i_4_...`.
fn numbers(name: &str) -> BTreeSet<u32> {
    let words: Vec<&str> = name.split('_').collect();
    let alone = words.windows(2).filter(|pair| pair[0] == "i").filter_map(|pair| pair[1].parse().ok());
    let joined = words.iter().filter_map(|word| word.strip_prefix('i')?.parse().ok());
    alone.chain(joined).collect()
}

#[test]
fn every_invariant_is_listed_with_tests_by_its_name_that_exist() {
    let rows = rows();
    assert_eq!(rows.keys().copied().collect::<Vec<u32>>(), (1..=40).collect::<Vec<u32>>());
    let sources: BTreeMap<String, String> =
        files(&["crates"], &[".rs"]).into_iter().map(|file| (file.path, file.text)).collect();
    let mut listed = BTreeSet::new();
    for (number, cells) in &rows {
        assert!(!cells[1].is_empty() && !cells[3].is_empty(), "I-{number} says too little");
        let mut text: Option<&String> = None;
        let mut named = 0;
        for word in quoted(&cells[2]) {
            if word.ends_with(".rs") {
                text = Some(sources.get(word).unwrap_or_else(|| panic!("I-{number}: {word} is missing")));
                continue;
            }
            let text = text.unwrap_or_else(|| panic!("I-{number}: {word} is in no file"));
            assert!(text.contains(&format!("fn {word}(")), "I-{number}: {word} is not in that file");
            assert!(numbers(word).contains(number), "{word} is not by the name of I-{number}");
            listed.insert(word.to_owned());
            named += 1;
        }
        assert!(named > 0, "I-{number} has no test");
    }
    // And the other way: what is called a test of an invariant is listed.
    for (path, text) in &sources {
        for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("fn ")) {
            let name = line.split('(').next().unwrap();
            let by_number = !numbers(name).is_empty()
                && text.contains(&format!("#[test]\n{}fn {name}(", indent(text, name)));
            assert!(!by_number || listed.contains(name), "{path}: {name} is not in docs/invariants.md");
        }
    }
}

/// How far a function is indented.
fn indent<'a>(text: &'a str, name: &str) -> &'a str {
    let at = text.find(&format!("fn {name}(")).unwrap();
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    &text[line..at]
}
