//! What a scenario's numbers do to what comes of it: grids of them, screening, and sensitivity.
//!
//! An experiment names a scenario, charters, some numbers of the scenario and how far each may go. Every point that is tried is
//! that scenario with other numbers, run under the real rules like any other. Everything here is whole numbers: indices are
//! exact fractions, told in parts of a thousand million. `docs/foresight.md` says all of it.

mod design;
mod directions;
mod effects;
mod files;
mod indices;
pub(super) mod outputs;
mod parameter;
mod parts;
mod paths;
mod plan;
mod resample;
mod setting;
mod sobol;
mod summary;
mod tally;
mod text;
mod tornado;

use alloc::string::String;
use alloc::vec::Vec;

pub use design::{Design, LEVELS, MAX_POINTS, MAX_RUNS, MAX_VALUES, PATHS, Part, SAMPLES, Unplanned};
pub use effects::{Effect, Effects};
pub use files::{SCENARIO, charter, with_own_files};
pub use indices::{CHANCE, Estimate, Index, Indices};
pub use outputs::{OUTPUTS, Output};
pub use parameter::Parameter;
pub use plan::{Job, Plan};
pub use setting::{Misfit, Row, Setting, Unfounded};
pub use summary::{Mean, Point, Summary};
pub use tally::{Tally, Told};
pub use text::{MAX_CHARTERS, MAX_EXPERIMENT_BYTES, MAX_OUTPUTS, MAX_PARAMETERS, MAX_REPLICATES, MAX_STEPS};
pub use tornado::{Bar, Tornado};

/// An experiment, as it is written.
#[derive(Clone, Debug)]
pub struct Experiment {
    pub(super) title: String,
    pub(super) scenario: String,
    pub(super) charters: Vec<String>,
    pub(super) replicates: u64,
    pub(super) own_chance: bool,
    pub(super) outputs: Vec<&'static Output>,
    pub(super) parameters: Vec<Parameter>,
}

impl Experiment {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The scenario's file, as the experiment names it.
    #[must_use]
    pub fn scenario(&self) -> &str {
        &self.scenario
    }

    /// The charters' files that are compared; none, where the scenario's own is meant.
    #[must_use]
    pub fn charters(&self) -> &[String] {
        &self.charters
    }

    /// How many runs each point of a grid and of the first look has, from 1.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// What is measured in each run.
    #[must_use]
    pub fn outputs(&self) -> &[&'static Output] {
        &self.outputs
    }

    /// What is varied.
    #[must_use]
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }
}

#[cfg(test)]
mod tests;
