//! Grids of who asks by who alone refuses, two beside each other.

use quorate_records::{Answer, Grid};

const CELL: usize = 8;
const GAP: &str = "    ";

/// The lines of the grids, each under its title.
pub(crate) fn grids(grids: &[(String, Grid)]) -> Vec<String> {
    let mut lines = Vec::new();
    for pair in grids.chunks(2) {
        let columns: Vec<Vec<String>> = pair.iter().map(|(title, grid)| one(title, grid)).collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or_default();
        for row in 0..height {
            let cells = columns.iter().map(|column| column.get(row).map_or("", String::as_str));
            lines.push(cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned());
        }
        lines.push(String::new());
    }
    lines
}

fn one(title: &str, grid: &Grid) -> Vec<String> {
    let width = CELL.saturating_mul(grid.members.len().saturating_add(1));
    let mut lines = vec![format!("{title:<width$}")];
    let heads: String = grid.members.iter().map(|member| format!("{member:<CELL$}")).collect();
    lines.push(format!("{:<CELL$}{heads}", "asks"));
    for (member, row) in grid.members.iter().zip(&grid.rows) {
        let cells: String = row.iter().map(|answer| format!("{:<CELL$}", word(*answer))).collect();
        lines.push(format!("{member:<CELL$}{cells}"));
    }
    lines
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Itself => "-",
        Answer::Adopted => "adopted",
        Answer::ByClause => "clause",
        Answer::Blocked(_) => "BLOCKED",
    }
}
