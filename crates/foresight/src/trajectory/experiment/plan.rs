//! Every run of an experiment by its number: which point it tries, and by what chance.

use alloc::vec::Vec;

use super::design::{Design, LEVELS, MAX_POINTS, MAX_RUNS, MAX_VALUES, PATHS, Part, SAMPLES, Unplanned};
use super::paths::{Paths, place};
use super::sobol::Sequence;
use super::{Experiment, Parameter};

/// Runs of one part under one charter: point by point, and of each point one after the other.
#[derive(Clone, Copy, Debug)]
struct Stage {
    part: Part,
    charter: usize,
    points: u64,
    replicates: u64,
}

/// One run: what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// The part.
    pub part: Part,
    /// The charter, by its place.
    pub charter: usize,
    /// The point, from 0: on a path, in its order; in a sample, first that of A, then those of A with a value of B, then that
    /// of B.
    pub point: u64,
    /// The run of this point, from 0.
    pub replicate: u64,
    /// Whether it is the last of its point, and of its part under its charter.
    pub ends: (bool, bool),
}

/// All runs of an experiment.
#[derive(Clone, Debug)]
pub struct Plan {
    stages: Vec<Stage>,
    parameters: Vec<Parameter>,
    own_chance: bool,
    paths: Paths,
    sequence: Sequence,
    given: u64,
}

impl Plan {
    /// Plans it under so many charters, from this seed.
    ///
    /// # Errors
    /// [`Unplanned`]: it is larger than it may be, or something is not said.
    pub fn new(
        experiment: &Experiment,
        charters: usize,
        design: Design,
        given: u64,
    ) -> Result<Plan, Unplanned> {
        let parameters = experiment.parameters.clone();
        let factors = u64::try_from(parameters.len()).unwrap_or(u64::MAX);
        let stage = |part, points, replicates| move |charter| Stage { part, charter, points, replicates };
        let mut stages: Vec<Stage> = Vec::new();
        let mut paths = Paths::default();
        match design {
            Design::Grid => {
                let points = grid_points(&parameters)?;
                stages.extend((0..charters).map(stage(Part::Grid, points, experiment.replicates)));
            }
            Design::Screening { paths: many, levels, each } => {
                let points = path_points(many, levels, factors)?;
                stages.extend((0..charters).map(stage(Part::Path, points, each)));
                paths = Paths::on(levels, given);
            }
            Design::Sensitivity { samples, each } => {
                if !SAMPLES.contains(&samples) || !samples.is_power_of_two() {
                    return Err(Unplanned::Samples(samples));
                }
                let points = samples.saturating_mul(factors.saturating_add(3));
                let outputs = u64::try_from(experiment.outputs.len()).unwrap_or(u64::MAX);
                if points.saturating_mul(outputs) > MAX_VALUES {
                    return Err(Unplanned::Values);
                }
                let ends = factors.saturating_mul(2).saturating_add(1);
                for charter in 0..charters {
                    stages.push(stage(Part::Tornado, ends, experiment.replicates)(charter));
                    stages.push(stage(Part::Sample, points, each)(charter));
                }
            }
        }
        let sequence = Sequence::scrambled(parameters.len().saturating_add(1).saturating_mul(2), given);
        let plan = Plan { stages, parameters, own_chance: experiment.own_chance, paths, sequence, given };
        if plan.runs() > MAX_RUNS { Err(Unplanned::Runs) } else { Ok(plan) }
    }

    /// How many runs there are.
    #[must_use]
    pub fn runs(&self) -> u64 {
        self.stages.iter().fold(0, |sum, stage| sum.saturating_add(stage.runs()))
    }

    /// The seed that was given.
    #[must_use]
    pub fn given(&self) -> u64 {
        self.given
    }

    /// What is varied.
    #[must_use]
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    pub(super) fn paths(&self) -> Paths {
        self.paths
    }

    /// A run by its number, from 0; none beyond the last.
    #[must_use]
    pub fn job(&self, number: u64) -> Option<Job> {
        let mut left = number;
        for stage in &self.stages {
            match left.checked_sub(stage.runs()) {
                Some(after) => left = after,
                None => return stage.job(left),
            }
        }
        None
    }

    /// What the parameters are at the point of a run.
    #[must_use]
    pub fn values(&self, job: &Job) -> Vec<i64> {
        match job.part {
            Part::Grid => self.on_the_grid(job.point),
            Part::Path => self.paths.values(job.point, &self.parameters),
            Part::Tornado => self.at_an_end(job.point),
            Part::Sample => {
                let each = self.parameters.iter().enumerate();
                each.map(|(place, parameter)| parameter.drawn(self.drawn(job.point, place))).collect()
            }
        }
    }

    /// The point and the number of the run that the seed of a run is made of, beside the scenario and the seed that was given.
    #[must_use]
    pub fn chance(&self, job: &Job) -> (u64, u64) {
        match job.part {
            // Chance is one more thing that is varied: a number of 32 bits, and for each of them the runs of a point.
            Part::Sample => {
                let drawn = u64::from(self.drawn(job.point, self.parameters.len()));
                (0, self.nth(drawn, job))
            }
            // A path has the same at all of its points: what differs between them is the parameters' doing.
            Part::Path => (0, self.nth(place(job.point, &self.parameters).0, job)),
            Part::Grid if self.own_chance => (job.point.saturating_add(1), job.replicate),
            Part::Grid | Part::Tornado => (0, job.replicate),
        }
    }

    /// The number of a run, where each number stands for the runs of a point.
    fn nth(&self, number: u64, job: &Job) -> u64 {
        let each = self.stages.iter().find(|stage| stage.part == job.part);
        number.saturating_mul(each.map_or(1, |stage| stage.replicates)).saturating_add(job.replicate)
    }

    /// What is varied in a sample: all parameters, and chance.
    #[must_use]
    pub fn factors(&self) -> usize {
        self.parameters.len().saturating_add(1)
    }

    /// The last parameter turns first.
    fn on_the_grid(&self, point: u64) -> Vec<i64> {
        let mut left = point;
        let mut values: Vec<i64> = Vec::with_capacity(self.parameters.len());
        for parameter in self.parameters.iter().rev() {
            let steps = u64::from(parameter.steps.unwrap_or(1));
            values.push(parameter.step(left.checked_rem(steps).unwrap_or_default()));
            left = left.checked_div(steps).unwrap_or_default();
        }
        values.reverse();
        values
    }

    /// First all in the middle; then of each parameter its low end and its high end.
    fn at_an_end(&self, point: u64) -> Vec<i64> {
        let moved = point.checked_sub(1).map(|end| (end >> 1, end & 1 == 1));
        let value = |(place, parameter): (u64, &Parameter)| match moved {
            Some((at, high)) if at == place => {
                if high {
                    parameter.to
                } else {
                    parameter.from
                }
            }
            _ => parameter.middle(),
        };
        (0_u64..).zip(&self.parameters).map(value).collect()
    }

    /// What is drawn for a factor at a point of the samples.
    fn drawn(&self, point: u64, factor: usize) -> u32 {
        let factors = u64::try_from(self.factors()).unwrap_or(u64::MAX);
        let points = factors.saturating_add(2);
        let sample = point.checked_div(points).unwrap_or_default();
        let of_b = match point.checked_rem(points).unwrap_or_default() {
            0 => false,
            at if at > factors => true,
            at => usize::try_from(at).ok() == factor.checked_add(1),
        };
        let moved = if of_b { self.factors() } else { 0 };
        self.sequence.at(sample, factor.saturating_add(moved))
    }
}

impl Stage {
    fn runs(&self) -> u64 {
        self.points.saturating_mul(self.replicates)
    }

    fn job(&self, number: u64) -> Option<Job> {
        let (point, replicate) = (number.checked_div(self.replicates)?, number.checked_rem(self.replicates)?);
        let is_last = replicate.saturating_add(1) == self.replicates;
        let ends = (is_last, is_last && point.saturating_add(1) == self.points);
        Some(Job { part: self.part, charter: self.charter, point, replicate, ends })
    }
}

fn path_points(paths: u64, levels: u64, factors: u64) -> Result<u64, Unplanned> {
    if !PATHS.contains(&paths) {
        return Err(Unplanned::Paths(paths));
    }
    if !LEVELS.contains(&levels) || !levels.is_multiple_of(2) {
        return Err(Unplanned::Levels(levels));
    }
    Ok(paths.saturating_mul(factors.saturating_add(1)))
}

fn grid_points(parameters: &[Parameter]) -> Result<u64, Unplanned> {
    let mut points = 1_u64;
    for parameter in parameters {
        let steps = parameter.steps.ok_or_else(|| Unplanned::NoSteps(parameter.name.clone()))?;
        points = points.saturating_mul(u64::from(steps));
    }
    if points > MAX_POINTS { Err(Unplanned::Points) } else { Ok(points) }
}
