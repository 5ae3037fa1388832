//! What States have to do at home before they can consent, as they declared it themselves.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Booked, Day, Event, Moment, StepNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("step", "Step"),
    column("state", "State"),
    column("what", "What"),
    column("by", "By"),
    column("stage", "Stage"),
    column("source", "Source"),
    column("declared_at", "Declared at"),
    column("completed_at", "Completed at"),
];

#[derive(Clone, Debug)]
struct Row {
    number: StepNo,
    state: MemberCode,
    what: String,
    by: Day,
    source: Option<String>,
    declared: Moment,
    completed: Option<Moment>,
}

/// Steps in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Steps {
    rows: Vec<Row>,
    now: Moment,
}

impl Steps {
    pub(super) fn new(_: &Charter) -> Steps {
        Steps { rows: Vec::new(), now: Moment(0) }
    }

    /// The agreed time, by which a day is over.
    pub(crate) fn reach(&mut self, now: Moment) {
        self.now = now;
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Members(E::Instrument(I::StepDeclared { step, member, what, by, source })) => {
                self.rows.push(Row {
                    number: *step,
                    state: *member,
                    what: what.as_str().into(),
                    by: *by,
                    source: source.as_ref().map(|source| source.as_str().into()),
                    declared: booked.at,
                    completed: None,
                });
            }
            Event::Members(E::Instrument(I::StepCompleted { step, .. })) => {
                if let Some(row) = super::numbered(&mut self.rows, step.0) {
                    row.completed = Some(booked.at);
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            let stage = match row.completed {
                Some(_) => "done",
                None if self.now.day() > row.by => "open, past its day",
                None => "open",
            };
            vec![
                Cell::Number(u64::from(row.number.0)),
                Cell::text(row.state.as_str()),
                Cell::text(row.what.as_str()),
                Cell::On(row.by),
                Cell::text(stage),
                Cell::words(row.source.as_deref().unwrap_or_default()),
                Cell::At(row.declared),
                row.completed.map_or(Cell::Empty, Cell::At),
            ]
        };
        Table {
            name: "steps",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
