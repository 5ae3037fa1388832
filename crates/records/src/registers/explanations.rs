//! Explanations of position.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Audience, Booked, DocumentHash, Event, Moment, positions};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("explanation", "Explanation"),
    column("by", "By"),
    column("on", "On"),
    column("text", "Text"),
    column("document", "Document"),
    column("at", "At"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    by: MemberCode,
    on: String,
    text: Option<String>,
    document: Option<DocumentHash>,
    at: Moment,
    audience: Audience,
}

/// Explanations in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct Explanations {
    rows: Vec<Row>,
}

impl Explanations {
    pub(super) fn new(_: &Charter) -> Explanations {
        Explanations { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Positions(positions::Event::Explained { by, on, audience, text, document }) =
            &booked.event
        else {
            return;
        };
        self.rows.push(Row {
            by: *by,
            on: words::explained(on),
            text: text.as_ref().map(|text| alloc::format!("{text}")),
            document: *document,
            at: booked.at,
            audience: *audience,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows =
            part.of(self.rows.len(), (1..).zip(&self.rows)).map(|(number, row)| cells(number, row)).collect();
        Table { name: "explanations", columns: COLUMNS, rows }
    }
}

fn cells(number: u64, row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(number),
        Cell::text(row.by.as_str()),
        Cell::text(row.on.as_str()),
        Cell::shown(row.text.as_ref()),
        Cell::shown(row.document),
        Cell::At(row.at),
        Cell::text(row.audience.name()),
    ]
}
