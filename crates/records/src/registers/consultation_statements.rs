//! What members stated in consultations, each word as it was given.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::{About, Event as Consulted};
use quorate_partnership::{
    Audience, Booked, ConsultationNo, DocumentHash, Event, Moment, StatementNo, Wording,
};

use super::{column, language};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("statement", "Statement"),
    column("consultation", "Consultation"),
    column("by", "By"),
    column("at", "At"),
    column("text_en", "Text (EN)"),
    column("text_fr", "Text (FR)"),
    column("on", "On"),
    column("document", "Document"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: StatementNo,
    consultation: ConsultationNo,
    by: MemberCode,
    at: Moment,
    text: Wording,
    about: Option<About>,
    document: Option<DocumentHash>,
    audience: Audience,
}

/// Statements in their order.
#[derive(Clone, Debug)]
pub(crate) struct ConsultationStatements {
    rows: Vec<Row>,
}

impl ConsultationStatements {
    pub(super) fn new(_: &Charter) -> ConsultationStatements {
        ConsultationStatements { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(Consulted::Stated {
            statement,
            consultation,
            by,
            text,
            audience,
            about,
            document,
        }) = &booked.event
        else {
            return;
        };
        self.rows.push(Row {
            number: *statement,
            consultation: *consultation,
            by: *by,
            at: booked.at,
            text: text.clone(),
            about: *about,
            document: *document,
            audience: *audience,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows = part.seek(
            self.rows.len(),
            self.rows.iter(),
            &[("consultation", |row| Some(row.consultation.0.into()))],
        );
        let rows = rows.map(cells).collect();
        Table { name: "consultation-statements", columns: COLUMNS, rows }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::Number(u64::from(row.consultation.0)),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        language(row.text.en()),
        language(row.text.fr()),
        row.about.map_or(Cell::Empty, |about| Cell::text(words::answered(about))),
        Cell::shown(row.document),
        Cell::text(row.audience.name()),
    ]
}
