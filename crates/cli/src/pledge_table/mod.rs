//! A table of pledges as a file: CSV with a header, in any order of its columns.

use crate::rows::{RowFault, Rows};

/// The longest table that is read, in bytes.
pub(crate) const MAX_TABLE_BYTES: usize = 1024 * 1024;
/// The most rows of a table, its header apart.
pub(crate) const MAX_TABLE_ROWS: usize = 2000;
/// What parts the cells of a row: one of these, the same in the whole file.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The columns that are read, by the names in the header; these three have to be there.
pub(crate) const NEEDED: [&str; 3] = ["member", "kind", "amount"];
const OTHERS: [&str; 5] = ["currency", "source", "condition", "matching", "lapses"];

/// What a file says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PledgeTable {
    pub(crate) rows: Vec<Row>,
    /// The headings of columns that are not read.
    pub(crate) unread: Vec<String>,
}

/// A row that says anything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its number in the file, the header being 1; empty lines are not counted.
    pub(crate) number: usize,
    /// Its cells, or why they are not those of the header.
    pub(crate) cells: Result<Cells, String>,
}

/// The cells of a row, without the spaces around them; empty where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    pub(crate) member: String,
    pub(crate) kind: String,
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) source: String,
    pub(crate) condition: String,
    pub(crate) matching: String,
    pub(crate) lapses: String,
}

/// Why a file is no table of pledges.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TableFault {
    pub(crate) row: usize,
    pub(crate) what: String,
}

impl TableFault {
    fn new(row: usize, what: impl Into<String>) -> TableFault {
        TableFault { row, what: what.into() }
    }
}

impl From<RowFault> for TableFault {
    fn from(fault: RowFault) -> TableFault {
        TableFault::new(fault.row, fault.what)
    }
}

impl Cells {
    fn of(heading: &[Option<&'static str>], row: &[String]) -> Cells {
        let mut cells = Cells::default();
        for (name, cell) in heading.iter().zip(row) {
            let cell = cell.trim().to_owned();
            match *name {
                Some("member") => cells.member = cell,
                Some("kind") => cells.kind = cell,
                Some("amount") => cells.amount = cell,
                Some("currency") => cells.currency = cell,
                Some("source") => cells.source = cell,
                Some("condition") => cells.condition = cell,
                Some("matching") => cells.matching = cell,
                Some("lapses") => cells.lapses = cell,
                _ => {}
            }
        }
        cells
    }
}

/// Reads a table, whatever of the three parts its cells.
pub(crate) fn read(text: &str) -> Result<PledgeTable, TableFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut missing = NEEDED.to_vec();
    for delimiter in DELIMITERS {
        let mut rows = Rows::of(text, delimiter);
        let header = rows.next()?.ok_or_else(|| TableFault::new(1, "the file is empty"))?;
        let heading: Vec<Option<&'static str>> = header.iter().map(|cell| column(cell)).collect();
        let lacks: Vec<&str> =
            NEEDED.iter().copied().filter(|name| !heading.contains(&Some(*name))).collect();
        if lacks.is_empty() {
            return body(rows, &header, &heading);
        }
        if lacks.len() < missing.len() {
            missing = lacks;
        }
    }
    let what = format!("the header has no column `{}`", missing.join("`, `"));
    Err(TableFault::new(1, what))
}

/// The column that a heading names, without regard to capital letters.
fn column(heading: &str) -> Option<&'static str> {
    NEEDED.iter().chain(&OTHERS).copied().find(|name| heading.trim().eq_ignore_ascii_case(name))
}

fn body(
    mut rows: Rows<'_>,
    header: &[String],
    heading: &[Option<&'static str>],
) -> Result<PledgeTable, TableFault> {
    for (at, name) in heading.iter().enumerate().filter_map(|(at, name)| name.map(|name| (at, name))) {
        if heading.iter().take(at).any(|before| *before == Some(name)) {
            return Err(TableFault::new(1, format!("the column `{name}` stands twice")));
        }
    }
    let unread = header.iter().zip(heading).filter(|(_, name)| name.is_none());
    let unread = unread.map(|(heading, _)| heading.trim().to_owned()).collect();
    let mut table = PledgeTable { rows: Vec::new(), unread };
    while let Some(row) = rows.next()? {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let number = rows.number();
        if table.rows.len() >= MAX_TABLE_ROWS {
            return Err(TableFault::new(number, format!("a table has at most {MAX_TABLE_ROWS} rows")));
        }
        let cells = match row.len() == header.len() {
            true => Ok(Cells::of(heading, &row)),
            false => Err(format!("it has {} cells, and the header {}", row.len(), header.len())),
        };
        table.rows.push(Row { number, cells });
    }
    Ok(table)
}

#[cfg(test)]
mod tests;
