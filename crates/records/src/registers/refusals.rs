//! Commands that a rule refused.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_partnership::{Booked, By, Event, Moment, RuleId};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("height", "Height"),
    column("at", "At"),
    column("by", "Given by"),
    column("rule", "Rule"),
    column("article", "Article"),
    column("command", "Command"),
];

#[derive(Clone, Debug)]
struct Row {
    height: u64,
    at: Moment,
    by: By,
    rule: RuleId,
    article: u16,
}

/// Refusals in the order in which they were booked.
#[derive(Clone, Debug)]
pub(crate) struct Refusals {
    rows: Vec<Row>,
}

impl Refusals {
    pub(super) fn new(_: &Charter) -> Refusals {
        Refusals { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let (Event::Refused { rule, article }, Some(by)) = (&booked.event, booked.by) {
            self.rows.push(Row { height: booked.height, at: booked.at, by, rule: *rule, article: *article });
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::Number(row.height),
                Cell::At(row.at),
                Cell::shown(Some(row.by.post)),
                Cell::shown(Some(row.rule)),
                Cell::Number(u64::from(row.article)),
                Cell::shown(Some(row.by.command)),
            ]
        };
        Table {
            name: "refusals",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
