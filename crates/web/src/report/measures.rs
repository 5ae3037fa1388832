//! What is measured in every quarter, and what it counts.

use quorate_foresight::trajectory::Measure;

use super::tell::Tell;
use crate::charts::Unit;

/// Each measure that has words of its own: its name, what it is called, and what stands at its axis.
const KNOWN: [(&str, &str, &str, Unit); 13] = [
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

/// How a measure is told.
pub(crate) struct Called {
    pub(crate) title: String,
    pub(crate) axis: String,
    pub(crate) unit: Unit,
}

/// What a measure is called, and what it counts. One without words of its own is told in those of the table, as it is.
pub(crate) fn called(measure: &Measure, tell: &Tell<'_>) -> Called {
    match KNOWN.iter().find(|(name, ..)| *name == measure.name) {
        Some((_, title, axis, unit)) => Called { title: tell.t(title), axis: tell.t(axis), unit: *unit },
        None => Called { title: measure.says.to_owned(), axis: String::new(), unit: Unit::Whole },
    }
}
