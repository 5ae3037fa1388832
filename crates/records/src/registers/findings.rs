//! What auditors found, and what was answered.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::audit::{self, CorrectedBy, Severity, Subject};
use quorate_partnership::{Booked, Event, FindingNo, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("finding", "Finding"),
    column("about", "About"),
    column("severity", "Severity"),
    column("text", "Text"),
    column("opened_by", "Opened by"),
    column("opened_at", "Opened at"),
    column("answers", "Answers"),
    column("answer", "Last answer"),
    column("answered_by", "Answered by"),
    column("corrected_by", "Corrected by"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    number: FindingNo,
    subject: Subject,
    severity: Severity,
    text: String,
    by: MemberCode,
    at: Moment,
    answers: u64,
    last: Option<(String, MemberCode)>,
    corrected_by: Option<CorrectedBy>,
    open: bool,
}

/// Findings in the order in which they were opened.
#[derive(Clone, Debug)]
pub(crate) struct Findings {
    rows: Vec<Row>,
}

impl Findings {
    pub(super) fn new(_: &Charter) -> Findings {
        Findings { rows: Vec::new() }
    }

    /// How many findings are open, and how many of them are material.
    pub(crate) fn open(&self) -> (usize, usize) {
        let open = || self.rows.iter().filter(|row| row.open);
        (open().count(), open().filter(|row| row.severity == Severity::Material).count())
    }

    fn row(&mut self, number: FindingNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Audit(event) = &booked.event else { return };
        match event {
            audit::Event::FindingOpened { finding, by, subject, severity, text } => self.rows.push(Row {
                number: *finding,
                subject: *subject,
                severity: *severity,
                text: text.as_str().into(),
                by: *by,
                at: booked.at,
                answers: 0,
                last: None,
                corrected_by: None,
                open: true,
            }),
            audit::Event::Answered { finding, by, text, corrected_by } => {
                if let Some(row) = self.row(*finding) {
                    row.answers = row.answers.saturating_add(1);
                    row.last = Some((text.as_str().into(), *by));
                    row.corrected_by = corrected_by.or(row.corrected_by);
                }
            }
            audit::Event::FindingClosed { finding, .. } => {
                if let Some(row) = self.row(*finding) {
                    row.open = false;
                }
            }
            audit::Event::OpinionGiven { .. } => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "findings",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

/// What a finding is about, in words.
pub(crate) fn about(subject: Subject) -> String {
    match subject {
        Subject::Entry(entry) => format!("{entry}"),
        Subject::Line(line) => format!("{line}"),
        Subject::Payment(payment) => format!("{payment}"),
        Subject::Case(case) => format!("{case}"),
        Subject::Period(until) => format!("period until {}", words::day(until)),
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let (answer, answered_by) = match &row.last {
        Some((text, by)) => (Cell::text(text.as_str()), Cell::text(by.as_str())),
        None => (Cell::Empty, Cell::Empty),
    };
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(about(row.subject)),
        Cell::text(row.severity.name()),
        Cell::text(row.text.as_str()),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::Number(row.answers),
        answer,
        answered_by,
        row.corrected_by.map_or(Cell::Empty, |correction| Cell::text(about(correction.into()))),
        Cell::text(if row.open { "open" } else { "closed" }),
    ]
}
