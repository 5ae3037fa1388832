//! An experiment with its scenario under its charters, ready to run.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::{Charter, Fault, Faults};
use quorate_partnership::Digest;

use super::Experiment;
use super::plan::{Job, Plan};
use crate::trajectory::chance::seed;
use crate::trajectory::scenario::Scenario;
use crate::trajectory::study::Study;

/// An experiment with its scenario under each of its charters, whose partnerships are founded.
#[derive(Debug)]
pub struct Setting {
    experiment: Experiment,
    studies: Vec<Study>,
}

/// A point at which no partnership can be founded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at point {point} the partnership cannot be founded: {why}")]
pub struct Unfounded {
    /// The point.
    pub point: u64,
    /// What stood against it.
    pub why: String,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the run was for.
    pub job: Job,
    /// What the parameters were, in their order.
    pub values: Vec<i64>,
    /// The number of the chance that it met: runs with the same met the same.
    pub chance: u64,
    /// From which everything followed that was left to chance.
    pub seed: u64,
    /// What was measured, in the order of the outputs.
    pub outputs: Vec<Option<i64>>,
    /// How many commands were given.
    pub commands: u64,
    /// The record at the end.
    pub record: Digest,
    /// Whether the books balanced at the end.
    pub balanced: bool,
}

impl Setting {
    /// Puts a scenario under each charter, whose texts stand with them.
    ///
    /// # Errors
    /// What of the experiment does not fit scenario and charters, each at its place in the experiment; if all of that does,
    /// what of the scenario does not fit a charter, at its place in the scenario.
    pub fn new(
        experiment: Experiment,
        scenario: &Scenario,
        charters: &[(Charter, String)],
    ) -> Result<Setting, Misfit> {
        let all: Vec<&Charter> = charters.iter().map(|(charter, _)| charter).collect();
        if let Some(faults) = Faults::from_list(experiment.misfits(scenario, &all)) {
            return Err(Misfit::Experiment(faults));
        }
        let founded = |(charter, text): &(Charter, String)| Study::new(scenario.clone(), charter, text);
        let studies: Result<Vec<Study>, Faults> = charters.iter().map(founded).collect();
        let studies = studies.map_err(Misfit::Scenario)?;
        if studies.is_empty() {
            let fault = Fault::new(0..0, "there is no charter", "name one");
            return Err(Misfit::Experiment(fault.into()));
        }
        Ok(Setting { experiment, studies })
    }

    /// The experiment.
    #[must_use]
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// The scenario under each charter, in their order.
    #[must_use]
    pub fn studies(&self) -> &[Study] {
        &self.studies
    }

    /// From which everything follows in a run that is left to chance.
    #[must_use]
    pub fn seed(&self, plan: &Plan, job: &Job) -> u64 {
        let (point, chance) = plan.chance(job);
        self.studies
            .get(job.charter)
            .map_or(0, |study| seed(&study.scenario.digest, point, plan.given(), chance))
    }

    /// Runs these numbers of a plan, one after the other. A partnership is founded again
    /// at each point at which members pay in something else than the scenario says.
    ///
    /// # Errors
    /// [`Unfounded`], of the first point at which none can be founded.
    pub fn rows(&self, plan: &Plan, numbers: Range<u64>) -> Result<Vec<Row>, Unfounded> {
        let mut rows = Vec::new();
        let mut last: Option<(Job, Vec<i64>, Study)> = None;
        for job in numbers.map_while(|number| plan.job(number)) {
            let is_same = |last: &(Job, Vec<i64>, Study)| {
                (last.0.part, last.0.charter, last.0.point) == (job.part, job.charter, job.point)
            };
            if !last.as_ref().is_some_and(is_same) {
                let values = plan.values(&job);
                last = self.at(&job, &values)?.map(|study| (job, values, study));
            }
            if let Some((_, values, study)) = &last {
                rows.push(self.row(plan, job, values.clone(), study));
            }
        }
        Ok(rows)
    }

    /// The scenario with other numbers, under the charter of a run.
    fn at(&self, job: &Job, values: &[i64]) -> Result<Option<Study>, Unfounded> {
        let Some(study) = self.studies.get(job.charter) else { return Ok(None) };
        let mut scenario = study.scenario().clone();
        let mut pairs: Vec<_> = self.experiment.parameters.iter().zip(values).collect();
        // What is said of all comes before what is said of one.
        pairs.sort_by_key(|(parameter, _)| !parameter.target.is_of_all());
        pairs.iter().for_each(|(parameter, value)| parameter.target.set(&mut scenario, **value));
        match study.with(scenario) {
            Ok(study) => Ok(Some(study)),
            Err(why) => Err(Unfounded { point: job.point, why }),
        }
    }

    fn row(&self, plan: &Plan, job: Job, values: Vec<i64>, study: &Study) -> Row {
        let (point, chance) = plan.chance(&job);
        let ran = study.run_at(point, plan.given(), chance);
        let outputs = self.experiment.outputs.iter().map(|output| output.of(&ran)).collect();
        let (commands, balanced, record) = (ran.commands, ran.balanced, ran.record);
        Row { job, values, chance, seed: ran.seed, outputs, commands, record, balanced }
    }
}

/// What does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Something of the experiment, at its place there.
    Experiment(Faults),
    /// Something of the scenario, at its place there.
    Scenario(Faults),
}
