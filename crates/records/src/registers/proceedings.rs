//! Proceedings in other bodies, as members report them: never as a fact.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::{Event as Consulted, ProceedingStatus};
use quorate_partnership::{Audience, Booked, ConsultationNo, Day, Event, Moment, ProceedingNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("proceeding", "Proceeding"),
    column("body", "Body"),
    column("status", "As reported"),
    column("on", "On"),
    column("reported_by", "Reported by"),
    column("reported_at", "Reported at"),
    column("source", "Source"),
    column("consultation", "Linked with"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: ProceedingNo,
    body: String,
    status: ProceedingStatus,
    on: Option<Day>,
    by: MemberCode,
    at: Moment,
    source: String,
    consultation: Option<ConsultationNo>,
    audience: Audience,
}

/// Reports in their order.
#[derive(Clone, Debug)]
pub(crate) struct Proceedings {
    rows: Vec<Row>,
}

impl Proceedings {
    pub(super) fn new(_: &Charter) -> Proceedings {
        Proceedings { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(Consulted::ProceedingReported {
            proceeding,
            by,
            body,
            status,
            source,
            audience,
            consultation,
            on,
        }) = &booked.event
        else {
            return;
        };
        self.rows.push(Row {
            number: *proceeding,
            body: body.as_str().into(),
            status: *status,
            on: *on,
            by: *by,
            at: booked.at,
            source: source.as_str().into(),
            consultation: *consultation,
            audience: *audience,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "proceedings",
            columns: COLUMNS,
            rows: part
                .seek(
                    self.rows.len(),
                    self.rows.iter(),
                    &[("consultation", |row| row.consultation.map(|call| call.0.into()))],
                )
                .map(cells)
                .collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(row.body.as_str()),
        Cell::text(row.status.name()),
        row.on.map_or(Cell::Empty, Cell::On),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(row.source.as_str()),
        row.consultation.map_or(Cell::Empty, |number| Cell::Number(u64::from(number.0))),
        Cell::text(row.audience.name()),
    ]
}
