//! Our four nodes against four of the bare engine (`peers/bare-engine`), as processes on loopback, by one generator in one run.
//!
//! Both orders run at once and are measured in turns; the medians of the rounds are told, with their ratio and what it is to
//! be. `just against-engine` runs it; `rounds=N`, `batch=COMMANDS`, `behind=COMMANDS` and `more=COMMANDS`
//! change how much. The folder is the
//! system's temporary directory, or `QUORATE_BENCH_DIR`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark")]
#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

mod bare;
mod measure;
mod ours;
mod process;
mod side;
mod table;

use std::path::PathBuf;
use std::time::Duration;

use bare::Bare;
use measure::{Latencies, each, idle, saturated, steady};
use ours::Ours;
use side::Side;
use table::{Bound, Table};

/// The node that is killed, and the one that is asked.
const KILLED: usize = 1;
const ASKED: usize = 2;
const ALONE: u64 = 40;

/// What can be set: `name=number`.
fn set(name: &str, otherwise: u64) -> u64 {
    let given =
        std::env::args().find_map(|word| Some(word.strip_prefix(name)?.strip_prefix('=')?.to_owned()));
    given.map_or(otherwise, |given| given.parse().expect("a number"))
}

fn main() {
    let folder = std::env::var_os("QUORATE_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let scratch = tempfile::tempdir_in(folder).unwrap();
    let mut ours = Ours::begin(&scratch.path().join("ours"));
    let mut bare = Bare::begin(&scratch.path().join("bare"));
    let mut table = Table::default();
    println!("a command of ours has {} bytes, one of the bare engine's {}", ours.long(), bare.long());
    let load = std::fs::read_to_string("/proc/loadavg").unwrap();
    println!("load of the machine before: {}", load.trim());

    healthy(&mut ours, &mut bare, &mut table);
    resting(&ours, &bare, &mut table);
    one_dead(&mut ours, &mut bare, &mut table);
    drop(bare);
    behind(&mut ours, &mut table);
    more(&mut ours, &mut table);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap();
    println!("load of the machine after: {}\n{table}", load.trim());
}

/// All four are there: as many commands as there can be, and one at a time.
fn healthy(ours: &mut Ours, bare: &mut Bare, table: &mut Table) {
    let (mut rates, mut waits) = (Vec::new(), Vec::new());
    for round in 1..=set("rounds", 5) {
        let wait: [Latencies; 2] = [each(ours, ASKED, ALONE), each(bare, ASKED, ALONE)];
        let rate = [saturated(ours), saturated(bare)];
        println!(
            "round {round}: one at a time p50 {:.1} and {:.1} ms; saturated {:.0} and {:.0} commands/s",
            wait[0].p50, wait[1].p50, rate[0].0, rate[1].0
        );
        rates.push(rate);
        waits.push(wait);
    }
    let rate = [0, 1].map(|side| median(rates.iter().map(|rate| rate[side].0)));
    table.row("saturated, commands/s", rate, Bound::AtLeast(0.6));
    let spent = [0, 1].map(|side| median(rates.iter().map(|rate| rate[side].1)));
    table.row("all nodes' work on one, us of a core", spent, Bound::None);
    let p50 = [0, 1].map(|side| median(waits.iter().map(|wait| wait[side].p50)));
    table.row("one at a time, p50 in ms", p50, Bound::AtMost(2.0));
    let p90 = [0, 1].map(|side| median(waits.iter().map(|wait| wait[side].p90)));
    table.row("one at a time, p90 in ms", p90, Bound::None);
}

/// Nobody gives anything.
fn resting(ours: &Ours, bare: &Bare, table: &mut Table) {
    let [ours, bare] = idle([ours, bare], Duration::from_secs(set("idle", 20)));
    println!("idle, each node: {ours:.2?} and {bare:.2?} % of a core");
    let most = |shares: &[f64]| shares.iter().copied().fold(0.0, f64::max);
    table.row("idle, % of a core, the busiest node", [most(&ours), most(&bare)], Bound::OursBelow(3.0));
}

/// One of four is killed: commands come at a steady rate, whether or not those before were answered.
fn one_dead(ours: &mut Ours, bare: &mut Bare, table: &mut Table) {
    let well = [steady(ours, ASKED, 20), steady(bare, ASKED, 20)];
    table.row("ten a second, p50 in ms", [well[0].p50, well[1].p50], Bound::None);
    ours.kill(KILLED);
    bare.kill(KILLED);
    let hurt = [steady(ours, ASKED, 30), steady(bare, ASKED, 30)];
    table.row("ten a second, one dead, p50 in ms", [hurt[0].p50, hurt[1].p50], Bound::None);
    table.row("ten a second, one dead, p90 in ms", [hurt[0].p90, hurt[1].p90], Bound::None);
    let times = [0, 1].map(|side| hurt[side].p50 / well[side].p50);
    table.row("one dead, p50 as times healthy", times, Bound::OursAtMost(3.0));
    ours.start(KILLED);
    let returned = std::time::Instant::now();
    let mut well_again = None;
    while returned.elapsed() < Duration::from_secs(20) {
        let since = returned.elapsed().as_secs_f64();
        let is_well = steady(ours, ASKED, 1).p50 <= 2.0 * well[0].p50;
        well_again = well_again.filter(|_| is_well).or(is_well.then_some(since));
    }
    let well_again = well_again.unwrap_or(f64::INFINITY);
    table.alone("healthy again after its return, s", well_again, Bound::OursAtMost(10.0));
}

/// One of four misses many commands.
fn behind(ours: &mut Ours, table: &mut Table) {
    ours.kill(KILLED);
    let (many, mut given) = (set("behind", 100_000), 0);
    let before = ours.ordered();
    while given < many {
        given += measure::give_to_all(ours);
    }
    let height = ours.reached(ASKED).expect("it runs");
    ours.start(KILLED);
    let returned = std::time::Instant::now();
    while ours.reached(KILLED).is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let read = returned.elapsed().as_secs_f64();
    while ours.reached(KILLED).is_none_or(|reached| reached < height) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let took = returned.elapsed().as_secs_f64();
    println!(
        "{given} commands behind: caught up after {took:.1} s, of which {read:.1} s to read its own {before}"
    );
    table.alone(&format!("catching up {given} commands, s"), took, Bound::OursAtMost(60.0));
}

/// What a node holds after very many commands; by default none more.
fn more(ours: &mut Ours, table: &mut Table) {
    let many = set("more", 0);
    while ours.ordered() < many {
        measure::give_to_all(ours);
    }
    let held = ours.resident(ASKED) as f64 / 1024.0;
    table.alone(&format!("memory after {} commands, MiB", ours.ordered()), held, Bound::None);
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
