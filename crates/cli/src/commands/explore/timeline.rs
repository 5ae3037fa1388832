//! Who stood with whom, quarter by quarter, over all runs.

use quorate_charter::MemberCode;
use quorate_foresight::trajectory::Timeline;

use super::summary::percent;
use crate::failure::Failure;
use crate::present::{Screen, columns};

/// So many lines are told; the table has all.
const TOLD: usize = 20;

/// Tells it of these quarters, from 1.
pub(super) fn tell(timeline: &Timeline, quarters: &[u32], screen: &mut Screen) -> Result<(), Failure> {
    let pair = |(one, other): (MemberCode, MemberCode)| format!("{one} {other}");
    let pairs = timeline
        .pairs()
        .map(|(quarter, one, other, bound, together)| (quarter, pair((one, other)), bound, together));
    let of = "In one bloc at the quarter's end, of the runs in which both were bound";
    table(of, &pairs.collect::<Vec<_>>(), quarters, screen)?;
    let members = timeline
        .members()
        .map(|(quarter, member, bound, pivotal)| (quarter, member.to_string(), bound, pivotal));
    let of = "Pivotal at the quarter's end: alone held least in its bloc, of the runs in which it was bound";
    table(of, &members.collect::<Vec<_>>(), quarters, screen)
}

/// A row for each of whom something is counted, a column for each quarter.
fn table(
    of: &str,
    counts: &[(usize, String, u64, u64)],
    quarters: &[u32],
    screen: &mut Screen,
) -> Result<(), Failure> {
    let mut names: Vec<&str> = counts.iter().map(|(_, name, ..)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return Ok(());
    }
    screen.line("")?;
    screen.paragraph("", of)?;
    let heading =
        std::iter::once(String::new()).chain(quarters.iter().map(|quarter| format!("quarter {quarter}")));
    let row = |name: &&str| -> Vec<String> {
        let cell = |quarter: &u32| {
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let found = counts.iter().find(|(of, whose, ..)| *of == at && whose == name);
            found.map_or("none".to_owned(), |(_, _, bound, so)| percent(*so, *bound))
        };
        std::iter::once((*name).to_owned()).chain(quarters.iter().map(cell)).collect()
    };
    let rows: Vec<Vec<String>> =
        std::iter::once(heading.collect()).chain(names.iter().take(TOLD).map(row)).collect();
    columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
    match names.len().checked_sub(TOLD) {
        Some(more @ 1..) => screen.item(&format!("and {more} more, which stand in blocs.csv")),
        _ => Ok(()),
    }
}
