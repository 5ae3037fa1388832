//! What the README shows is what the program prints.

use crate::quorate::{Folder, root};

const README: &str = include_str!("../../../../README.md");

/// The lines of the README's extract in which this stands.
fn extract(of: &str) -> Vec<&'static str> {
    let blocks = README.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
    let block = blocks.into_iter().find(|block| block.contains(of)).unwrap();
    block.lines().map(str::trim_end).filter(|line| !line.is_empty() && line.trim() != "...").collect()
}

#[test]
fn the_extract_is_from_the_demo() {
    // Amounts are kept whole by spaces at which no line is broken.
    let told = Folder::new().done("demo --exit").replace('\u{a0}', " ");
    let lines: Vec<&str> = told.lines().map(str::trim_end).collect();
    let extract = extract("2. The question");
    assert!(extract.len() > 8, "the README shows {} lines", extract.len());
    for line in extract {
        assert!(lines.contains(&line), "the README shows what the demo does not print: {line}");
    }
}

#[test]
fn the_extract_is_from_the_checks() {
    let folder = Folder::new();
    let mut told = String::new();
    let extract = extract("quorate check");
    for line in &extract {
        if let Some(command) = line.strip_prefix("$ quorate ") {
            told = folder.run(&command.replace("charters", root().join("charters").to_str().unwrap())).out;
        } else {
            assert!(
                told.lines().any(|said| said.trim_end() == *line),
                "the README shows what check does not: {line}"
            );
        }
    }
    assert!(extract.len() > 7, "the README shows {} lines", extract.len());
}

#[test]
fn the_extract_is_from_the_fund() {
    let folder = Folder::new();
    let story = root().join("stories/default-and-step-up.story");
    folder.done(&format!("play {} --dir F", story.display()));
    let told = folder.done("fund liquidity --default DEU --dir F").replace('\u{a0}', " ");
    let extract = extract("quorate fund liquidity");
    for line in extract.iter().filter(|line| !line.starts_with('$')) {
        assert!(
            told.lines().any(|said| said.trim_end() == *line),
            "the README shows what is not told: {line}"
        );
    }
    assert!(extract.len() > 3, "the README shows {} lines", extract.len());
}
