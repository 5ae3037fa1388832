//! The registers: what each is about, and its rows, some at a time.

use std::collections::BTreeMap;

use axum::extract::Path;
use quorate_records::{Cell, Column, Records, Register, Table};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing, query};
use super::cursor;
use super::problem::Problem;
use super::value::Value;

/// The most rows that are given at once, and how many are if nothing is said.
pub(crate) const MAX_ROWS: usize = 1000;
const ROWS: usize = 100;
/// The longest text that is searched for, in characters.
pub(crate) const MAX_SEARCH: usize = 200;

/// The registers.
#[derive(Serialize, ToSchema)]
pub(crate) struct Registers {
    #[serde(flatten)]
    as_of: AsOf,
    /// Each register.
    registers: Vec<About>,
}

/// A register.
#[derive(Serialize, ToSchema)]
pub(crate) struct About {
    /// Its name.
    #[schema(example = "votes")]
    name: &'static str,
    /// What stands in it.
    about: &'static str,
    /// Where its rows are.
    #[schema(example = "/api/v1/registers/votes")]
    rows: String,
}

/// Some rows of a register.
#[derive(Serialize, ToSchema)]
pub(crate) struct Rows {
    #[serde(flatten)]
    as_of: AsOf,
    /// The register.
    #[schema(example = "votes")]
    register: &'static str,
    /// What stands in it.
    about: &'static str,
    /// Its columns, in their order.
    columns: Vec<Heading>,
    /// The rows: each has the key of every column. Where nothing is known, or nothing applies, it is null, never nought.
    #[schema(value_type = Vec<BTreeMap<String, Option<Value>>>, max_items = 1000)]
    rows: Vec<BTreeMap<&'static str, Option<Value>>>,
    /// The cursor with which the next rows are asked for; null if there are no more.
    #[schema(required)]
    next: Option<String>,
}

/// A column.
#[derive(Serialize, ToSchema)]
pub(crate) struct Heading {
    /// Its key in a row.
    key: &'static str,
    /// Its heading, for people.
    heading: &'static str,
}

/// Which rows are asked for.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paging {
    /// Where to go on: `next` of the rows before. It stays good while rows are appended.
    #[param(pattern = "^([0-9a-f]{2}){1,100}$", max_length = 200, nullable = false)]
    cursor: Option<String>,
    /// How many rows at most.
    #[param(minimum = 1, maximum = 1000, default = 100, nullable = false)]
    limit: Option<usize>,
    /// Only rows in which this text stands, whatever its case.
    #[param(max_length = 200, nullable = false)]
    q: Option<String>,
    /// As of which height; as of the last block if nothing is said.
    #[serde(rename = "as-of")]
    #[param(minimum = 0, nullable = false)]
    as_of: Option<u64>,
}

/// Where registers are asked for: all of them, or what the charter makes public.
#[derive(Clone, Copy)]
pub(super) struct Under(pub(super) &'static str, pub(super) fn(Table) -> Option<Table>);

const ALL: Under = Under("registers", Some);

impl Under {
    /// The registers there are here.
    pub(super) fn list(self, ask: &Ask) -> Answered {
        let here = |register: &&Register| (self.1)(ask.records.register(**register)).is_some();
        let about = |register: &Register| About {
            name: register.name(),
            about: register.about(),
            rows: format!("/api/v1/{}/{}", self.0, register.name()),
        };
        let registers = Register::ALL.iter().filter(here).map(about).collect();
        ask.give(&Registers { as_of: AsOf::of(&ask.records), registers })
    }

    /// Some rows of a register.
    pub(super) async fn rows(self, ask: &Ask, name: &str, paging: &Paging) -> Answered {
        let nothing =
            || Problem::nothing(format!("there is no register of this name under /api/v1/{}", self.0));
        let register: Register = name.parse().map_err(|_| nothing())?;
        let limit = paging.limit.unwrap_or(ROWS);
        if !(1..=MAX_ROWS).contains(&limit) {
            return Err(query(format!("limit is from 1 to {MAX_ROWS}")));
        }
        let text = paging.q.as_deref().unwrap_or_default();
        if text.chars().count() > MAX_SEARCH {
            return Err(query(format!("q has at most {MAX_SEARCH} characters")));
        }
        let place = format!("{}/{}", self.0, register.name());
        let from = cursor::row(&place, paging.cursor.as_deref())?;
        let records = ask.as_of(paging.as_of).await?;
        let table = (self.1)(records.register(register)).ok_or_else(nothing)?;
        let (rows, until) = some(&table, from, limit, text);
        let next = (until < table.rows.len()).then(|| cursor::cursor(&place, until));
        ask.give(&page(&records, register, &table, (rows, next)))
    }
}

/// Up to so many rows in which a text stands, and the number of rows of the whole register that were looked at: since rows
/// are counted before they are searched, a cursor means the same whatever is searched for.
fn some<'t>(table: &'t Table, from: usize, limit: usize, text: &str) -> (Vec<&'t Vec<Cell>>, usize) {
    let text = text.to_lowercase();
    let stands = |row: &&Vec<Cell>| {
        text.is_empty() || row.iter().any(|cell| cell.readable().to_lowercase().contains(&text))
    };
    let mut found = table.rows.iter().enumerate().skip(from).filter(|(_, row)| stands(row));
    let rows: Vec<&Vec<Cell>> = found.by_ref().take(limit).map(|(_, row)| row).collect();
    let until = found.next().map_or(table.rows.len(), |(at, _)| at);
    (rows, until)
}

fn page(
    records: &Records,
    register: Register,
    table: &Table,
    (rows, next): (Vec<&Vec<Cell>>, Option<String>),
) -> Rows {
    let row = |row: &Vec<Cell>| {
        let cells = table.columns.iter().zip(row);
        cells.map(|(column, cell)| (column.key, Value::of(cell))).collect()
    };
    let heading = |column: &Column| Heading { key: column.key, heading: column.heading };
    Rows {
        as_of: AsOf::of(records),
        register: register.name(),
        about: register.about(),
        columns: table.columns.iter().map(heading).collect(),
        rows: rows.into_iter().map(row).collect(),
        next,
    }
}

/// The registers
///
/// What there is to read: each register's name, and what stands in it.
#[utoipa::path(
    get, path = "/api/v1/registers", operation_id = "registers", tag = "Registers",
    responses((status = 200, body = Registers))
)]
pub(crate) async fn registers(ask: Ask, _: Asked<Nothing>) -> Answered {
    ALL.list(&ask)
}

/// Rows of a register
///
/// Some rows at a time, in the order of the register. Ask with the same height (`as-of`) to read one and the same record from
/// page to page.
#[utoipa::path(
    get, path = "/api/v1/registers/{register}", operation_id = "register", tag = "Registers",
    params(("register" = String, Path, description = "The register's name"), Paging),
    responses((status = 200, body = Rows))
)]
pub(crate) async fn register(ask: Ask, Path(name): Path<String>, Asked(paging): Asked<Paging>) -> Answered {
    ALL.rows(&ask, &name, &paging).await
}
