//! How much a partnership grows in memory for each vote of a decision that has closed, beside what it is to be.
//!
//! What is counted is what the allocator has handed out, tabling, opening and closing of the decision included. `just bench`
//! runs it; `votes=N` changes how many.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "a benchmark")]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

mod founded;

use founded::{MEMBERS, agree, all_taken, founded, open, votes};
use peak_alloc::PeakAlloc;
use quorate_partnership::decisions::Event;
use quorate_partnership::{self as partnership, Moment, Nature, Partnership};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const BOUND: f64 = 300.0;
/// All is voted in so many parts, one after the other.
const PARTS: u32 = 5;

fn main() {
    let given = std::env::args().find_map(|word| Some(word.strip_prefix("votes=")?.to_owned()));
    let wanted: u32 = given.map_or(100_000, |given| given.parse().unwrap());
    let part = wanted / PARTS / MEMBERS.len() as u32;
    let mut partnership = founded(Nature::Rehearsal { rate: 0 });
    agree(&mut partnership);
    let before = MEMORY.current_usage();
    let (mut closed, mut most) = (0, 0);
    for numbers in (0..PARTS).map(|at| part * at + 1..=part * (at + 1)) {
        open(&mut partnership, numbers.clone());
        all_taken_of(&mut partnership, numbers);
        most = most.max(MEMORY.current_usage() - before);
        closed += end(&mut partnership);
    }
    let held = MEMORY.current_usage() - before;
    let votes = f64::from(closed) * MEMBERS.len() as f64;
    assert_eq!(closed, part * PARTS);
    println!(
        "{closed} decisions closed with {votes} votes: {:.0} bytes a vote (to stay below: {BOUND}); while a fifth of them is open, {:.1} MiB in all",
        held as f64 / votes,
        most as f64 / f64::from(1 << 20)
    );
}

fn all_taken_of(partnership: &mut Partnership, numbers: std::ops::RangeInclusive<u32>) {
    let votes = votes(partnership, numbers);
    all_taken(partnership, &votes);
}

/// Lets time pass until nothing more falls due; how many decisions closed.
fn end(partnership: &mut Partnership) -> u32 {
    let mut closed = 0;
    while let Some(due) = partnership.next_deadline() {
        let at = due.max(Moment(partnership.moment().0 + 1));
        let stepped = partnership.step_presumed(at, &[]).unwrap();
        let is_closed =
            |event: &partnership::Event| matches!(event, partnership::Event::Decisions(Event::Closed { .. }));
        closed += stepped.booked.iter().filter(|booked| is_closed(&booked.event)).count() as u32;
    }
    closed
}
