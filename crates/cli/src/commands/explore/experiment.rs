//! Experiments: many points of one scenario, run and told.

mod alone;
mod asked;
mod effects;
mod lines;
mod made;
mod merge;
mod out;
mod summary;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use quorate_charter::{Charter, MAX_CHARTER_BYTES};
use quorate_foresight::trajectory::experiment::{
    Experiment, MAX_EXPERIMENT_BYTES, Misfit, Plan, Row, SCENARIO, Setting, Unfounded, Unplanned, charter,
    with_own_files,
};
use quorate_foresight::trajectory::{MAX_SCENARIO_BYTES, Scenario};

use self::asked::Asked;
use self::out::Out;
use super::report::In;
use super::{Shard, many, threads};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::Screen;

pub(super) use self::alone::{Alone, alone};
pub(super) use self::asked::{Way, is_one};
pub(super) use self::lines::decimal;
pub(super) use self::merge::merge;

/// What all ways of running an experiment are given.
#[derive(clap::Args)]
pub(super) struct Given {
    /// The experiment's file.
    experiment: PathBuf,
    /// From which everything follows that is left to chance.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// The new directory for what comes out.
    #[arg(long, value_name = "DIRECTORY")]
    out: PathBuf,
    /// Only this part of the runs, as 2/8: the second of eight.
    #[arg(long, value_name = "PART", default_value = "1/1")]
    shard: Shard,
    /// How many runs at the same time; else as many as there are cores.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// An experiment as it was read, ready to run.
struct Read {
    /// By the names that its files have beside it, so that it can be run again from there.
    experiment: String,
    scenario: String,
    charters: Vec<String>,
    setting: Setting,
}

impl Given {
    /// Runs it this way.
    pub(super) fn run(&self, way: Way, language: In, screen: &mut Screen) -> Result<(), Failure> {
        let read = read(&self.experiment, None)?;
        let Shard { part, of } = self.shard;
        let asked = Asked { way, seed: self.seed, part, of };
        let plan = planned(&read, &asked)?;
        let mut out = Out::begin(&self.out, (&read, &plan, &asked))?;
        let begun = Instant::now();
        let run = |numbers: Range<u64>| -> Vec<Result<Row, Unfounded>> {
            match read.setting.rows(&plan, numbers) {
                Ok(rows) => rows.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            }
        };
        many::each(&run, self.shard.runs(plan.runs()), threads(self.threads), &mut |row| {
            out.run(&row.map_err(|error| unfounded(&error))?)
        })?;
        out.end(screen, language, Some(begun.elapsed()))
    }
}

fn unfounded(error: &Unfounded) -> Failure {
    let help =
        "give what members pay in and can be called for narrower ends; nothing was put in the directory";
    Failure::usage(error.to_string(), help)
}

fn planned(read: &Read, asked: &Asked) -> Result<Plan, Failure> {
    let charters = read.setting.studies().len();
    Plan::new(read.setting.experiment(), charters, asked.way.design(), asked.seed).map_err(|error| {
        let help = match &error {
            Unplanned::NoSteps(_) => "say `steps` under each parameter: docs/foresight.md",
            Unplanned::Samples(_) => "ask for 1024, or for another power of two",
            Unplanned::Paths(_) => "ask for 20, or for more where intervals are wide",
            Unplanned::Levels(_) => "ask for 4, or for another even number",
            Unplanned::Points => "say fewer `steps`",
            Unplanned::Runs | Unplanned::Values => {
                "say fewer `replicates`, `steps` or `outputs`, or ask for fewer samples, paths or runs of each: docs/foresight.md"
            }
        };
        Failure::usage(error.to_string(), help)
    })
}

/// Reads an experiment with its scenario and charters: those that it names, or those that stand in a directory where it was
/// run. Says what is wrong in them.
fn read(file: &Path, kept: Option<&Path>) -> Result<Read, Failure> {
    let (name, text) = read_text(file, MAX_EXPERIMENT_BYTES)?;
    let wrong = |faults| Failure::in_experiment(&name, &text, &faults);
    let experiment = Experiment::read(&text).map_err(wrong)?;
    let beside = |file: &Path, other: &str| file.parent().unwrap_or(Path::new(".")).join(other);
    let scenario_file = match kept {
        Some(directory) => directory.join(SCENARIO),
        None => beside(file, experiment.scenario()),
    };
    let (scenario_name, scenario_text) = read_text(&scenario_file, MAX_SCENARIO_BYTES)?;
    let wrong_there = |faults| Failure::in_scenario(&scenario_name, &scenario_text, &faults);
    let scenario = Scenario::read(&scenario_text).map_err(wrong_there)?;
    let files: Vec<PathBuf> = match (kept, experiment.charters()) {
        (Some(directory), named) => {
            (1..=named.len().max(1)).map(|number| directory.join(charter(number))).collect()
        }
        (None, []) => vec![beside(&scenario_file, scenario.charter())],
        (None, named) => named.iter().map(|named| beside(file, named)).collect(),
    };
    let mut charters = Vec::new();
    for file in files {
        let (name, text) = read_text(&file, MAX_CHARTER_BYTES)?;
        let charter = Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        charters.push((charter, text));
    }
    let setting = Setting::new(experiment, &scenario, &charters).map_err(|misfit| match misfit {
        Misfit::Experiment(faults) => wrong(faults),
        Misfit::Scenario(faults) => wrong_there(faults),
    })?;
    let charters = charters.into_iter().map(|(_, text)| text).collect();
    let experiment = with_own_files(&text).filter(|own| own.len() <= MAX_EXPERIMENT_BYTES);
    let Some(experiment) = experiment else {
        let what = format!("{name} is too long to be kept with the names of its files beside it");
        let most = MAX_EXPERIMENT_BYTES;
        return Err(Failure::usage(what, format!("say less in it: {most} bytes at most are read again")));
    };
    Ok(Read { experiment, scenario: scenario_text, charters, setting })
}
