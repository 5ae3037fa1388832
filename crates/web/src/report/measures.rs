//! What is measured, in every quarter and in whole runs, and what it counts: one table of their names for all reports.

use quorate_foresight::trajectory::Measure;

use super::tell::Tell;
use crate::charts::Unit;

/// Each measure of a quarter that has words of its own: its name, what it is called, and what stands at its axis.
const OF_QUARTERS: [(&str, &str, &str, Unit); 13] = [
    ("requests", "measure-requests", "measured-requests", Unit::Whole),
    ("paid", "measure-paid", "measured-requests", Unit::Whole),
    ("blocked", "measure-blocked", "measured-requests", Unit::Whole),
    ("in-favour", "measure-in-favour", "measured-votes", Unit::PerMille),
    ("withheld", "measure-withheld", "measured-members", Unit::Whole),
    ("bound", "measure-bound", "measured-members", Unit::Whole),
    ("capacity", "measure-capacity", "measured-signed", Unit::PerMille),
    ("arrears", "measure-arrears", "measured-signed", Unit::PerMille),
    ("affinity", "measure-affinity", "measured-thousandths", Unit::Whole),
    ("blocs", "measure-blocs", "measured-blocs", Unit::Whole),
    ("greatest-bloc", "measure-greatest-bloc", "measured-capability", Unit::PerMille),
    ("cohesion", "measure-cohesion", "measured-thousandths", Unit::Whole),
    ("least-held", "measure-least-held", "measured-thousandths", Unit::Whole),
];

/// The text of each measure of a whole run: of what two studies are compared by, and of what an experiment measures.
const OF_RUNS: [(&str, &str); 25] = [
    ("requests", "measure-requests"),
    ("paid", "measure-paid"),
    ("blocked", "measure-blocked"),
    ("open", "run-open"),
    ("blocked-share", "run-blocked-share"),
    ("paid-share", "run-paid-share"),
    ("hours-mean", "run-hours-both"),
    ("hours", "run-hours"),
    ("hours-longest", "run-hours-longest"),
    ("calls", "run-calls"),
    ("payments", "run-payments"),
    ("withheld", "run-withheld"),
    ("defaults", "run-defaults"),
    ("bound", "measure-bound"),
    ("left", "run-left"),
    ("capacity", "run-capacity"),
    ("arrears", "run-arrears"),
    ("affinity", "run-affinity"),
    ("greatest-votes", "run-greatest-votes"),
    ("greatest-money", "run-greatest-money"),
    ("greatest-capability", "run-greatest-capability"),
    ("bloc-votes", "run-bloc-votes"),
    ("bloc-money", "run-bloc-money"),
    ("bloc-capability", "run-bloc-capability"),
    ("refused", "run-refused"),
];

/// How a measure is told.
pub(crate) struct Called {
    pub(crate) title: String,
    pub(crate) axis: String,
    pub(crate) unit: Unit,
}

/// What a measure is called, and what it counts. One without words of its own is told in those of the table, as it is.
pub(crate) fn called(measure: &Measure, tell: &Tell<'_>) -> Called {
    match OF_QUARTERS.iter().find(|(name, ..)| *name == measure.name) {
        Some((_, title, axis, unit)) => Called { title: tell.t(title), axis: tell.t(axis), unit: *unit },
        None => Called { title: measure.says.to_owned(), axis: String::new(), unit: Unit::Whole },
    }
}

/// What a measure of whole runs is called; in the words of its table, where it has none of its own.
pub(super) fn of_run(name: &str, says: &str, tell: &Tell<'_>) -> String {
    let known = OF_RUNS.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| says.to_owned(), |(_, key)| tell.t(key))
}

#[cfg(test)]
mod tests {
    use quorate_foresight::trajectory::experiment::OUTPUTS;
    use quorate_foresight::trajectory::{FIGURES, MEASURES};

    use super::*;

    #[test]
    fn everything_that_is_measured_has_words_of_its_own() {
        let names: Vec<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        assert_eq!(names, OF_QUARTERS.map(|(name, ..)| name));
        let runs = FIGURES.iter().map(|figure| figure.name).chain(OUTPUTS.iter().map(|output| output.name));
        let unknown: Vec<&str> =
            runs.filter(|name| !OF_RUNS.iter().any(|(known, _)| known == name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
