//! Samples of the rooms whose entries bind nobody.

use crate::commands::Sample;

/// Their commands.
pub(crate) fn commands() -> Vec<Sample> {
    let mut commands = crate::consultations::commands();
    commands.extend(crate::continuity::commands());
    commands.extend(crate::positions::commands());
    commands.extend(crate::assessments::commands());
    commands.extend(crate::capabilities::commands());
    commands
}
