//! A node that is killed at any moment opens again with everything that it acknowledged, in order, and answers
//! the same to what is submitted again.
//!
//! This test starts itself as a second process: with `QUORATE_WRITES_TO` set it writes without end and prints
//! what was acknowledged; the first process kills it and looks at what is left.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test")]

mod founding;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use founding::{indication, representative};
use quorate_node::Node;

const WRITES_TO: &str = "QUORATE_WRITES_TO";
/// More kills are a matter of patience: `QUORATE_KILLS=500 cargo test -p quorate-node --test survival`.
const KILLS: u64 = 40;
/// Kills to one directory.
const ROUND: u64 = 20;

#[test]
fn a_writer_until_it_is_killed() {
    let Ok(directory) = std::env::var(WRITES_TO) else { return };
    let mut node = Node::open(Path::new(&directory)).unwrap();
    let first = node.records().height();
    for nonce in first.. {
        let batch: Vec<Vec<u8>> =
            (0..3).map(|part| indication(&node, representative("FRA"), nonce * 3 + part)).collect();
        let submitted = node.submit(&batch).unwrap();
        let mut out = std::io::stdout().lock();
        for (bytes, answer) in batch.iter().zip(submitted.answers) {
            let answer = answer.unwrap();
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            writeln!(out, "acknowledged {} {} {hex}", answer.height, answer.position).unwrap();
        }
        out.flush().unwrap();
    }
}

/// I-11: after a crash at any moment the record is whole: what was acknowledged is there, in its place.
#[test]
fn i_11_nothing_acknowledged_is_lost_by_a_kill() {
    let kills = std::env::var("QUORATE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut written = 0;
    // Opening steps through everything there is, so a new directory now and then keeps many kills quick.
    for round in 0..kills.div_ceil(ROUND) {
        written += one_directory(ROUND.min(kills - round * ROUND));
    }
    assert!(written > usize::try_from(kills).unwrap(), "the writers wrote: {written}");
}

/// Kills writers to one directory, one after the other; gives how many commands they acknowledged.
fn one_directory(kills: u64) -> usize {
    let scratch = tempfile::tempdir().unwrap();
    let directory = scratch.path().join("partnership");
    drop(founding::begin(&directory));
    let mut last = 0;
    let mut written = 0;
    for kill in 0..kills {
        let acknowledged = write_and_kill(&directory, Duration::from_micros(1_500 * kill + 200));
        let mut node = Node::open(&directory).expect("it opens after every kill");
        let submissions: Vec<Vec<u8>> = acknowledged.iter().map(|(_, _, bytes)| bytes.clone()).collect();
        let height = node.records().height();
        let again = node.submit(&submissions).unwrap();
        for ((height, position, _), answer) in acknowledged.iter().zip(again.answers) {
            let answer = answer.expect("what was acknowledged is known");
            assert_eq!((answer.height, answer.position), (*height, *position), "the same answer as before");
        }
        assert_eq!(node.records().height(), height, "nothing was ordered twice");
        last = acknowledged.last().map_or(last, |(height, _, _)| *height);
        assert!(height >= last, "height {height} after {last} was acknowledged");
        written += acknowledged.len();
    }
    written
}

/// Starts a writer, kills it some time after its first word, and gives what it acknowledged.
fn write_and_kill(directory: &Path, after: Duration) -> Vec<(u64, u32, Vec<u8>)> {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_writer_until_it_is_killed", "--nocapture", "--test-threads=1"])
        .env(WRITES_TO, directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut heard: Vec<String> = Vec::new();
    while let Some(Ok(line)) = lines.next() {
        let first = line.contains("acknowledged");
        heard.push(line);
        if first {
            break;
        }
    }
    std::thread::sleep(after);
    writer.kill().unwrap();
    heard.extend(lines.map_while(Result::ok));
    writer.wait().unwrap();
    heard.iter().filter_map(|line| told(line)).collect()
}

/// A whole line of the writer; one that the kill cut short tells nothing.
fn told(line: &str) -> Option<(u64, u32, Vec<u8>)> {
    let (_, rest) = line.split_once("acknowledged ")?;
    let mut words = rest.split(' ');
    let (height, position, hex) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?);
    let bytes: Option<Vec<u8>> =
        (0..hex.len() / 2).map(|at| u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()).collect();
    bytes.filter(|bytes| bytes.len() > 100 && hex.len() % 2 == 0).map(|bytes| (height, position, bytes))
}
