//! What can be asked of an experiment, and how large it may be.

use alloc::string::String;
use core::ops::RangeInclusive;

/// The most runs of an experiment.
pub const MAX_RUNS: u64 = 100_000_000;
/// The most points of a grid.
pub const MAX_POINTS: u64 = 1_000_000;
/// How many samples there may be: powers of two, of which the sequence is even.
pub const SAMPLES: RangeInclusive<u64> = 16..=65_536;
/// The most values of outputs that are kept: one of each output for each point of a sample.
pub const MAX_VALUES: u64 = 16_777_216;
/// How many paths a screening may have.
pub const PATHS: RangeInclusive<u64> = 2..=4096;
/// On how many levels, an even number: so that each is met as often as any other.
pub const LEVELS: RangeInclusive<u64> = 4..=10;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// Every value of each parameter with every value of all others.
    Grid,
    /// So many paths, on each of which every parameter is moved once, one after the other; each point run so often.
    Screening {
        /// How many paths, of one point more than there are parameters.
        paths: u64,
        /// On how many levels each parameter stands.
        levels: u64,
        /// How many runs each point has.
        each: u64,
    },
    /// Each parameter alone, low and high; then so many samples of all, each point run so often.
    Sensitivity {
        /// How many samples, of one point more than there are parameters and chance together.
        samples: u64,
        /// How many runs each point of them has.
        each: u64,
    },
}

/// What a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A point of a grid.
    Grid,
    /// A point of a path.
    Path,
    /// All parameters in the middle, or one of them at an end.
    Tornado,
    /// A point of a sample.
    Sample,
}

impl Part {
    /// Its name in a table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Part::Grid => "grid",
            Part::Path => "path",
            Part::Tornado => "tornado",
            Part::Sample => "sample",
        }
    }
}

/// Why an experiment cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unplanned {
    /// A grid needs steps.
    #[error("`{0}` has no `steps`, and a grid tries every step")]
    NoSteps(String),
    /// More points than a grid may have.
    #[error("the grid has more than {MAX_POINTS} points")]
    Points,
    /// More runs than there may be.
    #[error("there are more than {MAX_RUNS} runs")]
    Runs,
    /// Not a power of two, or too many or few.
    #[error("the samples are a power of two from {least} to {most}: {0} is none", least = SAMPLES.start(), most = SAMPLES.end())]
    Samples(u64),
    /// More values than are kept.
    #[error("samples, parameters and outputs come to more than {MAX_VALUES} values that have to be kept")]
    Values,
    /// Too many paths, or too few.
    #[error("there are from {least} to {most} paths, not {0}", least = PATHS.start(), most = PATHS.end())]
    Paths(u64),
    /// Not an even number, or too many or few.
    #[error("the levels are an even number from {least} to {most}: {0} is none", least = LEVELS.start(), most = LEVELS.end())]
    Levels(u64),
}
