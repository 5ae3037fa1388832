//! What the runs of an experiment come to, taken in their order.

use alloc::vec::Vec;

use super::indices::{Indices, Kept, LARGEST};
use super::plan::{Job, Part, Plan};
use super::summary::{Mean, Point, Summary};
use super::tornado::{Ends, Tornado};

/// What is told when a point, or a part, is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A point of a grid.
    Point(Point),
    /// Each parameter alone, for each output.
    Tornado(Vec<Tornado>),
    /// All parameters together, for each output.
    Indices(Vec<Indices>),
}

/// Takes runs in their order. It keeps the values of one point, and of a sample one value of each output for each point.
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
            Part::Sample => {
                self.means.iter_mut().zip(values).for_each(|(mean, value)| mean.add(*value));
                if job.ends.0 {
                    for (output, mean) in self.means.iter_mut().enumerate() {
                        let value = core::mem::take(mean).thousandths();
                        let value = value.map(|value| value.clamp(-LARGEST, LARGEST));
                        self.kept.add(output, value.and_then(|value| i32::try_from(value).ok()));
                    }
                }
                job.ends.1.then(|| {
                    let kept =
                        core::mem::replace(&mut self.kept, Kept::of(self.outputs, self.plan.factors()));
                    Told::Indices(kept.told(job.charter, self.plan.given()))
                })
            }
        }
    }

    fn point_told(&mut self, job: &Job) -> Told {
        let fresh = (0..self.outputs).map(|_| Summary::default()).collect();
        let outputs = core::mem::replace(&mut self.point, fresh);
        Told::Point(Point { charter: job.charter, point: job.point, values: self.plan.values(job), outputs })
    }
}
