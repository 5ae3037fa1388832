//! `quorate simulate`.

use crate::quorate::{Folder, snapshot};

#[test]
fn a_run_is_told_and_is_the_same_each_time() {
    let folder = Folder::new();
    let told = folder.done("simulate --seed 7 --seconds 20");
    snapshot("snapshots", "simulate", &told);
    assert_eq!(told, folder.done("simulate --seed 7 --seconds 20"));
    assert_ne!(told, folder.done("simulate --seed 8 --seconds 20"));
}

#[test]
fn with_too_many_false_nodes_it_says_what_broke() {
    let folder = Folder::new();
    let output = folder.run("simulate --seed 1 --seconds 20 --liars 3");
    assert_eq!(output.code, 6, "{}", output.err);
    assert!(output.err.contains("seed 1, after"), "{}", output.err);
}
