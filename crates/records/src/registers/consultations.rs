//! Consultations: who called them, about whose security, and whether they are open.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::Event as Consulted;
use quorate_partnership::{Audience, Booked, ConsultationNo, DocumentHash, Event, Moment, Wording};

use super::{column, language};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("consultation", "Consultation"),
    column("called_by", "Called by"),
    column("called_at", "Called at"),
    column("threatened", "Whose security"),
    column("subject_en", "Subject (EN)"),
    column("subject_fr", "Subject (FR)"),
    column("audience", "Audience"),
    column("paper", "Paper"),
    column("first_session_by", "First session by"),
    column("stage", "Stage"),
    column("closed_at", "Closed at"),
    column("closed_by", "Closed by"),
];

#[derive(Clone, Debug)]
struct Row {
    number: ConsultationNo,
    by: MemberCode,
    at: Moment,
    threatened: Vec<MemberCode>,
    subject: Wording,
    audience: Audience,
    paper: Option<DocumentHash>,
    first_session_by: Moment,
    /// When they were closed, and by whom if not by the rule.
    closed: Option<(Moment, Option<MemberCode>)>,
}

/// Consultations in the order in which they were called.
#[derive(Clone, Debug)]
pub(crate) struct Consultations {
    rows: Vec<Row>,
}

impl Consultations {
    pub(super) fn new(_: &Charter) -> Consultations {
        Consultations { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(event) = &booked.event else { return };
        match event {
            Consulted::Called {
                consultation,
                by,
                threatened,
                subject,
                audience,
                paper,
                first_session_by,
                ..
            } => self.rows.push(Row {
                number: *consultation,
                by: *by,
                at: booked.at,
                threatened: threatened.clone(),
                subject: subject.clone(),
                audience: *audience,
                paper: *paper,
                first_session_by: *first_session_by,
                closed: None,
            }),
            Consulted::Closed { consultation, by } => {
                let at = booked.fell_due.unwrap_or(booked.at);
                if let Some(row) = super::numbered(&mut self.rows, consultation.0) {
                    row.closed = Some((at, *by));
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "consultations",
            columns: COLUMNS,
            rows: part
                .seek(self.rows.len(), self.rows.iter(), &[("consultation", |row| Some(row.number.0.into()))])
                .map(cells)
                .collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let (closed_at, closed_by) = match row.closed {
        Some((at, by)) => (Cell::At(at), Cell::text(by.as_ref().map_or("the rule", MemberCode::as_str))),
        None => (Cell::Empty, Cell::Empty),
    };
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(codes(&row.threatened)),
        language(row.subject.en()),
        language(row.subject.fr()),
        Cell::text(row.audience.name()),
        Cell::shown(row.paper),
        Cell::At(row.first_session_by),
        Cell::text(if row.closed.is_some() { "closed" } else { "open" }),
        closed_at,
        closed_by,
    ]
}

/// Members in a cell.
pub(super) fn codes(members: &[MemberCode]) -> String {
    let codes: Vec<String> = members.iter().map(|member| format!("{member}")).collect();
    codes.join(", ")
}
