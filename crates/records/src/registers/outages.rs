//! Outages of lines between militaries, as each side says them.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_partnership::continuity::{self, Said};
use quorate_partnership::{Audience, Booked, Event, LiaisonLineNo, Moment};

use super::column;
use crate::continuity::{Audiences, audience_of};
use crate::extract::Extract;
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
}

/// Outages in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct Outages {
    rows: Vec<Row>,
    audiences: Audiences,
    /// The lines that were closed.
    closed: BTreeSet<LiaisonLineNo>,
}

impl Outages {
    pub(super) fn new(charter: &Charter) -> Outages {
        Outages { rows: Vec::new(), audiences: Audiences::new(charter), closed: BTreeSet::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use continuity::Event as E;
        if self.audiences.hear(booked) {
            self.are_bound(booked.fell_due.unwrap_or(booked.at));
        }
        let Event::Continuity(event) = &booked.event else { return };
        match event {
            E::OutageBegan { line, said, began, cause } => self.rows.push(Row {
                line: *line,
                said: *said,
                began: *began,
                restored: None,
                cause: cause.as_ref().map(|cause| alloc::format!("{cause}")),
                at: booked.at,
            }),
            E::Restored { line, said, at } => {
                // One goes on at most: the last that this member said of this side.
                let last = self.rows.iter_mut().rev().find(|row| row.line == *line && row.said == *said);
                if let Some(row) = last {
                    row.restored = Some(*at);
                }
            }
            E::Closed { line, .. } => {
                self.closed.insert(*line);
            }
            _ => {}
        }
    }

    /// Only a member says something, of itself or of a State that is none: what was said otherwise is over.
    fn are_bound(&mut self, at: Moment) {
        let (bound, closed) = (self.audiences.bound(), &self.closed);
        let stands = |said: Said| bound.has(said.by) && (!said.is_reported() || !bound.has(said.of));
        let over =
            |row: &&mut Row| row.restored.is_none() && !closed.contains(&row.line) && !stands(row.said);
        self.rows.iter_mut().filter(over).for_each(|row| row.restored = Some(at));
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let all = self.audiences.all();
        let cells = |(number, row): (u64, &Row)| {
            let stage = match (row.restored, self.closed.contains(&row.line)) {
                (Some(_), _) => "over",
                (None, true) => "line closed",
                (None, false) => "goes on",
            };
            cells(number, row, stage, audience_of(&all, row.line))
        };
        Table {
            name: "outages",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), (1..).zip(&self.rows)).map(cells).collect(),
        }
    }
}

fn cells(number: u64, row: &Row, stage: &'static str, audience: Audience) -> Vec<Cell> {
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
        Cell::text(audience.name()),
    ]
}
