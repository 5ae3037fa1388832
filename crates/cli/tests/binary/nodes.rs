//! The members' nodes as processes of their own.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::quorate::Folder;

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

/// A process that is killed at the end.
pub(crate) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().unwrap_or_default();
        self.0.wait().unwrap();
    }
}

pub(crate) fn run(folder: &Folder, members: &[&str]) -> Running {
    let directories: Vec<String> = members.iter().map(|member| format!("D/{member}")).collect();
    let mut command = folder.command(&format!("node run {}", directories.join(" ")));
    Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

/// What this says, once it says this.
pub(crate) fn until(folder: &Folder, line: &str, expected: &str) -> String {
    let begun = Instant::now();
    loop {
        let run = folder.run(line);
        if run.out.contains(expected) {
            return run.out;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{line}: no `{expected}` in {}", run.shown());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn digest(told: &str) -> &str {
    told.lines().find(|line| line.starts_with("digest")).unwrap()
}

#[test]
fn the_demo_is_the_same_among_four_nodes_of_which_one_is_killed_and_one_is_false() {
    let folder = Folder::new();
    let told = folder.done("demo --exit --dir D");
    let (story, nodes) = told.split_once("6. The nodes").unwrap();
    let alone = folder.done("demo --alone --dir A");
    assert_eq!(story.trim_end(), alone.split_once("\nThe record").unwrap().0.trim_end());
    assert!(nodes.contains("The node of CAN was killed"), "{nodes}");
    for by in ["CAN", "FRA", "GBR"] {
        assert!(nodes.contains(&format!("{by}: DEU, at height ")), "{by} does not name DEU: {nodes}");
    }
    let standings = MEMBERS.map(|member| folder.done(&format!("status --dir D/{member}")));
    for standing in &standings {
        assert_eq!(digest(standing), digest(&standings[0]));
        assert!(
            nodes.replace("\n   ", " ").contains(digest(standing).trim_start_matches("digest").trim()),
            "{nodes}"
        );
    }
}

#[test]
fn three_of_four_nodes_go_on_and_the_fourth_catches_up() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    let given = "decision table \"Call again\" --call 500000000.00 --dir D/FRA --as FRA/representative";
    let asleep = folder.run(given);
    assert_eq!(asleep.code, 1);
    assert!(asleep.err.contains("does not run"), "{}", asleep.err);
    assert!(folder.run("node status --dir D/FRA").err.contains("no node runs in D/FRA"));
    let _three = run(&folder, &["CAN", "DEU", "FRA"]);
    until(&folder, "node status --dir D/FRA", "3 of 4 nodes are up");
    assert!(folder.done(given).contains("recorded at height"));
    let standing = until(&folder, "node status --dir D/FRA", "GBR ");
    let of_gbr = standing.lines().find(|line| line.starts_with("GBR")).unwrap();
    assert!(of_gbr.contains("no link: nobody listens there"), "{of_gbr}");
    let _fourth = run(&folder, &["GBR"]);
    let there = digest(&standing).to_owned();
    until(&folder, "node status --dir D/GBR", &there);
    assert!(until(&folder, "record decisions --dir D/GBR", "Call again").contains("draft"));
    folder.done("record export --decision 1 --dir D/GBR");
    assert!(folder.done("verify decision-1.record").contains("signed by the nodes of"));
}
