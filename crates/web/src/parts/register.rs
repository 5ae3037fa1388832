//! A register as a table: a page of its rows at a time, each number linked to what it is the number of.

use maud::{Markup, html};
use quorate_records::{Cell, Column, Extract, Register, Table};

use crate::visit::Page;

/// How many rows a page shows.
pub(crate) const ROWS: usize = 100;

/// Columns in which members' own words and codes stand: they are the same in every language.
const OWN: &[&str] = &[
    "title",
    "purpose",
    "payee",
    "condition",
    "reference",
    "text",
    "of",
    "subject",
    "says",
    "name",
    "source",
    "reason",
    "reasons",
    "cause",
    "body",
    "basis",
    "decides",
    "touched",
    "office",
    "unit",
    "contract",
    "delivered",
    "remark",
    "owner",
    "explanation",
    "exemption",
    "en",
    "fr",
];

/// Those of them in which words of ours stand all the same.
const OURS: &[(&str, &str)] =
    &[("arrears", "of"), ("instalments", "of"), ("losses", "cause"), ("credentials", "office")];

/// What of a register is shown.
#[derive(Default)]
pub(crate) struct Rows<'r> {
    /// The columns, by their keys; all if there are none.
    pub(crate) columns: &'r [&'r str],
    /// The row with which it begins, counted from 0.
    pub(crate) from: usize,
    /// How many rows at most; all that fit a page if it is 0.
    pub(crate) most: usize,
    /// Whether the last rows come first.
    pub(crate) newest_first: bool,
}

/// A register as it stands, under a heading that leads to all of it.
pub(crate) fn register(page: &Page<'_>, heading: &str, register: Register, shown: &Rows<'_>) -> Markup {
    let most = if shown.most == 0 { ROWS } else { shown.most };
    let some =
        if shown.newest_first { Extract::last(shown.from, most) } else { Extract::first(shown.from, most) };
    let (table, _) = page.records().extract(register, &some);
    // The rows that are asked for are all that was made.
    let shown = Rows { columns: shown.columns, most, ..Rows::default() };
    html! {
        section {
            (super::heading(page, heading, register))
            (rows(page, &table, &shown))
        }
    }
}

/// Some rows of a table.
pub(crate) fn rows(page: &Page<'_>, table: &Table, shown: &Rows<'_>) -> Markup {
    let columns: Vec<(usize, &Column)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| shown.columns.is_empty() || shown.columns.contains(&column.key))
        .collect();
    let most = if shown.most == 0 { ROWS } else { shown.most };
    let some: Vec<&Vec<Cell>> = if shown.newest_first {
        table.rows.iter().rev().skip(shown.from).take(most).collect()
    } else {
        table.rows.iter().skip(shown.from).take(most).collect()
    };
    let amount = |at: usize| some.iter().any(|row| row.get(at).is_some_and(Cell::is_number));
    html! {
        @if some.is_empty() { p.none { (page.t("no-rows")) } }
        @else {
            div.wide tabindex="0" role="region" aria-label=(table.name) {
                table {
                    thead { tr {
                        @for (at, column) in &columns { th scope="col" .number[amount(*at)] {
                            (page.language().say_in(table.name, column.heading)) } }
                    } }
                    tbody {
                        @for row in &some {
                            tr { @for (at, column) in &columns { (cell(page, (table.name, column.key), row.get(*at))) } }
                        }
                    }
                }
            }
        }
    }
}

fn cell(page: &Page<'_>, (register, key): (&str, &str), cell: Option<&Cell>) -> Markup {
    // What is given in a language stands in a column that says in which.
    let said_in = key.rsplit('_').next().filter(|code| crate::visit::language(code).is_some());
    let own = said_in.is_some() || OWN.contains(&key) && !OURS.contains(&(register, key));
    let text = match cell {
        Some(Cell::Text(text)) if own => page.language().say_before(text),
        Some(Cell::Text(text)) => page.language().say_in(register, text),
        cell => cell.map(Cell::readable).unwrap_or_default(),
    };
    let when = matches!(cell, Some(Cell::At(_) | Cell::On(_)));
    let hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let link = cell.and_then(|cell| link(key, cell)).map(|path| page.to(&path));
    html! {
        td .number[cell.is_some_and(Cell::is_number)] .when[when] .long[text.len() > 14 && !hash]
            translate=[own.then_some("no")] lang=[said_in] {
            @if let Some(link) = link { a href=(link) { (text) } }
            @else if hash { code.hash { (text) } }
            @else { (text) }
        }
    }
}

/// The page of what a cell names.
fn link(key: &str, cell: &Cell) -> Option<String> {
    match (key, cell) {
        ("decision", Cell::Number(number)) => Some(format!("/decisions/{number}")),
        ("case", Cell::Number(number)) => Some(format!("/cases/{number}")),
        ("consultation", Cell::Number(number)) => Some(format!("/consultations/{number}")),
        ("member" | "mover", Cell::Text(code)) if code.len() == 3 => Some(format!("/members/{code}")),
        _ => None,
    }
}
