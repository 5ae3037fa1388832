//! What the README shows is what the program prints.

use crate::quorate::Folder;

const README: &str = include_str!("../../../../README.md");

/// The lines of the README's extract from the demo.
fn extract() -> Vec<&'static str> {
    let blocks = README.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
    let demo = blocks.into_iter().find(|block| block.contains("2. The question")).unwrap();
    demo.lines().map(str::trim_end).filter(|line| !line.is_empty() && line.trim() != "...").collect()
}

#[test]
fn the_extract_is_from_the_demo() {
    // Amounts are kept whole by spaces at which no line is broken.
    let told = Folder::new().done("demo").replace('\u{a0}', " ");
    let lines: Vec<&str> = told.lines().map(str::trim_end).collect();
    let extract = extract();
    assert!(extract.len() > 8, "the README shows {} lines", extract.len());
    for line in extract {
        assert!(lines.contains(&line), "the README shows what the demo does not print: {line}");
    }
}
