//! Minutes of sessions, each version as it was given: those of several members stand side by side.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::Event as Consulted;
use quorate_partnership::{Audience, Booked, DocumentHash, Event, Moment, SessionNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("session", "Session"),
    column("by", "By"),
    column("version", "Version"),
    column("at", "At"),
    column("minutes_en", "Minutes (EN)"),
    column("minutes_fr", "Minutes (FR)"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    session: SessionNo,
    by: MemberCode,
    /// From 1; each correction by the same member makes the next.
    version: u64,
    at: Moment,
    en: Option<DocumentHash>,
    fr: Option<DocumentHash>,
    audience: Audience,
}

/// Minutes in the order in which they were given.
#[derive(Clone, Debug)]
pub(crate) struct ConsultationMinutes {
    rows: Vec<Row>,
}

impl ConsultationMinutes {
    pub(super) fn new(_: &Charter) -> ConsultationMinutes {
        ConsultationMinutes { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(Consulted::MinutesGiven { session, by, audience, en, fr }) = &booked.event
        else {
            return;
        };
        let of_same = self.rows.iter().rev().find(|row| row.session == *session && row.by == *by);
        let version = of_same.map_or(0, |before| before.version).saturating_add(1);
        let (session, by, at, en, fr) = (*session, *by, booked.at, *en, *fr);
        self.rows.push(Row { session, by, version, at, en, fr, audience: *audience });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows =
            part.seek(self.rows.len(), self.rows.iter(), &[("session", |row| Some(row.session.0.into()))]);
        let rows = rows.map(cells).collect();
        Table { name: "consultation-minutes", columns: COLUMNS, rows }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.session.0)),
        Cell::text(row.by.as_str()),
        Cell::Number(row.version),
        Cell::At(row.at),
        Cell::shown(row.en),
        Cell::shown(row.fr),
        Cell::text(row.audience.name()),
    ]
}
