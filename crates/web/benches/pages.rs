//! How long a page takes among forty members after ten thousand decisions on which all of them voted: a page of each kind that
//! links lead to, the slowest first. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

#[path = "../../records/benches/begun/mod.rs"]
mod begun;
#[path = "../tests/gallery/door.rs"]
mod door;
#[allow(dead_code, reason = "shared with the gallery")]
#[path = "../tests/gallery/html.rs"]
mod html;
#[path = "../tests/gallery/large.rs"]
mod large;
#[allow(dead_code, reason = "shared with the gallery")]
#[path = "../tests/gallery/site.rs"]
mod site;

use std::collections::BTreeMap;
use std::time::Instant;

const DECISIONS: u32 = 10_000;
const LIMIT: f64 = 20.0;
const ROUNDS: usize = 60;

fn main() {
    let began = Instant::now();
    let records = large::large(DECISIONS, large::MEMBERS);
    println!("a record of {DECISIONS} decisions: {:.1} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let site = site::Site::of(door::Still::of(records, &large::charter(), true));
    println!("its charter of {} members checked: {:.1} s", large::MEMBERS, began.elapsed().as_secs_f64());
    let mut pages = BTreeMap::new();
    site.walk(1, |path, _, answer| {
        if path.starts_with("/en/") {
            pages.insert(path.to_owned(), answer.body.len());
        }
    });
    let mut took: Vec<(f64, String, usize)> =
        pages.into_iter().map(|(path, bytes)| (p95(&site, &path), path, bytes)).collect();
    took.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (p95, path, bytes) in &took {
        println!("{path}: p95 {p95:.2} ms (to stay below: {LIMIT} ms), {bytes} bytes");
    }
    let over = took.iter().filter(|(p95, ..)| *p95 > LIMIT).count();
    println!("{over} of {} pages are above {LIMIT} ms", took.len());
}

fn p95(site: &site::Site, path: &str) -> f64 {
    // Each round asks under another address, so that the page is written each time.
    let mark = if path.contains('?') { '&' } else { '?' };
    let once = |round| {
        let path = format!("{path}{mark}~={round}");
        let began = Instant::now();
        site.ask(&path);
        began.elapsed().as_secs_f64() * 1e3
    };
    let mut took: Vec<f64> = (0..ROUNDS).map(once).collect();
    took.sort_by(f64::total_cmp);
    took[ROUNDS * 95 / 100]
}
