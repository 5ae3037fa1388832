//! How many runs of a scenario, and how many commands, one core does in a second. `just bench` runs it; what the rules
//! alone do is the benchmark `step` of `partnership`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::arithmetic_side_effects, reason = "a benchmark")]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::time::Instant;

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Scenario, Study};

const CHARTER: &str = include_str!("../../../charters/exercise.toml");
const SCENARIOS: [(&str, &str); 2] = [
    ("baseline", include_str!("../../../scenarios/baseline.toml")),
    ("fracture", include_str!("../../../scenarios/fracture.toml")),
];
const RUNS: u64 = 1000;

fn main() {
    let charter = Charter::read(CHARTER).unwrap();
    for (name, text) in SCENARIOS {
        let study = Study::new(Scenario::read(text).unwrap(), &charter, CHARTER).unwrap();
        let begun = Instant::now();
        let commands: u64 = (0..RUNS).map(|number| study.run(7, number).commands).sum();
        let millis = u64::try_from(begun.elapsed().as_millis()).unwrap().max(1);
        println!(
            "trajectory, {name}, 4 members, 12 quarters: {} commands a run, {} runs/s, {} commands/s",
            commands / RUNS,
            RUNS * 1000 / millis,
            commands * 1000 / millis,
        );
    }
}
