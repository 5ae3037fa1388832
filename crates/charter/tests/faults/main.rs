//! The gallery of faults: every charter in `texts` is `base.toml` with one change, and each has a snapshot of what
//! a reader is told.
//!
//! To accept a change of the gallery, run the test with `INSTA_UPDATE=always` and read the difference in review.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod carets;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quorate_charter::Charter;

const BASE: &str = include_str!("base.toml");

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults").join(name)
}

/// The names of a folder's files, without what follows the name itself.
fn names(folder: &Path, before: &str, after: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    files.filter_map(|file| Some(file.strip_prefix(before)?.strip_suffix(after)?.to_owned())).collect()
}

fn text(name: &str) -> String {
    fs::read_to_string(folder("texts").join(name).with_extension("toml")).unwrap()
}

#[test]
fn the_base_is_a_charter() {
    assert!(Charter::read(BASE).is_ok());
}

#[test]
fn every_charter_of_the_gallery_has_its_faults() {
    for name in names(&folder("texts"), "", ".toml") {
        let text = text(&name);
        let faults = Charter::read(&text).expect_err(&name);
        let drawn: Vec<String> = faults.iter().map(|fault| carets::draw(&text, fault)).collect();
        insta::assert_snapshot!(name, drawn.join("\n"));
    }
}

#[test]
fn every_snapshot_is_of_a_charter_in_the_gallery() {
    let texts = names(&folder("texts"), "", ".toml");
    assert_eq!(names(&folder("snapshots"), "faults__", ".snap"), texts);
}

#[test]
fn every_charter_of_the_gallery_is_the_base_with_one_change() {
    for name in names(&folder("texts"), "", ".toml") {
        let text = text(&name);
        let same = |(a, b): &(&str, &str)| a == b;
        let before = BASE.lines().zip(text.lines()).take_while(same).count();
        let after = BASE.lines().rev().zip(text.lines().rev()).take_while(same).count();
        let changed = text.lines().count().saturating_sub(before).saturating_sub(after);
        assert!(text != BASE && changed <= 10, "{name}: {changed} lines differ");
    }
}
