//! JSON: the register with where and when it was read, money as decimal strings.

use alloc::string::{String, ToString};

use serde_json::{Map, Value, json as value};

use crate::records::Records;
use crate::table::{Cell, Table};
use crate::words;

/// The register as JSON, ending with a line feed. Unknown is `null`; amounts are decimal strings in the fund's
/// currency unless the row names another; moments are RFC 3339.
#[must_use]
pub fn json(records: &Records, table: &Table) -> String {
    let whole = value!({
        "partnership": records.id().to_string(),
        "register": table.name,
        "height": records.height(),
        "at": words::exact(records.at()),
        "currency": records.charter().has_fund().then(|| records.charter().fund().currency().code()),
        "rows": rows(table),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// The rows of a register, each an object.
pub(super) fn rows(table: &Table) -> Value {
    let row = |row: &alloc::vec::Vec<Cell>| {
        let cells =
            table.columns.iter().zip(row).map(|(column, cell)| (column.key.to_string(), self::cell(cell)));
        Value::Object(cells.collect::<Map<String, Value>>())
    };
    table.rows.iter().map(row).collect()
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Number(number) => Value::from(*number),
        other => Value::String(other.plain()),
    }
}
