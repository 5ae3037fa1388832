//! How long a node takes to open a directory of 100,000 commands: stepping through all of them, and from a snapshot and the
//! blocks since.
//!
//! The limit in the same run is the first: it is what every start took without snapshots. `just bench` runs it; the folder is
//! the system's temporary directory, or `QUORATE_BENCH_DIR`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

#[path = "../tests/founding/mod.rs"]
mod founding;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use founding::{indication, representative};
use quorate_node::run::{Config, Opening, Running};
use quorate_node::{Key, KeyRing, Node};

const COMMANDS: u64 = 100_000;
const BATCH: u64 = 1_000;
/// Commands since the snapshot: almost as many as there can be before the next.
const SINCE: u64 = 9_000;

fn main() {
    let folder = std::env::var_os("QUORATE_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let scratch = tempfile::tempdir_in(folder).unwrap();
    let directory = scratch.path().join("FRA");
    let mut node = founding::begin(&directory);
    give(&mut node, 0..COMMANDS);
    drop(node);
    among(&directory);
    let (all, height) = opened(&directory, Opening::First);
    // That start has left a snapshot of what it stepped through; the commands that follow are the tail.
    let snapshot = fs::read_dir(directory.join("snapshots")).unwrap().next().unwrap().unwrap();
    let long = snapshot.metadata().unwrap().len();
    fs::remove_file(directory.join("node.toml")).unwrap();
    let mut node = Node::open(&directory).unwrap();
    give(&mut node, COMMANDS..COMMANDS + SINCE);
    drop(node);
    among(&directory);
    let (some, _) = opened(&directory, Opening::Snapshot);
    println!("opening {COMMANDS} commands in {height} blocks, all stepped through: {:.2} s", seconds(all));
    println!(
        "opening {} commands from a snapshot ({:.1} MB) and {SINCE} commands since: {:.2} s, {:.1} times as fast (to stay below 1 s)",
        COMMANDS + SINCE,
        long as f64 / 1e6,
        seconds(some),
        seconds(all) / seconds(some)
    );
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

/// Orders commands on one node.
fn give(node: &mut Node, nonces: std::ops::Range<u64>) {
    let nonces: Vec<u64> = nonces.collect();
    for batch in nonces.chunks(BATCH as usize) {
        let commands: Vec<Vec<u8>> =
            batch.iter().map(|nonce| indication(node, representative("FRA"), *nonce)).collect();
        let submitted = node.submit(&commands).unwrap();
        assert!(submitted.answers.iter().all(Result::is_ok));
    }
}

/// The directory is that of a node among nodes, of which no other runs.
fn among(directory: &Path) {
    let member = "FRA".parse().unwrap();
    let ring = KeyRing::of(directory);
    if ring.node(member).unwrap().is_none() {
        ring.keep_node(member, &Key::of_exercise_node("node tests", member)).unwrap();
    }
    Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        others: BTreeMap::new(),
        followers: BTreeMap::new(),
        operations: None,
    }
    .write(directory)
    .unwrap();
}

/// How long the node takes until it is there, and at which height.
fn opened(directory: &Path, opening: Opening) -> (Duration, u64) {
    let begun = Instant::now();
    let running = Running::begin(directory, &KeyRing::of(directory), opening).unwrap();
    let (took, height) = (begun.elapsed(), running.height());
    // It ends once it has done what it does at its start.
    running.stopper().stop();
    running.wait().unwrap();
    (took, height)
}
