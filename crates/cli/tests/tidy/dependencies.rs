//! Who may import whom, and what no pure crate contains.

use super::files;

/// Each crate and the crates of ours that it may import. A manifest that disagrees fails.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("voting", &[]),
    ("ledger", &[]),
    ("charter", &["voting", "ledger"]),
    ("partnership", &["charter", "voting", "ledger"]),
    ("records", &["charter", "voting", "ledger", "partnership"]),
    ("foresight", &["charter", "voting", "ledger", "partnership", "records"]),
    ("node", &["charter", "voting", "ledger", "partnership", "records"]),
    ("vault", &["charter", "partnership"]),
    ("prove", &["vault"]),
    ("carrier", &[]),
    ("web", &["charter", "voting", "ledger", "partnership", "records", "foresight"]),
    (
        "cli",
        &[
            "charter",
            "voting",
            "ledger",
            "partnership",
            "records",
            "foresight",
            "node",
            "vault",
            "carrier",
            "web",
        ],
    ),
];

/// No I/O, no clock, no chance, no std.
const PURE: &[&str] = &["voting", "ledger", "charter", "partnership", "records", "foresight"];

fn krate(path: &str) -> &str {
    path.split('/').nth(1).unwrap()
}

#[test]
fn crates_import_only_what_they_may() {
    let manifests = files(&["crates"], &["Cargo.toml"]);
    assert_eq!(manifests.len(), MAY_IMPORT.len(), "every crate stands in the table");
    for manifest in manifests {
        let name = krate(&manifest.path);
        let (_, may) =
            MAY_IMPORT.iter().find(|(listed, _)| *listed == name).expect("the crate stands in the table");
        let dependencies = manifest.text.split("[dev-dependencies]").next().unwrap();
        for line in dependencies.lines().filter(|line| line.starts_with("quorate-")) {
            let imported = line.trim_start_matches("quorate-").split(['.', ' ', '=']).next().unwrap();
            assert!(may.contains(&imported), "{name} may not import {imported}");
        }
    }
}

#[test]
fn pure_crates_are_pure() {
    let forbidden = [
        "extern crate std",
        "std::",
        "async ",
        "println!",
        "HashMap",
        "HashSet",
        "SystemTime",
        "getrandom",
        "tracing::",
        "log::",
    ];
    for file in files(&["crates"], &[".rs"]) {
        if !PURE.contains(&krate(&file.path)) || file.is_test() || !file.path.contains("/src/") {
            continue;
        }
        let code: String =
            file.without_tests().lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for word in forbidden {
            assert!(!code.contains(word), "{}: `{word}` in a pure crate", file.path);
        }
        if file.path.ends_with("src/lib.rs") {
            assert!(file.text.contains("#![no_std]"), "{}: a pure crate is no_std", file.path);
        }
    }
}

#[test]
fn nothing_that_decides_uses_floats() {
    for file in files(&["crates"], &[".rs"]) {
        if file.is_test() || !file.path.contains("/src/") {
            continue;
        }
        for word in ["f32", "f64"] {
            let code = file.without_tests().lines().filter(|line| !line.trim_start().starts_with("//"));
            let uses =
                code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).any(|part| part == word);
            assert!(!uses, "{}: `{word}` where exact integers decide", file.path);
        }
    }
}

/// `records` arranges what happened; it never holds the thing that decides.
#[test]
fn records_do_not_know_the_type_partnership() {
    for file in files(&["crates/records"], &[".rs"]) {
        if file.is_test() {
            continue;
        }
        let code = file.without_tests().lines().filter(|line| !line.trim_start().starts_with("//"));
        let named = code
            .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
            .any(|part| part == "Partnership");
        assert!(!named, "{} names the type `Partnership`", file.path);
    }
}

#[test]
fn only_one_file_reads_a_clock() {
    for file in files(&["crates"], &[".rs"]) {
        let reads = file.without_tests().contains("SystemTime::now");
        let allowed = file.path == "crates/node/src/clock.rs" || file.path.contains("/tests/tidy/");
        assert!(!reads || allowed, "{} reads a clock", file.path);
    }
}
