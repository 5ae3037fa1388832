//! What is measured, the same way on both sides.

use std::thread;
use std::time::{Duration, Instant};

use crate::process::used;
use crate::set;
use crate::side::{Door, Side};

/// How often each giver gives many commands at once when there are as many as there can be.
const BATCHES: u64 = 6;
/// Commands a second that come steadily, and how many may be under way.
const A_SECOND: u64 = 10;
const DOORS: u64 = 40;

/// How many those are.
fn batch() -> u64 {
    set("batch", 1_000)
}

/// How long commands took, in milliseconds.
#[derive(Clone, Copy)]
pub(crate) struct Latencies {
    pub(crate) p50: f64,
    pub(crate) p90: f64,
}

impl Latencies {
    fn of(mut took: Vec<Duration>) -> Latencies {
        took.sort();
        let at = |per_cent: usize| took[took.len() * per_cent / 100].as_secs_f64() * 1e3;
        Latencies { p50: at(50), p90: at(90) }
    }
}

/// One command after the other.
pub(crate) fn each(side: &mut impl Side, node: usize, many: u64) -> Latencies {
    let commands = side.sign(many);
    side.count(many);
    let mut door = side.door(node);
    let took = commands.chunks(1).map(|command| {
        let begun = Instant::now();
        door.give(command);
        begun.elapsed()
    });
    Latencies::of(took.collect())
}

/// Commands at a steady rate, for so many seconds; each is timed from when it was due.
pub(crate) fn steady(side: &mut impl Side, node: usize, seconds: u64) -> Latencies {
    let many = seconds * A_SECOND;
    let commands = side.sign(many);
    side.count(many);
    let doors: Vec<Box<dyn Door>> = (0..DOORS.min(many)).map(|_| side.door(node)).collect();
    let begun = Instant::now();
    let took = thread::scope(|scope| {
        let givers: Vec<_> = doors
            .into_iter()
            .enumerate()
            .map(|(first, mut door)| {
                let own = commands.chunks(1).enumerate().skip(first).step_by(DOORS as usize);
                scope.spawn(move || {
                    let give = |(at, command): (usize, &[Vec<u8>])| {
                        let due = begun + Duration::from_millis(1_000 / A_SECOND * at as u64);
                        thread::sleep(due.saturating_duration_since(Instant::now()));
                        door.give(command);
                        due.elapsed()
                    };
                    own.map(give).collect::<Vec<_>>()
                })
            })
            .collect();
        givers.into_iter().flat_map(|giver| giver.join().unwrap()).collect()
    });
    Latencies::of(took)
}

/// How many commands are final at all nodes in a second when there are as many as there can be, and what all nodes together
/// spend on one, in microseconds of a core. Signing them is not counted.
pub(crate) fn saturated(side: &mut impl Side) -> (f64, f64) {
    let givers = side.running().len() as u64;
    let commands = side.sign(batch() * BATCHES * givers);
    let many = commands.len() as u64;
    let spent = || side.processes().into_iter().map(used).sum::<f64>();
    let (before, begun) = (spent(), Instant::now());
    give(side, &commands);
    let (took, spent) = (begun.elapsed().as_secs_f64(), spent() - before);
    side.count(many);
    (many as f64 / took, 1e6 * spent / many as f64)
}

/// Gives many commands, and tells how many.
pub(crate) fn give_to_all(side: &mut impl Side) -> u64 {
    let many = batch() * BATCHES * side.running().len() as u64;
    let commands = side.sign(many);
    give(side, &commands);
    side.count(many);
    many
}

/// A giver at each node, one batch after the other; then until all nodes have all.
fn give(side: &impl Side, commands: &[Vec<u8>]) {
    let nodes = side.running();
    let doors: Vec<Box<dyn Door>> = nodes.iter().map(|node| side.door(*node)).collect();
    let last = thread::scope(|scope| {
        let shares = commands.chunks(commands.len() / doors.len());
        let givers = doors.into_iter().zip(shares).map(|(mut door, share)| {
            scope.spawn(move || share.chunks(batch() as usize).map(|batch| door.give(batch)).max().unwrap())
        });
        let givers: Vec<_> = givers.collect();
        givers.into_iter().map(|giver| giver.join().unwrap()).max().unwrap()
    });
    while nodes.iter().any(|node| side.reached(*node).is_none_or(|reached| reached < last)) {
        thread::sleep(Duration::from_millis(2));
    }
}

/// What part of a core each process of each side uses when nothing is given, in per cent.
pub(crate) fn idle<const N: usize>(sides: [&dyn Side; N], span: Duration) -> [Vec<f64>; N] {
    // What is under way ends first.
    thread::sleep(Duration::from_secs(3));
    let processes = sides.map(|side| side.processes());
    let before = processes.clone().map(|processes| processes.into_iter().map(used).collect::<Vec<_>>());
    thread::sleep(span);
    let mut at = 0;
    processes.map(|processes| {
        let shares = processes.into_iter().zip(&before[at]);
        at += 1;
        shares.map(|(process, before)| 100.0 * (used(process) - before) / span.as_secs_f64()).collect()
    })
}
