//! How near `step` comes to what a signature check alone costs, and what it costs without one.
//!
//! Both sides run in turns in the same process, so that a busy machine slows both; the median of the rounds is
//! told. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

mod founded;

use std::time::{Duration, Instant};

use ed25519_dalek::{Signature, Signer, VerifyingKey};
use founded::{agree, block, founded, key, open, post, sign, votes};
use quorate_charter::Office;
use quorate_partnership::{Block, Command, Moment, Nature, Signed, fund};

const ROUNDS: usize = 15;
const COMMANDS: u64 = 2_000;
const DECISIONS: u32 = 1_000;

fn main() {
    with_signatures();
    without_signatures();
}

fn note(nonce: u64) -> Command {
    let source = format!("note {nonce}").parse().unwrap();
    let of = "FRA".parse().unwrap();
    let indicate = fund::Indicate { of, standing: fund::Standing::Expected, amount: None, source };
    fund::Command::Indicate(indicate).into()
}

/// Reading a block from bytes and stepping through it, against `verify_strict` of as many signatures.
fn with_signatures() {
    let partnership = founded(Nature::Real);
    let by = post("FRA", Office::Representative);
    let commands: Vec<Signed> =
        (0..COMMANDS).map(|nonce| sign(&partnership, by, nonce, note(nonce))).collect();
    let block = block(&partnership, commands);
    let (bytes, id) = (block.bytes().to_vec(), partnership.id());
    let bare = bare(block.commands());
    let mut ratios = Vec::new();
    let mut steps = Vec::new();
    for _ in 0..ROUNDS {
        let mut copy = partnership.clone();
        let started = Instant::now();
        let read = Block::read(&bytes, &id).unwrap();
        copy.step(&read).unwrap();
        let step = started.elapsed();
        let limit = verify(&bare);
        ratios.push(limit.as_secs_f64() / step.as_secs_f64());
        steps.push(COMMANDS as f64 / step.as_secs_f64());
    }
    println!(
        "step with signatures: {:.0} commands/s, {:.1} % of bare Ed25519 verify_strict (to reach: 85 %)",
        median(&mut steps),
        100.0 * median(&mut ratios)
    );
}

type Checked = (VerifyingKey, Vec<u8>, Signature);

/// The same number of signatures over messages of the same length.
fn bare(commands: &[Signed]) -> Vec<Checked> {
    let key = key(post("FRA", Office::Representative));
    let checked = |command: &Signed| {
        let message = command.bytes().to_vec();
        let signature = key.sign(&message);
        (key.verifying_key(), message, signature)
    };
    commands.iter().map(checked).collect()
}

fn verify(signatures: &[Checked]) -> Duration {
    let started = Instant::now();
    for (key, message, signature) in signatures {
        key.verify_strict(message, signature).unwrap();
    }
    started.elapsed()
}

/// Votes on open decisions, presumed in a rehearsal.
fn without_signatures() {
    let mut partnership = founded(Nature::Rehearsal { rate: 0 });
    agree(&mut partnership);
    open(&mut partnership, 1..=DECISIONS);
    let votes = votes(&partnership, 1..=DECISIONS);
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        let mut copy = partnership.clone();
        let at = Moment(copy.moment().0 + 1);
        let started = Instant::now();
        let stepped = copy.step_presumed(at, &votes).unwrap();
        let took = started.elapsed();
        assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
        rates.push(votes.len() as f64 / took.as_secs_f64());
    }
    println!("step without signatures: {:.0} votes/s (to reach: 200000)", median(&mut rates));
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
