//! Every register as CSV, with a description that Frictionless tools read.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json as value};
use sha2::{Digest, Sha256};

use super::csv::csv;
use crate::records::Records;
use crate::registers::Register;
use crate::table::{Cell, Table};
use crate::words;

/// The files of a data package by their names: a CSV for each register, and `datapackage.json`, which tells of each its
/// columns, its size and its hash.
#[must_use]
pub fn data_package(records: &Records) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for register in Register::ALL {
        let table = records.register(*register);
        let (name, text) = (format!("{}.csv", table.name), csv(&table));
        resources.push(resource(*register, &table, &name, &text));
        files.push((name, text));
    }
    let whole = value!({
        "profile": "tabular-data-package",
        "name": "quorate-registers",
        "title": format!("Registers of partnership {}", records.id()),
        "description": format!(
            "Every register as of height {}. {}",
            records.height(),
            match records.charter().has_fund() {
                true => format!("Amounts are in {}.", records.charter().fund().currency()),
                false => "There is no fund.".into(),
            }
        ),
        "id": format!("{}-{}", records.id(), records.height()),
        "created": words::exact(records.at()),
        "resources": resources,
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    files.push(("datapackage.json".into(), text));
    files
}

fn resource(register: Register, table: &Table, path: &str, text: &str) -> Value {
    let hash = base16ct::lower::encode_string(&Sha256::digest(text.as_bytes()));
    let fields = table.columns.iter().enumerate().map(|(at, column)| {
        let kind = kind(table.rows.iter().filter_map(|row| row.get(at)));
        value!({ "name": column.key, "title": column.heading, "type": kind })
    });
    value!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": register.about(),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": text.len(),
        "hash": format!("sha256:{hash}"),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": { "fields": fields.collect::<Value>(), "missingValues": [""] },
    })
}

/// The type of a column in the words of Table Schema: that of all its cells, or text.
fn kind<'c>(cells: impl Iterator<Item = &'c Cell>) -> String {
    let mut found = None;
    for cell in cells {
        let of = match cell {
            Cell::Empty => continue,
            Cell::Text(_) => "string",
            Cell::Number(_) => "integer",
            Cell::Money(_) => "number",
            Cell::At(_) => "datetime",
            Cell::On(_) => "date",
        };
        if *found.get_or_insert(of) != of {
            return "string".to_string();
        }
    }
    found.unwrap_or("string").to_string()
}
