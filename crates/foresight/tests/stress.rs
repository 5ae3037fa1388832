//! Stress: worlds so small that every figure is worked out by hand, and what holds of all of them.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::inconsistent_digit_grouping,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests panic, and count small sums in cents"
)]

#[path = "stress/properties.rs"]
mod properties;
#[path = "stress/tiny.rs"]
mod tiny;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_charter::{Charter, MemberCode};
use quorate_foresight::stress::{Calls, Outcome, Plan, Shock, World};

/// Four members: two that give, one that is helped, and one that gives nothing.
fn plan(a: (u64, u64), b: (u64, u64), promise: &str, rest: &str) -> String {
    let member = |code: &str, (paid_in, callable): (u64, u64)| {
        format!(
            "[member.{code}]\npaid-in = \"{paid_in}.00 USD\"\ncallable = \"{callable}.00 USD\"\nsource = \"made up\"\n"
        )
    };
    format!(
        "title = \"Tiny\"\ncharter = \"exercise.toml\"\n{}{}{}{}{promise}
         [assumed]\nask-ahead = 10\ncall-ahead = 60\nbank-days = 1\nsource = \"made up\"\n{rest}",
        member("AAA", a),
        member("BBB", b),
        member("CCC", (0, 0)),
        member("DDD", (0, 0)),
    )
}

/// A promise to CCC in one part.
fn promise(day: u32, amount: u64) -> String {
    format!(
        "[promise.help]\nto = \"CCC\"\nwhy = \"help\"\nsource = \"made up\"\n\
         tranches = [{{ day = {day}, amount = \"{amount}.00 USD\" }}]\n"
    )
}

fn world_of(text: &str, charter: &str) -> World {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters");
    let charter = fs::read_to_string(root.join(charter)).unwrap();
    let plan = Plan::read(text).unwrap_or_else(|faults| panic!("{}", faults.first().what()));
    World::founded(plan, &Charter::read(&charter).unwrap(), &charter)
        .unwrap_or_else(|faults| panic!("{}", faults.first().what()))
}

fn world(text: &str) -> World {
    world_of(text, "exercise.toml")
}

fn code(code: &str) -> MemberCode {
    code.parse().unwrap()
}

fn codes(list: &[&str]) -> BTreeSet<MemberCode> {
    list.iter().map(|one| code(one)).collect()
}

/// Dollars of an amount in cents.
fn usd(minor: i128) -> i128 {
    assert_eq!(minor % 100, 0, "{minor} is no whole number of dollars");
    minor / 100
}

/// The day on which the first part of what is at a place was paid.
fn paid(outcome: &Outcome, place: usize) -> Option<u32> {
    outcome.served[place].tranches[0].paid
}

/// Runs it, and holds it to what is so of every run.
fn run(world: &World, shock: &Shock) -> Outcome {
    let outcome = world.run(shock, Calls::AsNeeded);
    assert!(outcome.balanced);
    assert_eq!(outcome, world.run(shock, Calls::AsNeeded), "the same for the same shock");
    outcome
}
