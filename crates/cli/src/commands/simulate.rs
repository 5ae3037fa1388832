//! Run the members' nodes on links, disks and clocks that fail.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use quorate_charter::MAX_CHARTER_BYTES;
use quorate_node::simulation::{self, Conditions, Report, SimulationError};

use super::files::read_text;
use crate::args::Nowhere;
use crate::failure::Failure;
use crate::present::Screen;

const NAME: &str = "charters/partnership.toml";
const CHARTER: &str = include_str!("../../../../charters/partnership.toml");

#[derive(Args)]
#[command(
    about = "Run the members' nodes on links, disks and clocks that fail",
    long_about = include_str!("simulate.md").trim_end()
)]
pub(crate) struct Simulate {
    /// The charter's file; without one, the proposed charter of the partnership.
    charter: Option<PathBuf>,
    /// From which everything that is left to chance follows.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// How many runs, each with the next seed.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    runs: u64,
    /// How many nodes are false; without it, as many as may be, by the seed.
    #[arg(long, value_parser = clap::value_parser!(u8).range(0..=100))]
    liars: Option<u8>,
    /// How long the weather is bad, in seconds on the nodes' clocks.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    seconds: u64,
    #[command(flatten)]
    nowhere: Nowhere,
}

impl Simulate {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.nowhere.hold()?;
        let (name, charter) = match &self.charter {
            Some(file) => read_text(file, MAX_CHARTER_BYTES)?,
            None => (NAME.into(), CHARTER.into()),
        };
        let mut all = Sum::default();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let seeds: Vec<u64> = (self.seed..).take(usize::try_from(self.runs).unwrap_or(usize::MAX)).collect();
        for some in seeds.chunks(cores) {
            for (seed, ended) in some.iter().zip(self.side_by_side(&charter, some)) {
                let report = ended.map_err(|error| failure(&name, &charter, error))?;
                screen.line(&format!("seed {seed}: {report}, trace {:016x}", report.trace))?;
                all.add(&report);
            }
        }
        all.tell(screen)
    }

    /// Runs these seeds at the same time; each run knows of its seed alone.
    fn side_by_side(&self, charter: &str, seeds: &[u64]) -> Vec<Result<Report, SimulationError>> {
        let conditions = |seed| Conditions {
            seed,
            charter: charter.to_owned(),
            liars: self.liars.map(usize::from),
            seconds: self.seconds,
        };
        std::thread::scope(|scope| {
            let runs: Vec<_> =
                seeds.iter().map(|seed| scope.spawn(move || simulation::run(&conditions(*seed)))).collect();
            // A thread that did not end well is run again here, so that what stopped it is seen.
            let ended = runs.into_iter().zip(seeds);
            ended
                .map(|(run, seed)| run.join().unwrap_or_else(|_| simulation::run(&conditions(*seed))))
                .collect()
        })
    }
}

fn failure(name: &str, charter: &str, error: SimulationError) -> Failure {
    match error {
        SimulationError::Genesis(quorate_partnership::GenesisError::Charter(faults)) => {
            Failure::in_charter(name, charter, &faults)
        }
        error @ SimulationError::Genesis(_) => Failure::usage(error.to_string(), "simulate another charter"),
        SimulationError::Broken { .. } => Failure::Findings(error.to_string()),
    }
}

/// What happened in all runs.
#[derive(Default)]
struct Sum {
    runs: usize,
    blocks: usize,
    paid: usize,
    slowest: u64,
    faults: BTreeMap<&'static str, usize>,
}

impl Sum {
    fn add(&mut self, report: &Report) {
        self.runs = self.runs.saturating_add(1);
        self.blocks = self.blocks.saturating_add(report.blocks);
        self.paid = self.paid.saturating_add(report.paid);
        self.slowest = self.slowest.max(report.healed_after);
        for (fault, times) in &report.faults {
            let all = self.faults.entry(fault).or_default();
            *all = all.saturating_add(*times);
        }
    }

    fn tell(&self, screen: &mut Screen) -> Result<(), Failure> {
        let Sum { runs, blocks, paid, slowest, faults } = self;
        screen.line("\nWhat went wrong:")?;
        for (fault, times) in faults {
            screen.line(&format!("  {times:>6}  {fault}"))?;
        }
        let runs = if *runs == 1 { "this run".to_owned() } else { format!("all {runs} runs") };
        screen.line("")?;
        screen.paragraph(
            "",
            &format!(
                "What held, in {runs} ({blocks} blocks, {paid} tranches paid): no two final blocks at one height, one digest \
                 at each, nothing acknowledged lost, books that balance, nobody beyond an office; and one record again at \
                 most {slowest} s after the weather cleared."
            ),
        )
    }
}
