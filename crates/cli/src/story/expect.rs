//! Whether a register reads as a story expects.

use quorate_records::{Records, Register};

/// What stands in the cell, if it is not what was expected.
pub(super) fn differs(
    records: &Records,
    register: Register,
    row: &[String],
    column: &str,
    value: &str,
) -> Option<String> {
    let table = records.register(register);
    let row: Vec<&str> = row.iter().map(String::as_str).collect();
    if !table.columns.iter().any(|known| known.key == column) {
        let known: Vec<&str> = table.columns.iter().map(|column| column.key).collect();
        return Some(format!("the register has no column `{column}`, it has {}", known.join(", ")));
    }
    match table.find(&row, column) {
        None => Some(format!("the register has no row `{}`", row.join(" "))),
        Some(cell) if cell.plain() == value => None,
        Some(cell) => Some(format!("it reads `{}`", cell.plain())),
    }
}
