//! The reverse stress test: the least of each shock by which a promise is not kept.

use quorate_foresight::stress::{MAX_RUNS, Point};

use super::Found;
use super::names::{promise, sets};
use super::tell::days;
use crate::failure::Failure;
use crate::present::{Screen, together};

/// The most sets that are told of one promise.
const MOST_SETS: usize = 12;

pub(super) fn tell(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let Some(calm) = found.calm().filter(|calm| !calm.served.is_empty()) else { return Ok(()) };
    screen
        .line("\nThe least by which a promise is not kept: all that is smaller was tried, and it is kept")?;
    for place in 0..found.world.plan().promises().len() {
        screen.item(&format!("{}: {}", promise(calm, place), least(found, place)))?;
    }
    for (what, complete) in
        [("sets of members", found.sets.complete), ("points of the grid", found.grid.complete)]
    {
        if !complete {
            screen.item(&format!("only {MAX_RUNS} runs were made: not all {what} were tried"))?;
        }
    }
    combined(found, screen)
}

/// The least of each kind, of one promise.
fn least(found: &Found, place: usize) -> String {
    let mut told = Vec::new();
    let of_sets = found.sets.of.get(place).map(Vec::as_slice).unwrap_or_default();
    match of_sets {
        [] if !found.sets.complete => told.push("by no set of members that was tried".to_owned()),
        [] => told.push("whoever defaults, it is kept".to_owned()),
        [first, ..] if first.is_empty() => return "it is not kept though nothing goes wrong".into(),
        all => {
            let size = all.first().map_or(0, std::collections::BTreeSet::len);
            let more = all.len().saturating_sub(MOST_SETS);
            let more = if more > 0 { format!("; and {more} more sets") } else { String::new() };
            let of = if size == 1 { "one member".into() } else { format!("{size} members") };
            told.push(format!("default of {of}: {}{more}", sets(all.iter().take(MOST_SETS))));
        }
    }
    let first = |of: &[Vec<u32>]| of.get(place).and_then(|of| of.first()).copied();
    if let Some(late) = first(&found.late.of) {
        told.push(format!("all {} late", days(late)));
    }
    let alone = found.late_alone.iter().filter_map(|(member, least)| Some((first(&least.of)?, member)));
    if let Some((late, member)) = alone.min() {
        told.push(format!("{member} alone {} late", days(late)));
    }
    if let Some(fall) = found.fall.as_ref().and_then(|least| first(&least.of)) {
        told.push(format!("a fall of {fall} per mille"));
    }
    let count = found.at_once.iter().position(|outcome| outcome.failing().any(|failing| failing == place));
    if let Some(count) = count.filter(|count| *count > 0) {
        told.push(match count {
            1 => "one member that asks beside it".into(),
            count => format!("{count} members that ask on one day"),
        });
    }
    told.join("; ")
}

/// Where the combined test begins to fail.
fn combined(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\nLate payment, a fall and defaults together: the least points of the grid at which a promise is not kept")?;
    let tests = found.world.plan().tests();
    let told = |values: &[u32]| values.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    screen.paragraph(
        "   ",
        &format!(
            "days late: {}; per mille: {}; members that default: 0 to {}",
            told(&tests.grid_late),
            told(&tests.grid_fall),
            tests.defaults
        ),
    )?;
    if found.grid.least.is_empty() {
        return screen.item("none: every promise is kept at all of them");
    }
    let calm = found.calm();
    for point in &found.grid.least {
        let failing: Vec<String> = point
            .failing
            .iter()
            .map(|place| calm.map(|calm| promise(calm, *place)).unwrap_or_default())
            .collect();
        screen.item(&format!("{}: not in time {}", says(point), failing.join(", ")))?;
    }
    Ok(())
}

fn says(point: &Point) -> String {
    let mut told = Vec::new();
    if point.late > 0 {
        told.push(format!("{} late", days(point.late)));
    }
    if point.fall > 0 {
        told.push(format!("a fall of {} per mille", point.fall));
    }
    if !point.members.is_empty() {
        told.push(format!("default of {}", together(&point.members)));
    }
    if told.is_empty() { "nothing goes wrong".into() } else { told.join(" and ") }
}
