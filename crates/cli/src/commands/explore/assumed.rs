//! What a scenario assumes, as it says it: every number is somebody's, and stands with where it is from.

use quorate_foresight::trajectory::{Event, Scenario};

use crate::failure::Failure;
use crate::present::Screen;

/// So many things that happen are told; the file has the rest.
const TOLD: usize = 20;

/// Tells what happens in a scenario, and where its numbers are from.
pub(super) fn tell(scenario: &Scenario, screen: &mut Screen) -> Result<(), Failure> {
    let sources: Vec<&str> = scenario.sources().into_iter().collect();
    screen.paragraph("", &format!("Its numbers are from: {}", sources.join("; ")))?;
    let mut told: Vec<String> = Vec::new();
    // Several events are one thing that happens, where they are of several members.
    for event in scenario.events().iter().map(|event| said(event, scenario.quarters())) {
        if !told.contains(&event) {
            told.push(event);
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    screen.line("\nWhat is assumed to happen")?;
    told.iter().take(TOLD).try_for_each(|event| screen.item(event))?;
    match told.len().checked_sub(TOLD) {
        Some(more @ 1..) => screen.item(&format!("and {more} more, which stand in scenario.toml")),
        _ => Ok(()),
    }
}

fn said(event: &Event, last: u32) -> String {
    let Event { from, until, why, source, .. } = event;
    let when = match (*from, *until) {
        (from, until) if from == until => format!("in quarter {from}"),
        (from, until) if until >= last => format!("from quarter {from} on"),
        (from, until) => format!("in quarters {from} to {until}"),
    };
    format!("{when}: {why} ({source})")
}
