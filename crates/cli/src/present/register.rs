//! A register as a table.

use comfy_table::{CellAlignment, ContentArrangement, Table as Drawn, presets};
use quorate_records::{Cell, Table};

use super::WIDTH;

/// The register as a table of text; long hashes are shortened, amounts grouped.
pub(crate) fn register(table: &Table) -> String {
    if table.rows.is_empty() {
        return format!("{}: nothing on record\n", table.name);
    }
    let mut drawn = Drawn::new();
    drawn
        .load_style(presets::ASCII_BORDERS_ONLY_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(WIDTH.saturating_add(40)).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| column.heading));
    for row in &table.rows {
        drawn.add_row(row.iter().map(cell));
    }
    format!("{drawn}\n")
}

fn cell(cell: &Cell) -> comfy_table::Cell {
    let text = short(cell.readable());
    let drawn = comfy_table::Cell::new(text);
    if cell.is_number() { drawn.set_alignment(CellAlignment::Right) } else { drawn }
}

/// The first eight digits of a hash tell two apart; JSON and CSV give it whole.
fn short(text: String) -> String {
    let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { text.chars().take(8).collect() } else { text }
}
