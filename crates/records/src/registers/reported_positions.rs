//! What offices of States that are no members are reported to have said.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::positions::{self, Tone};
use quorate_partnership::{Audience, Booked, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("report", "Report"),
    column("of", "Of"),
    column("office", "Office"),
    column("on", "On"),
    column("tone", "Tone"),
    column("source", "Source"),
    column("reported_by", "As reported by"),
    column("at", "At"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    of: MemberCode,
    office: String,
    on: String,
    tone: Tone,
    source: String,
    by: MemberCode,
    at: Moment,
    audience: Audience,
}

/// Reports in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct ReportedPositions {
    rows: Vec<Row>,
}

impl ReportedPositions {
    pub(super) fn new(_: &Charter) -> ReportedPositions {
        ReportedPositions { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Positions(positions::Event::Reported { by, of, office, on, tone, source, audience }) =
            &booked.event
        else {
            return;
        };
        self.rows.push(Row {
            of: *of,
            office: office.as_str().into(),
            on: format!("{on}"),
            tone: *tone,
            source: source.as_str().into(),
            by: *by,
            at: booked.at,
            audience: *audience,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows =
            part.of(self.rows.len(), (1..).zip(&self.rows)).map(|(number, row)| cells(number, row)).collect();
        Table { name: "reported-positions", columns: COLUMNS, rows }
    }
}

fn cells(number: u64, row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(number),
        Cell::text(row.of.as_str()),
        Cell::text(row.office.as_str()),
        Cell::text(row.on.as_str()),
        Cell::text(row.tone.name()),
        Cell::text(row.source.as_str()),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(row.audience.name()),
    ]
}
