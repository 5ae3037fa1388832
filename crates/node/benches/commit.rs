//! How near the store's group commit comes to appending the same bytes to a bare file and forcing them to the
//! disk.
//!
//! Both sides run in turns on the same disk; the median of the rounds is told. `just bench` runs it. The folder
//! is the system's temporary directory, or `QUORATE_BENCH_DIR`.
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

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use founding::{genesis, indication, representative};
use quorate_node::{Node, Store};
use quorate_partnership::{Block, Moment, Nature, Partnership, Signed};

const ROUNDS: usize = 60;

fn main() {
    let folder = std::env::var_os("QUORATE_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let scratch = tempfile::tempdir_in(folder).unwrap();
    println!(
        "group commit against raw append + fdatasync of the same bytes (to reach: 50 % at batches of 1 to 100)"
    );
    for batch in [1, 10, 100, 1_000] {
        one(scratch.path(), batch);
    }
}

fn one(scratch: &Path, batch: u64) {
    let blocks = blocks(scratch, batch);
    let directory = scratch.join(format!("store-{batch}"));
    let mut store = Store::create(&directory, &genesis(Nature::Rehearsal { rate: 0 })).unwrap();
    let mut raw = File::create(scratch.join(format!("raw-{batch}"))).unwrap();
    let (mut kept, mut bare) = (Vec::new(), Vec::new());
    for block in &blocks {
        kept.push(timed(|| {
            store.append(block).unwrap();
            store.acknowledge(block).unwrap();
        }));
        bare.push(timed(|| {
            raw.write_all(block.bytes()).unwrap();
            raw.sync_data().unwrap();
        }));
    }
    let (kept, bare) = (median(&mut kept), median(&mut bare));
    println!(
        "batch {batch:>4}: {:>7.0} commands/s, raw {:>7.0} commands/s, {:>5.1} % of raw ({:.0} us and {:.0} us a commit)",
        batch as f64 / kept.as_secs_f64(),
        batch as f64 / bare.as_secs_f64(),
        100.0 * bare.as_secs_f64() / kept.as_secs_f64(),
        kept.as_secs_f64() * 1e6,
        bare.as_secs_f64() * 1e6,
    );
}

/// Blocks of real signed commands, each on top of the one before.
fn blocks(scratch: &Path, batch: u64) -> Vec<Block> {
    let node: Node = founding::begin(&scratch.join(format!("node-{batch}")));
    let partnership = Partnership::begin(&genesis(Nature::Rehearsal { rate: 0 })).unwrap();
    let (mut tip, id) = (partnership.tip(), partnership.id());
    let mut blocks = Vec::new();
    for height in 1..=ROUNDS as u64 {
        let commands: Vec<Signed> = (0..batch)
            .map(|part| {
                Signed::read(&indication(&node, representative("FRA"), height * batch + part), &id).unwrap()
            })
            .collect();
        let block = Block::new(height, tip, partnership.extent(), Moment(height), commands).unwrap();
        tip = block.id();
        blocks.push(block);
    }
    blocks
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

fn median(values: &mut [Duration]) -> Duration {
    values.sort();
    values[values.len() / 2]
}
