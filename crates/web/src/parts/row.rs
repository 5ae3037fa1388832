//! One row of a register, whose cells are asked for by their keys.

use maud::{Markup, html};
use quorate_records::words::Language;
use quorate_records::{Cell, Extract, Records, Register, Table};

use crate::visit::Page;

/// A row, and the table that it is of.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t Table,
    cells: &'t [Cell],
}

/// The most rows of one thing on its page; its registers have all.
const MOST: usize = 40;

/// The newest rows of a register in which this number stands in a column, as a table.
pub(crate) fn newest_of(page: &Page<'_>, register: Register, key: &'static str, number: &str) -> Table {
    newest_in(page.records(), register, key, number)
}

/// The same of records that no page is written from yet.
pub(crate) fn newest_in(records: &Records, register: Register, key: &'static str, number: &str) -> Table {
    // What is no number stands in no such column.
    let number = number.parse().unwrap_or(u64::MAX);
    let (mut table, _) = records.extract(register, &Extract::last(0, MOST).with_number(key, number));
    table.rows.reverse();
    table
}

/// The newest rows in which a column has this value, in their order.
pub(crate) fn rows_of<'t>(table: &'t Table, key: &str, value: &str) -> Vec<Row<'t>> {
    let at = table.columns.iter().position(|column| column.key == key);
    let is = |cells: &&Vec<Cell>| at.and_then(|at| cells.get(at)).is_some_and(|cell| cell.plain() == value);
    let mut newest: Vec<Row<'t>> =
        table.rows.iter().rev().filter(is).take(MOST).map(|cells| Row { table, cells }).collect();
    newest.reverse();
    newest
}

/// Every row.
pub(crate) fn all_rows(table: &Table) -> Vec<Row<'_>> {
    table.rows.iter().map(|cells| Row { table, cells }).collect()
}

impl<'t> Row<'t> {
    /// The cell in the column with this key; nothing if there is none.
    pub(crate) fn cell(self, key: &str) -> &'t Cell {
        let at = self.table.columns.iter().position(|column| column.key == key);
        at.and_then(|at| self.cells.get(at)).unwrap_or(&Cell::Empty)
    }

    /// Whether there is something in it.
    pub(crate) fn has(self, key: &str) -> bool {
        *self.cell(key) != Cell::Empty
    }

    /// As it stands in a file.
    pub(crate) fn plain(self, key: &str) -> String {
        self.cell(key).plain()
    }

    /// For people, as it was given: members' own words, codes, numbers, moments.
    pub(crate) fn given(self, key: &str) -> String {
        self.cell(key)
            .readable()
            .replace(' ', if matches!(self.cell(key), Cell::Text(_)) { " " } else { "\u{a0}" })
    }

    /// A word of ours, in the language of the page.
    pub(crate) fn told(self, page: &Page<'_>, key: &str) -> String {
        match self.cell(key) {
            Cell::Text(text) => page.language().say_in(self.table.name, text),
            other => other.readable(),
        }
    }

    /// The heading of a column.
    pub(crate) fn heading(self, page: &Page<'_>, key: &str) -> String {
        let column = self.table.columns.iter().find(|column| column.key == key);
        column.map(|column| page.language().say_in(self.table.name, column.heading)).unwrap_or_default()
    }

    /// What was given in one language or both, in that of the page if it was.
    pub(crate) fn worded(self, page: &Page<'_>, key: &str) -> Markup {
        let (own, other) = match page.language() {
            Language::English => (Language::English, Language::French),
            Language::French => (Language::French, Language::English),
        };
        let found = [own, other].into_iter().find(|language| self.has(&format!("{key}_{}", language.code())));
        html! {
            @if let Some(language) = found {
                span.own translate="no" lang=(language.code()) { (self.given(&format!("{key}_{}", language.code()))) }
            }
        }
    }

    /// A line of what is known about something, left out where nothing is.
    pub(crate) fn about(self, page: &Page<'_>, key: &str) -> Markup {
        html! { @if self.has(key) { div { dt { (self.heading(page, key)) } dd { (self.told(page, key)) } } } }
    }

    /// The same for members' own words.
    pub(crate) fn about_given(self, page: &Page<'_>, key: &str) -> Markup {
        html! { @if self.has(key) { div { dt { (self.heading(page, key)) } dd translate="no" { (self.given(key)) } } } }
    }
}
