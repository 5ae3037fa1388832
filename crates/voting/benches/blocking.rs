//! How long it takes to say who can block, and what merely counting one vote per answer takes beside it.
//!
//! Both sides run in turns in the same process, so that a busy machine slows both; the median of the rounds is
//! told. Every answer is read anew by the second reader before anything is timed. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::hint::black_box;
use std::time::Instant;

use quorate_voting::{
    Base, Effort, Formula, Measure, Opposed, Ratio, Roll, Seat, Strictness, adopts, audit, blocks,
    least_adopting, least_blocking, opposed,
};

const ROUNDS: usize = 11;

fn main() {
    monetary_fund();
    council();
    two_weights();
    opposed_groups();
}

/// The second column of a table, in the order of its rows.
fn column(text: &str) -> Vec<u64> {
    text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().parse().unwrap()).collect()
}

/// These weights, with one seat left out or none.
fn roll(weights: &[Vec<u64>], out: Option<usize>) -> Roll {
    let seat = |(number, weights): (usize, &Vec<u64>)| Seat {
        participating: Some(number) != out,
        weights: weights.clone(),
    };
    Roll::new(weights[0].len() as u16, weights.iter().enumerate().map(seat).collect()).unwrap()
}

fn share(measure: Measure, percent: u64) -> Formula {
    Formula::share(measure, Ratio::percent(percent).unwrap(), Base::Participating, Strictness::AtLeast)
}

/// The least group that blocks, and the least that adopts, on each of these rolls.
fn least(rule: &Formula, rolls: &[Roll]) -> usize {
    let both = |roll: &Roll| {
        let blocking = least_blocking(rule, roll, Effort::default()).unwrap();
        let adopting = least_adopting(rule, roll, Effort::default()).unwrap();
        blocking.at_least + adopting.at_least
    };
    rolls.iter().map(both).sum()
}

/// One vote counted for each answer: the same number of tallies.
fn counted(rule: &Formula, rolls: &[Roll]) -> usize {
    let both = |roll| {
        let all = blocks(rule, roll, black_box(&[])).unwrap();
        usize::from(all) + usize::from(adopts(rule, roll, black_box(&[])).unwrap())
    };
    rolls.iter().map(both).sum()
}

fn confirm(rule: &Formula, rolls: &[Roll]) {
    for roll in rolls {
        let blocking = least_blocking(rule, roll, Effort::default()).unwrap();
        audit::blocking(rule, roll, &[], &blocking).unwrap();
        let adopting = least_adopting(rule, roll, Effort::default()).unwrap();
        audit::adopting(rule, roll, &[], &adopting).unwrap();
        assert!(blocking.exactly().is_some() && adopting.exactly().is_some());
    }
}

/// Milliseconds for all of the rolls, and how many times as long as counting.
fn time(name: &str, to_reach: &str, rule: &Formula, rolls: &[Roll]) {
    confirm(rule, rolls);
    let (mut times, mut ratios) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        black_box(least(black_box(rule), rolls));
        let taken = started.elapsed().as_secs_f64();
        let started = Instant::now();
        black_box(counted(black_box(rule), rolls));
        times.push(taken * 1000.0);
        ratios.push(taken / started.elapsed().as_secs_f64());
    }
    println!(
        "{name}: {:.2} ms, {:.0} times counting one vote for each (to reach: {to_reach})",
        median(&mut times),
        median(&mut ratios)
    );
}

/// Every single interested party of the Fund's 190 members, at 85 %.
fn monetary_fund() {
    let votes = column(include_str!("data/imf-votes-2022.csv"));
    let weights: Vec<Vec<u64>> = votes.into_iter().map(|votes| vec![votes]).collect();
    let rolls: Vec<Roll> = (0..weights.len()).map(|out| roll(&weights, Some(out))).collect();
    time("190 members, one weight, each left out", "50 ms", &share(Measure(1), 85), &rolls);
}

/// Every single interested party of 27, at 55 % of the members and 65 % of the population, or not in favour 3.
fn council() {
    let population = column(include_str!("data/eu-population-2023.csv"));
    let weights: Vec<Vec<u64>> = population.into_iter().map(|population| vec![population]).collect();
    let rolls: Vec<Roll> = (0..weights.len()).map(|out| roll(&weights, Some(out))).collect();
    let both = Formula::all(vec![share(Measure::MEMBERS, 55), share(Measure(1), 65)]).unwrap();
    let rule = Formula::any(vec![both, Formula::not_in_favour_at_most(3)]).unwrap();
    time("27 members, two shares and the clause, each left out", "1000 ms", &rule, &rolls);
}

/// 200 members with two weights that are drawn apart.
fn two_weights() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        1 + (state % 1000) * (state >> 32) % 1_000_003
    };
    let weights: Vec<Vec<u64>> = (0..200).map(|_| vec![next(), next()]).collect();
    let rule = Formula::all(vec![share(Measure(1), 65), share(Measure(2), 70)]).unwrap();
    time("200 members, two weights at once", "1000 ms", &rule, &[roll(&weights, None)]);
    let rule = Formula::any(vec![share(Measure(1), 65), share(Measure(2), 70)]).unwrap();
    time("200 members, one of two weights", "1000 ms", &rule, &[roll(&weights, None)]);
}

/// Whether two groups could adopt against each other, for the same 27.
fn opposed_groups() {
    let population = column(include_str!("data/eu-population-2023.csv"));
    let weights: Vec<Vec<u64>> = population.into_iter().map(|population| vec![population]).collect();
    let rule = Formula::all(vec![share(Measure::MEMBERS, 55), share(Measure(1), 65)]).unwrap();
    let roll = roll(&weights, None);
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let found = opposed(black_box(&rule), &roll, Effort::default()).unwrap();
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        assert!(matches!(found, Opposed::Impossible(_)));
    }
    println!("27 members, opposed groups: {:.2} ms", median(&mut times));
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
