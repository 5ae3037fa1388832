//! Outages of lines between militaries, as each side says them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_partnership::continuity::{self, Said};
use quorate_partnership::{Audience, Booked, Event, LiaisonLineNo, Moment};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("outage", "Outage"),
    column("line", "Line"),
    column("side", "Side"),
    column("reported_by", "As reported by"),
    column("began", "Began"),
    column("restored", "Restored"),
    column("cause", "Cause"),
    column("entered_at", "Entered at"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    line: LiaisonLineNo,
    said: Said,
    began: Moment,
    restored: Option<Moment>,
    cause: Option<String>,
    at: Moment,
    audience: Audience,
}

/// Outages in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct Outages {
    rows: Vec<Row>,
    /// For whom each line is, and whether it was closed.
    lines: Vec<(Audience, bool)>,
}

impl Outages {
    pub(super) fn new(_: &Charter) -> Outages {
        Outages { rows: Vec::new(), lines: Vec::new() }
    }

    fn line(&self, number: LiaisonLineNo) -> (Audience, bool) {
        number.index().and_then(|at| self.lines.get(at)).copied().unwrap_or_default()
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use continuity::Event as E;
        let Event::Continuity(event) = &booked.event else { return };
        match event {
            E::Recorded { recorded, .. } => self.lines.push((recorded.audience, false)),
            E::OutageBegan { line, said, began, cause } => self.rows.push(Row {
                line: *line,
                said: *said,
                began: *began,
                restored: None,
                cause: cause.as_ref().map(|cause| alloc::format!("{cause}")),
                at: booked.at,
                audience: self.line(*line).0,
            }),
            E::Restored { line, said, at } => {
                // One goes on at most: the last that this member said of this side.
                let last = self.rows.iter_mut().rev().find(|row| row.line == *line && row.said == *said);
                if let Some(row) = last {
                    row.restored = Some(*at);
                }
            }
            E::Closed { line, .. } => {
                if let Some(closed) = line.index().and_then(|at| self.lines.get_mut(at)) {
                    closed.1 = true;
                }
            }
            E::Confirmed { .. } | E::Tested { .. } | E::FallBackStarted { .. } => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let cells = |(number, row): (u64, &Row)| {
            let stage = match (row.restored, self.line(row.line).1) {
                (Some(_), _) => "over",
                (None, true) => "line closed",
                (None, false) => "goes on",
            };
            cells(number, row, stage)
        };
        Table { name: "outages", columns: COLUMNS, rows: (1..).zip(&self.rows).map(cells).collect() }
    }
}

fn cells(number: u64, row: &Row, stage: &'static str) -> Vec<Cell> {
    vec![
        Cell::Number(number),
        Cell::Number(u64::from(row.line.0)),
        Cell::text(row.said.of.as_str()),
        Cell::shown(row.said.is_reported().then_some(row.said.by)),
        Cell::At(row.began),
        row.restored.map_or(Cell::Empty, Cell::At),
        Cell::shown(row.cause.as_ref()),
        Cell::At(row.at),
        Cell::text(stage),
        Cell::text(row.audience.name()),
    ]
}
