//! How long a register of the treaty's other parts takes at ten thousand entries: consultations, the instrument, frameworks,
//! existing arrangements, help elsewhere, positions. Those of assessments and of lines stand beside this. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

mod begun;

use std::hint::black_box;

use begun::treaty::KINDS;
use begun::{begun, booked, told};

const CHARTER: &str = include_str!("../../../charters/treaty.toml");
const ENTRIES: u32 = 10_000;
const LIMIT: f64 = 10.0;

fn main() {
    for (entry, registers) in KINDS {
        let mut records = begun(CHARTER);
        for number in 1..=ENTRIES {
            for event in entry(number) {
                records.hear(&booked(number, event));
            }
        }
        for register in registers {
            let rows = records.register(*register).rows.len();
            told(&format!("register {register}, {rows} rows of {ENTRIES} entries"), LIMIT, || {
                black_box(records.register(*register));
            });
        }
    }
}
