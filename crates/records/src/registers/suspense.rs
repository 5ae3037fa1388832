//! Money that came, and that nobody can place yet.

use alloc::collections::BTreeMap;
use alloc::vec;

use quorate_charter::Charter;
use quorate_partnership::fund::{self, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("amount", "Amount"),
    column("value_date", "Value date"),
    column("reference", "Bank's reference"),
    column("since", "In suspense since"),
];

/// Lines in suspense, by number.
#[derive(Clone, Debug)]
pub(crate) struct Suspense {
    entered: BTreeMap<LineNo, EnteredLine>,
    rows: BTreeMap<LineNo, (EnteredLine, Moment)>,
}

impl Suspense {
    pub(super) fn new(_: &Charter) -> Suspense {
        Suspense { entered: BTreeMap::new(), rows: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::LineEntered { line, .. } if line.statement.purpose == Purpose::Unidentified => {
                self.entered.insert(line.number, line.clone());
            }
            fund::Event::LineBooked { line, .. } => {
                if let Some(entered) = self.entered.remove(line) {
                    self.rows.insert(*line, (entered, booked.at));
                }
            }
            fund::Event::LineIdentified { line, .. } | fund::Event::LineTakenBack { line, .. } => {
                self.rows.remove(line);
            }
            fund::Event::LineLapsed { line } => _ = self.entered.remove(line),
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |(line, since): &(EnteredLine, Moment)| {
            vec![
                Cell::Number(u64::from(line.number.0)),
                Cell::amount(line.statement.amount),
                Cell::On(line.statement.value_date),
                Cell::text(line.statement.reference.as_str()),
                Cell::At(*since),
            ]
        };
        Table {
            name: "suspense",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.values()).map(cells).collect(),
        }
    }
}
