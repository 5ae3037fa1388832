//! Four nodes on loopback, each with links, a disk and a door of its own: how long a command takes, how many fit, what it
//! costs when one of four is dead, and how long the fourth takes to catch up.
//!
//! The limit in the same run is the disk: a block is forced by each node at least four times on its way (two votes, the
//! proposal, the block). `just bench` runs it; the folder is the system's temporary directory, or `QUORATE_BENCH_DIR`.
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
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use founding::{genesis, indication, key, post, representative};
use quorate_charter::Office;
use quorate_node::links::free_addresses;
use quorate_node::run::{Client, Config, Opening, Running, Stopper};
use quorate_node::{Key, KeyRing, Node, Signer as _};
use quorate_partnership::{Moment, Nature, members};

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const ALONE: usize = 60;
const BATCH: u64 = 2_000;
const BATCHES: u64 = 10;

type Up = Vec<(Stopper, std::thread::JoinHandle<()>)>;

fn main() {
    let folder = std::env::var_os("QUORATE_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let scratch = tempfile::tempdir_in(folder).unwrap();
    begin(scratch.path());
    let at = |member: &str| scratch.path().join(member);
    let mut up: Up = MEMBERS.iter().map(|member| run(&at(member))).collect();
    wait_for_links(&at("FRA"), 3);
    accredit(&at("FRA"));
    let force = forced(scratch.path());
    println!("forcing 250 bytes to this disk: {:.2} ms", millis(force));

    let mut nonce = 0;
    let (healthy, slow) = each(&at("FRA"), &mut nonce, ALONE);
    println!(
        "four of four, one command at a time: p50 {:.1} ms, p90 {:.1} ms to height and position; the p50 is {:.1} times four forcings",
        millis(healthy),
        millis(slow),
        healthy.as_secs_f64() / (4.0 * force.as_secs_f64())
    );
    let rate = saturated(&at("FRA"), &mut nonce);
    println!(
        "four of four, {BATCH} commands at once: {rate:.0} commands/s ordered by four nodes on this machine"
    );

    let (stopper, ended) = up.remove(1);
    stopper.stop();
    ended.join().unwrap();
    let (one_dead, slow) = each(&at("FRA"), &mut nonce, ALONE);
    println!(
        "three of four: p50 {:.1} ms, p90 {:.1} ms; the p50 is {:.1} times healthy (to stay below: 3)",
        millis(one_dead),
        millis(slow),
        one_dead.as_secs_f64() / healthy.as_secs_f64()
    );
    saturated(&at("FRA"), &mut nonce);
    let behind = Client::connect(&at("FRA")).unwrap().standing().unwrap().height;
    let begun = Instant::now();
    up.push(run(&at("DEU")));
    let deu = Client::connect(&at("DEU")).unwrap();
    while deu.standing().unwrap().height < behind {
        sleep(Duration::from_millis(5));
    }
    println!(
        "the fourth, {} commands behind, has caught up {:.2} s after its start, reading of its own {} commands included",
        BATCH * BATCHES + ALONE as u64,
        begun.elapsed().as_secs_f64(),
        BATCH * BATCHES + ALONE as u64,
    );
    for (stopper, ended) in up {
        stopper.stop();
        ended.join().unwrap();
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn begin(scratch: &Path) {
    let free = free_addresses(MEMBERS.len()).unwrap();
    let places: BTreeMap<&str, _> = MEMBERS.into_iter().zip(free).collect();
    for member in MEMBERS {
        let directory = scratch.join(member);
        drop(Node::create(&directory, &genesis(Nature::Rehearsal { rate: 0 })).unwrap());
        let code = member.parse().unwrap();
        KeyRing::of(&directory).keep_node(code, &Key::of_exercise_node("node tests", code)).unwrap();
        let others = places.iter().filter(|(other, _)| **other != member);
        let others = others.map(|(other, place)| (other.parse().unwrap(), place.to_string())).collect();
        Config { listen: places[member], others, followers: BTreeMap::new(), operations: None }
            .write(&directory)
            .unwrap();
    }
}

fn run(directory: &Path) -> (Stopper, std::thread::JoinHandle<()>) {
    let running = Running::begin(directory, &KeyRing::of(directory), Opening::Snapshot).unwrap();
    (running.stopper(), std::thread::spawn(move || running.wait().unwrap()))
}

fn wait_for_links(directory: &Path, count: usize) {
    let client = Client::connect(directory).unwrap();
    while client.standing().unwrap().nodes.iter().filter(|node| !node.is_self && node.is_linked).count()
        < count
    {
        sleep(Duration::from_millis(10));
    }
}

fn accredit(directory: &Path) {
    let mut node = Node::open(directory).unwrap();
    let root = post("FRA", Office::Root);
    let (from, until) = (node.moment(), Moment(node.moment().0 + 365 * 24 * 60 * 60 * 1000));
    let key_of = key(representative("FRA")).public();
    let accredit = members::Accredit { key: key_of, office: Office::Representative, from, until };
    let command = members::Command::Accredit(accredit).into();
    let expires = Moment(node.moment().0 + 24 * 60 * 60 * 1000);
    let signed = key(root).sign_command(node.basis(), root, expires, 0, command).unwrap();
    assert!(node.submit(&[signed]).unwrap().answers[0].as_ref().unwrap().refusal.is_none());
}

/// The median and the 90th percentile of the time from giving a command to hearing where it stands.
fn each(directory: &Path, nonce: &mut u64, times: usize) -> (Duration, Duration) {
    let node = Node::open(directory).unwrap();
    let client = Client::connect(directory).unwrap();
    let mut took: Vec<Duration> = (0..times)
        .map(|_| {
            *nonce += 1;
            let signed = indication(&node, representative("FRA"), *nonce);
            let begun = Instant::now();
            client.submit(&[signed]).unwrap();
            begun.elapsed()
        })
        .collect();
    took.sort();
    (took[times / 2], took[times * 9 / 10])
}

/// Commands a second, given many at once; signing them is not counted.
fn saturated(directory: &Path, nonce: &mut u64) -> f64 {
    let node = Node::open(directory).unwrap();
    let client = Client::connect(directory).unwrap();
    let batches: Vec<Vec<Vec<u8>>> = (0..BATCHES)
        .map(|_| {
            let next = || {
                *nonce += 1;
                indication(&node, representative("FRA"), *nonce)
            };
            std::iter::repeat_with(next).take(BATCH as usize).collect()
        })
        .collect();
    let begun = Instant::now();
    for batch in &batches {
        assert_eq!(client.submit(batch).unwrap().len(), batch.len());
    }
    (BATCH * BATCHES) as f64 / begun.elapsed().as_secs_f64()
}

/// The median time of forcing a command's bytes to the disk.
fn forced(scratch: &Path) -> Duration {
    let mut file = File::create(scratch.join("raw")).unwrap();
    let mut took: Vec<Duration> = (0..ALONE)
        .map(|_| {
            let begun = Instant::now();
            file.write_all(&[7; 250]).unwrap();
            file.sync_data().unwrap();
            begun.elapsed()
        })
        .collect();
    took.sort();
    took[ALONE / 2]
}
