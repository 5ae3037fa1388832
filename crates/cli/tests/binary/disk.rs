//! Nodes as processes, on disks that say no.

use std::process::{Command, Stdio};

use crate::nodes::{run, until};
use crate::quorate::Folder;

/// A system that lets no file grow beyond what the node's rows have now is a disk without room.
#[test]
fn a_node_without_room_stops_with_file_and_place_while_three_go_on_and_comes_back_with_room() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    let _three = run(&folder, &["CAN", "DEU", "GBR"]);
    let long = std::fs::metadata(folder.path("D/FRA/blocks.redb")).unwrap().len();
    let binary = env!("CARGO_BIN_EXE_quorate");
    let line = format!("trap '' XFSZ; ulimit -f {}; exec '{binary}' node run D/FRA", long / 1024);
    let mut full = Command::new("sh");
    full.args(["-c", &line]).current_dir(folder.path("")).stdout(Stdio::null()).stderr(Stdio::piped());
    let full = full.spawn().unwrap();
    until(&folder, "node status --dir D/CAN", "4 of 4 nodes are up");
    let given = "decision table \"Call again\" --call 500000000.00 --dir D/CAN --as CAN/representative";
    assert!(folder.done(given).contains("recorded at height"));
    let ended = full.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    // Without the frame around lines that are too long for a screen.
    let words = said.split_whitespace().filter(|word| *word != "│");
    let said = words.collect::<Vec<_>>().join(" ");
    assert_eq!(ended.status.code(), Some(1), "{said}");
    let stopped = said.split("the node has stopped: ").nth(1).unwrap_or_else(|| panic!("{said}"));
    assert!(stopped.contains("D/FRA/blocks.redb cannot be written at"), "{stopped}");
    assert!(stopped.contains("block ") && stopped.contains("File too large"), "{stopped}");
    assert!(folder.done(&given.replace("again", "once more")).contains("recorded at height"));
    let standing = until(&folder, "node status --dir D/CAN", "3 of 4 nodes are up");
    let there = standing.lines().find(|line| line.starts_with("digest")).unwrap();
    let _fourth = run(&folder, &["FRA"]);
    until(&folder, "node status --dir D/FRA", there);
}
