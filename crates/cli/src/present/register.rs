//! A register as a table.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table as Drawn, Width, presets};
use quorate_records::{Cell, Table};

use super::WIDTH;
use super::text::unbroken;

/// The register as a table of text; long hashes are shortened, amounts grouped.
pub(crate) fn register(table: &Table) -> String {
    if table.rows.is_empty() {
        return format!("{}: nothing on record\n", table.name);
    }
    let mut drawn = Drawn::new();
    drawn
        .load_style(presets::ASCII_BORDERS_ONLY_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(WIDTH.saturating_add(60)).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| column.heading));
    for row in &table.rows {
        drawn.add_row(row.iter().map(text));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let cells = || table.rows.iter().filter_map(|row| row.get(at));
        let Some(drawn) = drawn.column_mut(at) else { continue };
        if cells().any(Cell::is_number) {
            drawn.set_cell_alignment(CellAlignment::Right);
            drawn.set_constraint(ColumnConstraint::ContentWidth);
        } else {
            let words = cells().map(|cell| longest_word(&text(cell))).max().unwrap_or_default();
            let least = words.max(longest_word(column.heading)).saturating_add(PADDING);
            let least = Width::Fixed(u16::try_from(least).unwrap_or(u16::MAX));
            drawn.set_constraint(ColumnConstraint::LowerBoundary(least));
        }
    }
    format!("{drawn}\n")
}

fn text(cell: &Cell) -> String {
    unbroken(&short(cell.readable()))
}

/// A space on either side of a cell.
const PADDING: usize = 2;

/// A table is rather wide than that it breaks words.
fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
}

/// The first eight digits of a hash tell two apart; JSON and CSV give it whole.
fn short(text: String) -> String {
    let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { text.chars().take(8).collect() } else { text }
}
