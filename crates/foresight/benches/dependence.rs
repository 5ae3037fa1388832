//! How long it takes to find what fails, and every minimal cut set to three, among 5,000 things. `just bench` runs it.
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

use quorate_foresight::dependence::{By, Dependencies};

/// How many things there are, and in how many layers: those of the first are capabilities.
const THINGS: usize = 5_000;
const LAYERS: usize = 8;
const CAPABILITIES: usize = 50;
/// How long each may take, in seconds.
const LIMIT: f64 = 1.0;

fn main() {
    let text = made_up();
    let read = timed("read", || Dependencies::read(&text).unwrap());
    assert_eq!(read.things().len(), THINGS);
    let withheld = read.withheld(["XAA"]).unwrap();
    let effects = timed("one State withholds", || read.without(&withheld));
    println!("  {} of {THINGS} things may fail", effects.all().len());
    for (name, by) in [("States", By::State), ("suppliers", By::Supplier), ("things", By::Thing)] {
        let cuts = timed(&format!("cut sets of {name}"), || read.cuts(by).all().collect::<Vec<_>>());
        let of = |size: usize| {
            cuts.iter().flat_map(|(_, cuts)| &cuts.sets).filter(|set| set.len() == size).count()
        };
        let whole = cuts.iter().filter(|(_, cuts)| cuts.up_to == 3).count();
        println!(
            "  {} capabilities, {whole} to three: {} single, {} pairs, {} threes",
            cuts.len(),
            of(1),
            of(2),
            of(3)
        );
    }
}

/// The median of five.
fn timed<T>(what: &str, of: impl Fn() -> T) -> T {
    let mut took = Vec::new();
    for _ in 0..5 {
        let started = Instant::now();
        std::hint::black_box(of());
        took.push(started.elapsed().as_secs_f64());
    }
    took.sort_by(f64::total_cmp);
    println!("dependence, {THINGS} things, {what}: {:.3} s (to stay below: {LIMIT} s)", took[2]);
    of()
}

/// Things in layers. Each needs one of the layer below and one of a group of two or three there; the lowest are in the hands of
/// 30
/// States and of 200 suppliers.
fn made_up() -> String {
    let mut chance = 7_u64;
    let mut draw = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below
    };
    let mut text = String::from("title = \"made up\"\n");
    let state =
        |of: usize| format!("X{}{}", char::from(b'A' + (of / 26) as u8), char::from(b'A' + (of % 26) as u8));
    for supplier in 0..200 {
        writeln!(
            text,
            "[suppliers.s{supplier}]\nwhat = \"s\"\nstate = \"{}\"\nsource = \"s\"",
            state(supplier % 30)
        )
        .unwrap();
    }
    let layer = |of: usize| CAPABILITIES + (of - 1) * (THINGS - CAPABILITIES) / (LAYERS - 1);
    for of in 0..LAYERS {
        let (from, to) = if of == 0 { (0, CAPABILITIES) } else { (layer(of), layer(of + 1)) };
        for place in from..to {
            writeln!(text, "[things.t{place}]\nwhat = \"t\"\nsource = \"s\"").unwrap();
            if of == 0 {
                writeln!(text, "member = \"AAA\"").unwrap();
            }
            if of == LAYERS - 1 {
                let by = if place % 2 == 0 {
                    format!("in-hands-of = \"{}\"", state(draw(30)))
                } else {
                    format!("supplier = \"s{}\"", draw(200))
                };
                writeln!(
                    text,
                    "{by}\nlasts = \"{}d\"\nreplaced-in = \"{}d\"",
                    1 + draw(300),
                    300 + draw(3000)
                )
                .unwrap();
                continue;
            }
            let (low, high) = (layer(of + 1), layer(of + 2));
            let mut below = || low + draw(high - low);
            let (one, two, three) = (below(), below(), below());
            match place % 3 {
                0 => writeln!(text, "needs = [\"t{one}\"]\none-of = [[\"t{two}\", \"t{three}\"]]").unwrap(),
                1 => writeln!(text, "one-of = [[\"t{one}\", \"t{two}\"]]").unwrap(),
                _ => writeln!(text, "needs = [\"t{one}\", \"t{two}\", \"t{three}\"]").unwrap(),
            }
        }
    }
    text
}
