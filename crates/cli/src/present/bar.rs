//! The plan as a bar: what is announced and what is open.

use quorate_ledger::Money;

const CELLS: i128 = 60;

/// A bar over the target: `#` announced, `.` open, each cell a sixtieth, rounded to the nearest.
pub(crate) fn bar(announced: Money, target: Money) -> String {
    let half = target.minor().checked_div(2).unwrap_or_default();
    let cells = announced.minor().checked_mul(CELLS).and_then(|cells| cells.checked_add(half));
    let filled =
        cells.and_then(|cells| cells.checked_div(target.minor())).unwrap_or_default().clamp(0, CELLS);
    let filled = usize::try_from(filled).unwrap_or_default();
    let open = usize::try_from(CELLS).unwrap_or_default().saturating_sub(filled);
    format!("[{}{}]", "#".repeat(filled), ".".repeat(open))
}
