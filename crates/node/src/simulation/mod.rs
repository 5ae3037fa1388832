//! Many nodes, one thread, one seed: the replica that a node runs, on links, disks and clocks that fail.
//!
//! A run is the same each time for the same seed and conditions. What must always hold is asked after every final block;
//! that each fault and each outcome really happened is counted, so that a test can ask for it.

mod auditor;
mod carries;
mod changes;
mod delegations;
mod disk;
#[cfg(test)]
mod failing_keys;
mod false_node;
mod faults;
mod liar;
mod old_copy;
mod reports;
mod stage;
mod weather;
mod world;

use std::collections::BTreeMap;
use std::fmt;

use quorate_partnership::GenesisError;

pub use false_node::{FalseNode, FalseNodeError};
pub use liar::Lie;

/// Under what conditions a simulation runs.
#[derive(Clone, Debug)]
pub struct Conditions {
    /// From which everything that is left to chance follows.
    pub seed: u64,
    /// The text of the charter.
    pub charter: String,
    /// How many nodes are false; `None` for none, or as many as may be, by the seed.
    pub liars: Option<usize>,
    /// How long the bad weather lasts, in seconds of the nodes' clocks.
    pub seconds: u64,
}

/// How a run ended in which all held that must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Final blocks.
    pub blocks: usize,
    /// Commands in them.
    pub commands: usize,
    /// Those that a rule refused.
    pub refused: usize,
    /// Votes that closed.
    pub closed: usize,
    /// Tranches that were paid.
    pub paid: usize,
    /// How often what happened of the faults, by name.
    pub faults: BTreeMap<&'static str, usize>,
    /// Steps of the story told, and how many it has.
    pub told: (usize, usize),
    /// Seconds on the nodes' clocks until all were at the same height again, after the weather became fair.
    pub healed_after: u64,
    /// A hash over everything that happened: the same for the same seed.
    pub trace: u64,
}

/// Why a run was not good.
#[derive(Debug, thiserror::Error)]
pub enum SimulationError {
    /// There is no such partnership.
    #[error(transparent)]
    Genesis(#[from] GenesisError),
    /// Something does not hold that must.
    #[error("seed {seed}, after {seconds} s: {what}")]
    Broken {
        /// The seed.
        seed: u64,
        /// When, in seconds from the beginning.
        seconds: u64,
        /// What.
        what: String,
    },
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { blocks, commands, refused, told, healed_after, .. } = self;
        write!(
            f,
            "{blocks} blocks, {commands} commands ({refused} refused), story {} of {}",
            told.0, told.1
        )?;
        write!(f, ", one record again {healed_after} s after the weather cleared")
    }
}

/// Runs a simulation.
///
/// # Errors
/// [`SimulationError::Broken`] with what does not hold; [`SimulationError::Genesis`] for a charter that has faults.
pub fn run(conditions: &Conditions) -> Result<Report, SimulationError> {
    world::World::new(conditions)?.run()
}
