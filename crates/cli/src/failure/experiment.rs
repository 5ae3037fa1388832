//! What is wrong in an experiment.

use quorate_charter::Faults;

use super::Failure;

impl Failure {
    /// Everything that is wrong in an experiment.
    pub(crate) fn in_experiment(name: &str, text: &str, faults: &Faults) -> Failure {
        let help = "what can stand in an experiment is described in docs/foresight.md";
        Failure::in_whole("this experiment", name, text, faults, help)
    }
}
