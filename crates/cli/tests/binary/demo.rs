//! The demo, and every register of what it leaves behind.

use std::collections::BTreeSet;

use crate::quorate::{Folder, Run, complete, snapshot};

#[test]
fn the_demo_tells_the_founding_story() {
    let folder = Folder::new();
    snapshot("snapshots", "demo", &folder.done("demo --alone --dir D"));
    snapshot("snapshots", "status", &folder.done("status --dir D"));
}

#[test]
fn the_demo_makes_a_new_directory_if_none_is_named() {
    let folder = Folder::new();
    let told = folder.done("demo --alone");
    let line = told.lines().find(|line| line.starts_with("It is in ")).unwrap();
    let directory = line.trim_start_matches("It is in ").split(',').next().unwrap();
    assert!(directory.contains("quorate-"), "{directory}");
    assert!(folder.done(&format!("status --dir {directory}")).contains("books        balanced"));
}

#[test]
fn every_register_in_every_format() {
    let folder = Folder::after_demo();
    let registers = folder.done("record");
    let mut names = BTreeSet::from(["record".to_owned()]);
    snapshot("snapshots", "record", &registers);
    for register in registers.lines().filter_map(|line| line.split_whitespace().next()) {
        for format in ["table", "json", "csv"] {
            let name = format!("record-{register}-{format}");
            let text = folder.done(&format!("record {register} --format {format} --dir D"));
            snapshot("snapshots", &name, &text);
            names.insert(name);
        }
        let table = folder.done(&format!("record {register} --dir D"));
        assert_eq!(table, folder.done(&format!("record {register} --format table --dir D")));
    }
    complete("snapshots", "record", &names);
}

#[test]
fn a_seed_plays_the_same_again_and_seeds_play_differently() {
    let digest = |seed: &str| {
        let told = Folder::new().done(&format!("demo --alone --seed {seed} --dir D"));
        told.lines().find(|line| line.starts_with("The record: ")).unwrap().to_owned()
    };
    assert_eq!(digest("3"), digest("3"));
    assert_eq!(digest("3"), digest("27"), "there are 24 casts, and then they begin again");
    assert_ne!(digest("3"), digest("4"));
}

#[test]
fn the_last_seed_is_played_too() {
    Folder::new().done(&format!("demo --alone --seed {} --dir D", u64::MAX));
}

#[test]
fn all_casts_end_with_the_books_balanced() {
    let told = Folder::new().done("demo --all");
    let casts: Vec<&str> = told.lines().filter(|line| line.starts_with("seed")).collect();
    assert!(casts.iter().all(|line| line.ends_with("books balanced")), "{told}");
    let different: BTreeSet<&str> =
        casts.iter().filter_map(|line| line.split_once(": ")).map(|(_, cast)| cast).collect();
    assert_eq!((casts.len(), different.len()), (24, 24));
    snapshot("snapshots", "demo-all", &told);
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_takes_nothing_is_an_error_and_a_reader_that_goes_away_is_none() {
    use std::process::Stdio;
    let folder = Folder::after_demo();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let line = "record journal --dir D";
    let run = Run::of(line, &folder.command(line).stdout(full).output().unwrap());
    assert_eq!(run.code, 1);
    assert!(run.err.contains("the standard output"), "{}", run.err);
    let mut child = folder.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let run = Run::of(line, &child.wait_with_output().unwrap());
    assert_eq!(run.err, "");
}
