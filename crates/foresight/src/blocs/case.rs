//! A case: named States, what ties and parts them, and where each number is from.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::landscape::Landscape;
use super::partition::Partition;

/// A State of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its code.
    pub code: MemberCode,
    /// What it is called.
    pub name: String,
    /// How much it counts, in whole numbers of any measure, the same for all.
    pub size: i64,
    /// Where its size is from.
    pub source: String,
}

/// Something that ties or parts States.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// What it is.
    pub name: String,
    /// What it adds to the propensity of two States, by their places, the lesser first. Nothing for all others.
    pub adds: Vec<(usize, usize, i64)>,
    /// Where it is from.
    pub source: String,
}

/// A partition that a source tells, to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// What it is.
    pub name: String,
    /// Who stands with whom.
    pub partition: Partition,
    /// Where it is from.
    pub source: String,
}

/// A case, as it was read.
#[derive(Clone, Debug)]
pub struct Case {
    pub(super) title: String,
    pub(super) states: Vec<State>,
    pub(super) factors: Vec<Factor>,
    pub(super) alignments: Vec<Alignment>,
    pub(super) landscape: Landscape,
}

impl Case {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its States, by their codes: the places of the landscape.
    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// What ties or parts them: their propensity is the sum.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// What is told elsewhere of who stood, or would stand, with whom.
    #[must_use]
    pub fn alignments(&self) -> &[Alignment] {
        &self.alignments
    }

    /// Sizes and propensities.
    #[must_use]
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }
}

impl Landscape {
    /// The tied States that stand otherwise in one partition than in another: the fewer, counting either bloc as the first.
    #[must_use]
    pub fn apart(&self, one: Partition, other: Partition) -> Vec<usize> {
        let (same, not): (Vec<usize>, Vec<usize>) =
            self.tied.iter().partition(|state| one.is_second(**state) == other.is_second(**state));
        if not.len() <= same.len() { not } else { same }
    }
}
