//! What `quorate check` finds in the charters of this project.

use std::collections::BTreeSet;
use std::fs;

use crate::quorate::{Folder, complete, root, snapshot};

const CHARTERS: [(&str, i32); 7] = [
    ("partnership", 0),
    ("treaty", 0),
    ("plain-55-65", 6),
    ("contributions-only", 6),
    ("consensus", 6),
    ("framework", 6),
    ("framework-of-three", 6),
];

fn folder() -> Folder {
    let folder = Folder::new();
    for (name, _) in CHARTERS {
        let file = format!("{name}.toml");
        folder.write(&file, fs::read_to_string(root().join("charters").join(&file)).unwrap());
    }
    folder
}

#[test]
fn what_is_found_in_each_charter() {
    let folder = folder();
    folder.write("nato.toml", fs::read_to_string(root().join("charters/models/nato.toml")).unwrap());
    let mut names = BTreeSet::from(["check-directory".to_owned()]);
    for (charter, code) in CHARTERS {
        let run = folder.run(&format!("check {charter}.toml"));
        assert_eq!(run.code, code, "{}", run.shown());
        snapshot("snapshots", &format!("check-{charter}"), &run.shown());
        names.insert(format!("check-{charter}"));
    }
    for (name, line) in [
        ("check-explained", "check partnership.toml --explain"),
        ("check-independent", "check partnership.toml --independent-of USA"),
        ("check-framework-independent", "check framework.toml --independent-of USA"),
        ("check-compatible", "check treaty.toml --compatible-with nato.toml"),
        ("check-compatible-undeclared", "check partnership.toml --compatible-with nato.toml"),
        ("check-json", "check plain-55-65.toml --format json"),
    ] {
        snapshot("snapshots", name, &folder.run(line).shown());
        names.insert(name.into());
    }
    complete("snapshots", "check", &names);
}

/// The grid of the founding question, pinned: who asks by who alone refuses.
#[test]
fn the_first_line_is_the_answer() {
    let folder = folder();
    let first =
        |charter: &str| folder.run(&format!("check {charter}.toml")).out.lines().next().unwrap().to_owned();
    assert!(first("partnership").starts_with("No single member can block, impose or hold up"));
    assert_eq!(first("plain-55-65"), "One member can block assistance: DEU, FRA or GBR, in 7 of 12 cases.");
    assert_eq!(first("contributions-only"), "One member can block assistance: FRA or GBR, in 6 of 12 cases.");
    assert_eq!(first("consensus"), "One member can block assistance: any of the 4.");
    let plain = folder.run("check plain-55-65.toml").out.replace("\n   ", " ");
    let words = "one member can block assistance to CAN: DEU. Without it those in favour have 62.3 % of population, 65 % needed";
    assert!(plain.contains(words), "{plain}");
}

#[test]
fn a_directory_is_checked_under_its_own_charter() {
    let folder = folder();
    folder.done("demo --alone --dir D");
    let run = folder.run("check partnership.toml --dir D");
    // One node keeps the record: that is what fails.
    assert_eq!(run.code, 6, "{}", run.shown());
    assert!(run.out.starts_with("nodes: one node keeps this record"), "{}", run.shown());
    // Of 3.3 billion paid in, the demo approves and pays 2.4 billion.
    assert!(
        run.out
            .replace('\u{a0}', " ")
            .contains("money: proven: approved and unpaid 0.00 USD <= cash 900 000 000.00 USD"),
        "{}",
        run.shown()
    );
    snapshot("snapshots", "check-directory", &run.shown());
    // With one treasurer less, two of three hold the office, and one of the two may be uncooperative.
    folder.done("member revoke treasurer --dir D --as GBR/root");
    let run = folder.run("check partnership.toml --dir D");
    assert_eq!(run.code, 6, "{}", run.shown());
    assert!(run.out.contains("when CAN, DEU or FRA asks"), "{}", run.shown());
}

#[test]
fn the_mend_is_checked_and_printed() {
    let folder = folder();
    let plain = fs::read_to_string(folder.path("plain-55-65.toml")).unwrap();
    let mended = folder.done("check plain-55-65.toml --apply");
    assert_eq!(
        mended,
        plain.replace("65% of participating\"", "65% of participating, or not in favour <= 1\"")
    );
    folder.write("mended.toml", &mended);
    assert!(folder.run("check mended.toml").out.starts_with("No single member can block, impose or hold up"));
    // By contributions one member adopts alone when the other large one asks: no words amend that.
    let run = folder.run("check contributions-only.toml --apply");
    assert_eq!((run.code, run.out.as_str()), (6, ""), "{}", run.shown());
    let run = folder.run("check contributions-only.toml --apply --even-if-a-minority-could-adopt");
    assert_eq!(run.code, 0, "{}", run.shown());
}

#[test]
fn what_one_member_holds_up_is_a_story_that_can_be_played() {
    let folder = folder();
    for charter in ["plain-55-65", "contributions-only", "consensus"] {
        assert_eq!(folder.run(&format!("check {charter}.toml --story {charter}.story")).code, 6);
        let told = folder.done(&format!("play {charter}.story"));
        assert!(told.contains("not adopted"), "{told}");
    }
    folder.done("check partnership.toml --story none.story");
    assert!(!folder.path("none.story").exists(), "there is nothing to tell");
}
