//! How long all findings on a charter take: of the founding charter, and of one with 36 members. `just bench` runs it.
//!
//! Members and populations are those of `data/members.csv`, copied from the project's reference data: World Bank
//! SP.POP.TOTL 2024.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::fmt::Write;
use std::time::Instant;

use quorate_charter::Charter;
use quorate_foresight::Assurance;

const FOUNDING: &str = include_str!("../../../charters/partnership.toml");
const MEMBERS: &str = include_str!("data/members.csv");

fn main() {
    told("the founding charter, 4 members", FOUNDING, 5, 1.0);
    told("the same with 36 members", &of_36(), 1, 10.0);
}

/// All findings, so many times; the median against the limit.
fn told(what: &str, text: &str, rounds: usize, limit: f64) {
    let charter = Charter::read(text).unwrap();
    let mut took: Vec<f64> = (0..rounds).map(|_| once(&charter, text)).collect();
    took.sort_by(f64::total_cmp);
    let median = took[rounds / 2];
    println!(
        "check, {what}: {median:.3} s (to stay below: {limit} s; {:.1} % of it)",
        100.0 * median / limit
    );
}

fn once(charter: &Charter, text: &str) -> f64 {
    let started = Instant::now();
    let assurance =
        Assurance::of(charter).rehearsed(charter, text).independent_of(Some(charter), "USA".parse().unwrap());
    let took = started.elapsed().as_secs_f64();
    assert!(assurance.findings().len() > 20);
    took
}

/// The founding charter with the members of the table.
fn of_36() -> String {
    let rows: Vec<Vec<&str>> = MEMBERS.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let (mut members, mut weights) = (String::new(), Vec::new());
    for row in &rows {
        write!(members, "[member.{}]\nname = {{ en = \"{}\", fr = \"{}\" }}\n", row[1], row[2], row[3])
            .unwrap();
        weights.push(format!("{} = {}", row[1], row[4]));
    }
    let (before, rest) = FOUNDING.split_once("[member.CAN]").unwrap();
    let (_, rest) = rest.split_once("[measure.population]").unwrap();
    let (unit, rest) = rest.split_once("weight = {").unwrap();
    let (_, after) = rest.split_once('}').unwrap();
    format!("{before}{members}[measure.population]{unit}weight = {{ {} }}{after}", weights.join(", "))
}
