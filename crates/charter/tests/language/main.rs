//! The language of rules: what joins what, where it ends, and that nothing is lost between reading and writing.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod borders;
mod garbage;
mod precedence;
mod random;
mod round_trip;

use quorate_charter::{Fault, language};
use quorate_voting::{Formula, Measure};

/// The declared measures of every test.
const MEASURES: [&str; 2] = ["gdp", "population"];

fn parse(text: &str) -> Result<Formula, Fault> {
    language::parse(text, &MEASURES)
}

fn write(formula: &Formula) -> String {
    let name = |measure: Measure| match measure.0 {
        0 => "members",
        index => MEASURES[usize::from(index) - 1],
    };
    language::write(formula, &name)
}
