//! Run a scenario many times under the real rules.

mod apart;
mod assumed;
mod compare;
mod counted;
mod experiment;
mod grid;
mod kept;
mod many;
mod merge;
mod parts;
mod replay;
mod report;
mod rows;
mod screening;
mod sensitivity;
mod signposts;
mod summary;
mod timeline;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Instant;

use clap::{Args, Subcommand};
use quorate_charter::{Charter, MAX_CHARTER_BYTES};
use quorate_foresight::trajectory::{MAX_SCENARIO_BYTES, Ran, Scenario, Study, tables};

use self::kept::Kept;
use self::report::In;
use self::summary::Summary;
use crate::args::Nowhere;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// What stands under the line of the exercise, on top of everything that is told of runs.
const ASSUMED: &str = "Shares of runs under the assumptions of the scenario, by the real rules: no forecast.";

/// The most runs of a study.
const MOST_RUNS: u64 = 100_000_000;

#[derive(Args)]
#[command(about = "Run a scenario many times under the real rules", long_about = include_str!("explore.md").trim_end())]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Explore {
    /// The scenario's file.
    #[arg(required = true)]
    scenario: Option<PathBuf>,
    /// How many runs.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..=MOST_RUNS))]
    runs: u64,
    /// From which everything follows that is left to chance.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// The new directory for what comes out.
    #[arg(long, value_name = "DIRECTORY", required = true)]
    out: Option<PathBuf>,
    /// The charter's file; else the one that the scenario names.
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Only this part of the runs, as 2/8: the second of eight.
    #[arg(long, value_name = "PART", default_value = "1/1")]
    shard: Shard,
    /// How many runs at the same time; else as many as there are cores.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
    #[command(flatten)]
    nowhere: Nowhere,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    Compare(compare::Compare),
    Grid(grid::Grid),
    Merge(merge::Merge),
    Replay(replay::Replay),
    Report(report::Report),
    Screening(screening::Screening),
    Sensitivity(sensitivity::Sensitivity),
    Signposts(signposts::Signposts),
}

/// One of several equal parts, from 1.
#[derive(Clone, Copy)]
struct Shard {
    part: u64,
    of: u64,
}

impl FromStr for Shard {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Shard, &'static str> {
        let read = || {
            let (part, of) = text.split_once('/')?;
            let shard = Shard { part: part.parse().ok()?, of: of.parse().ok()? };
            shard.is_one().then_some(shard)
        };
        read().ok_or("it is written as 2/8: the second of eight parts")
    }
}

impl Shard {
    /// Whether there is such a part.
    fn is_one(self) -> bool {
        (1..=self.of).contains(&self.part)
    }

    /// The numbers of its runs, of so many.
    fn runs(self, all: u64) -> std::ops::Range<u64> {
        let border = |part: u64| {
            let product = u128::from(part).saturating_mul(u128::from(all));
            u64::try_from(product.checked_div(u128::from(self.of)).unwrap_or_default()).unwrap_or(all)
        };
        border(self.part.saturating_sub(1))..border(self.part)
    }
}

/// How many runs are made at the same time.
fn threads(asked: Option<u16>) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    asked.map_or(cores, usize::from)
}

/// A scenario and a charter, ready to run.
struct Read {
    scenario: String,
    charter: String,
    study: Study,
}

/// Reads both, or says what is wrong in them.
fn read(file: &Path, charter: Option<&Path>) -> Result<Read, Failure> {
    let (name, text) = read_text(file, MAX_SCENARIO_BYTES)?;
    let wrong = |faults| Failure::in_scenario(&name, &text, &faults);
    let scenario = Scenario::read(&text).map_err(wrong)?;
    let beside = file.parent().unwrap_or(Path::new(".")).join(scenario.charter());
    let (charter_name, charter_text) = read_text(charter.unwrap_or(&beside), MAX_CHARTER_BYTES)?;
    let charter = Charter::read(&charter_text)
        .map_err(|faults| Failure::in_charter(&charter_name, &charter_text, &faults))?;
    let study = Study::new(scenario, &charter, &charter_text).map_err(wrong)?;
    Ok(Read { scenario: text, charter: charter_text, study })
}

impl Explore {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.nowhere.hold()?;
        match (&self.verb, &self.scenario, &self.out) {
            (Some(Verb::Compare(compare)), ..) => compare.run(screen),
            (Some(Verb::Grid(grid)), ..) => grid.run(screen),
            (Some(Verb::Merge(merge)), ..) => merge.run(screen),
            (Some(Verb::Replay(replay)), ..) => replay.run(screen),
            (Some(Verb::Report(report)), ..) => report.run(screen),
            (Some(Verb::Screening(screening)), ..) => screening.run(screen),
            (Some(Verb::Sensitivity(sensitivity)), ..) => sensitivity.run(screen),
            (Some(Verb::Signposts(signposts)), ..) => signposts.run(screen),
            (None, Some(scenario), Some(out)) => self.explore(scenario, out, screen),
            _ => Err(Failure::usage("a scenario and --out are needed", "`quorate explore --help` shows how")),
        }
    }

    fn explore(&self, scenario: &Path, out: &Path, screen: &mut Screen) -> Result<(), Failure> {
        let read = read(scenario, self.charter.as_deref())?;
        let kept = Kept::new(self.runs, self.seed, self.shard);
        let mut files = kept::begin(out)?;
        let begun = Instant::now();
        let mut summary = Summary::default();
        files.line(&tables::heading(&read.study))?;
        let run = |numbers: std::ops::Range<u64>| {
            numbers.map(|number| read.study.run(self.seed, number)).collect::<Vec<Ran>>()
        };
        many::each(&run, self.shard.runs(self.runs), threads(self.threads), &mut |ran| {
            files.line(&tables::run(&read.study, &ran))?;
            summary.add(&read.study, &ran);
            Ok(())
        })?;
        let took = begun.elapsed();
        files.end(&read, &kept, &summary, self.lang)?;
        summary.tell(&read.study, &kept, screen)?;
        screen.line("")?;
        screen.line(&summary.pace(took))?;
        screen.line(&format!(
            "in {}: report.html, charts, runs.csv, quarters.csv, blocs.csv, spread.csv, totals.csv, and what is needed to run it again",
            shell(out)
        ))?;
        summary.sound()
    }
}
