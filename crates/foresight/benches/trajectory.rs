//! How many runs of a scenario one core does in a second, and how near the commands of a run come to the same commands in the
//! same blocks under the rules alone, with no behaviours, no chance and no tables around them.
//!
//! Both sides run in turns in the same process, so that a busy machine slows both; the median of the rounds is told. `just bench`
//! runs it. What one kind of command does in large blocks is the benchmark `step` of `partnership`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::arithmetic_side_effects, reason = "a benchmark")]
#![allow(clippy::as_conversions, clippy::float_arithmetic, clippy::indexing_slicing, reason = "a benchmark")]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::time::Instant;

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Presumed, Scenario, Study};

const CHARTER: &str = include_str!("../../../charters/exercise.toml");
const SCENARIOS: [(&str, &str); 2] = [
    ("baseline", include_str!("../../../scenarios/baseline.toml")),
    ("fracture", include_str!("../../../scenarios/fracture.toml")),
];
const RUNS: u64 = 200;
const ROUNDS: usize = 11;

fn main() {
    let charter = Charter::read(CHARTER).unwrap();
    for (name, text) in SCENARIOS {
        let study = Study::new(Scenario::read(text).unwrap(), &charter, CHARTER).unwrap();
        let recorded: Vec<Vec<Presumed>> = (0..RUNS).map(|number| study.recorded(7, number).1).collect();
        let (mut inside, mut alone, mut ratios, mut commands) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            commands = (0..RUNS).map(|number| study.run(7, number).commands).sum::<u64>();
            let whole = begun.elapsed().as_secs_f64();
            let stepped = recorded.iter().map(|blocks| stepped_through(&study, blocks)).sum::<f64>();
            inside.push(commands as f64 / whole);
            alone.push(commands as f64 / stepped);
            ratios.push(100.0 * stepped / whole);
        }
        let inside = median(&mut inside);
        println!(
            "trajectory, {name}, 4 members, 12 quarters: {} commands a run, {:.0} runs/s, {inside:.0} commands/s: {:.0} % of \
             the same commands under the rules alone, {:.0} commands/s (to reach: 50 %)",
            commands / RUNS,
            inside * RUNS as f64 / commands as f64,
            median(&mut ratios),
            median(&mut alone),
        );
    }
}

/// Seconds for the blocks alone.
fn stepped_through(study: &Study, blocks: &[Presumed]) -> f64 {
    let mut partnership = study.founded().clone();
    let begun = Instant::now();
    for (at, commands) in blocks {
        partnership.step_presumed(*at, commands).unwrap();
    }
    begun.elapsed().as_secs_f64()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
