//! What the runs of an experiment come to, taken in their order.

use alloc::vec::Vec;

use super::design::Part;
use super::effects::{Effects, effects};
use super::indices::{Indices, Kept, LARGEST};
use super::paths::{Move, place};
use super::plan::{Job, Plan};
use super::summary::{Mean, Point, Summary};
use super::tornado::{Ends, Tornado};

/// What is told when a point, or a part, is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A point of a grid.
    Point(Point),
    /// What the parameters do on the paths of a screening, for each output.
    Effects(Vec<Effects>),
    /// Each parameter alone, for each output.
    Tornado(Vec<Tornado>),
    /// All parameters together, for each output.
    Indices(Vec<Indices>),
}

/// Takes runs in their order. It keeps the values of one point, and of samples and paths one value of each output for
/// each point.
#[derive(Debug)]
pub struct Tally<'p> {
    plan: &'p Plan,
    outputs: usize,
    point: Vec<Summary>,
    ends: Ends,
    means: Vec<Mean>,
    kept: Kept,
}

impl<'p> Tally<'p> {
    /// Begins, for so many outputs.
    #[must_use]
    pub fn begin(plan: &'p Plan, outputs: usize) -> Tally<'p> {
        Tally {
            plan,
            outputs,
            point: (0..outputs).map(|_| Summary::default()).collect(),
            ends: Ends::of(outputs),
            means: (0..outputs).map(|_| Mean::default()).collect(),
            kept: Kept::of(outputs, plan.factors()),
        }
    }

    /// The next run, and what was measured in it, in the order of the outputs.
    pub fn add(&mut self, job: &Job, values: &[Option<i64>]) -> Option<Told> {
        match job.part {
            Part::Grid => {
                self.point.iter_mut().zip(values).for_each(|(summary, value)| summary.add(*value));
                job.ends.0.then(|| self.point_told(job))
            }
            Part::Tornado => {
                self.ends.add((job.point, job.replicate), self.plan.parameters(), values);
                job.ends.1.then(|| {
                    let ends = core::mem::replace(&mut self.ends, Ends::of(self.outputs));
                    Told::Tornado(ends.told(job.charter))
                })
            }
            Part::Path | Part::Sample => {
                self.means.iter_mut().zip(values).for_each(|(mean, value)| mean.add(*value));
                if job.ends.0 {
                    self.keep();
                }
                job.ends.1.then(|| self.kept_told(job))
            }
        }
    }

    /// A point is over: its means are kept.
    fn keep(&mut self) {
        for (output, mean) in self.means.iter_mut().enumerate() {
            let value = core::mem::take(mean).thousandths();
            let value = value.map(|value| value.clamp(-LARGEST, LARGEST));
            self.kept.add(output, value.and_then(|value| i32::try_from(value).ok()));
        }
    }

    /// All points of a part are over, of which this is the last run.
    fn kept_told(&mut self, job: &Job) -> Told {
        let kept = core::mem::replace(&mut self.kept, Kept::of(self.outputs, self.plan.factors()));
        let given = self.plan.given();
        if job.part != Part::Path {
            return Told::Indices(kept.told(job.charter, given));
        }
        let (paths, parameters) = (self.plan.paths(), self.plan.parameters());
        let (last, _) = place(job.point, parameters);
        let moves: Vec<Vec<Move>> = (0..=last).map(|path| paths.moves(path, parameters)).collect();
        let told =
            |(output, values): (usize, &Vec<i32>)| effects((job.charter, output), values, &moves, given);
        Told::Effects(kept.outputs().iter().enumerate().map(told).collect())
    }

    fn point_told(&mut self, job: &Job) -> Told {
        let fresh = (0..self.outputs).map(|_| Summary::default()).collect();
        let outputs = core::mem::replace(&mut self.point, fresh);
        Told::Point(Point { charter: job.charter, point: job.point, values: self.plan.values(job), outputs })
    }
}
