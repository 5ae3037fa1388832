//! French of the forms: what each act does, and what its fields are, as the command line explains them.

mod capabilities;
mod cases;
mod consultations;
mod decisions;
mod frameworks;
mod fund;
mod labels;
mod members;

use alloc::string::String;

use labels::{LABELS, LABELS_OF_ACTS};

/// Every explanation.
pub(in crate::words) fn explanations() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [
        members::MEMBERS,
        decisions::DECISIONS,
        fund::FUND,
        consultations::CONSULTATIONS,
        frameworks::FRAMEWORKS,
        cases::CASES,
        capabilities::CAPABILITIES,
    ]
    .into_iter()
    .flatten()
}

/// The name of an act's field, if it is one of ours.
pub(in crate::words) fn label(act: &str, label: &str) -> Option<&'static str> {
    let here = LABELS_OF_ACTS.iter().find(|(of, ours, _)| *of == act && *ours == label);
    let anywhere = || LABELS.iter().find(|(ours, _)| *ours == label).map(|(_, french)| *french);
    here.map(|(.., french)| *french).or_else(anywhere)
}

/// What an act does or a field is, if it is one of ours.
pub(in crate::words) fn explained(english: &str) -> Option<String> {
    let found = explanations().find(|(ours, _)| *ours == english);
    found.map(|(_, french)| super::spaced(french))
}
