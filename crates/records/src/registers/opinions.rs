//! Auditors' opinions on sealed periods.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::audit::{self, OpinionKind};
use quorate_partnership::{Booked, Day, DocumentHash, Event, Moment, OpinionNo, Phrase};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("opinion", "Opinion"),
    column("period_until", "Period until"),
    column("by", "By"),
    column("kind", "Kind"),
    column("basis", "Basis"),
    column("document", "Report"),
    column("given_at", "Given at"),
    column("replaces", "Replaces"),
    column("stands", "Stands"),
];

#[derive(Clone, Debug)]
struct Row {
    number: OpinionNo,
    until: Day,
    by: MemberCode,
    kind: OpinionKind,
    basis: Option<Phrase>,
    document: Option<DocumentHash>,
    at: Moment,
    replaces: Option<OpinionNo>,
    stands: bool,
}

/// Opinions in the order in which they were given.
#[derive(Clone, Debug)]
pub(crate) struct Opinions {
    rows: Vec<Row>,
}

impl Opinions {
    pub(super) fn new(_: &Charter) -> Opinions {
        Opinions { rows: Vec::new() }
    }

    /// The opinions that stand on the period that ends on this day.
    pub(crate) fn on(&self, until: Day) -> impl Iterator<Item = (MemberCode, OpinionKind)> {
        let stands = self.rows.iter().filter(move |row| row.stands && row.until == until);
        stands.map(|row| (row.by, row.kind))
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Audit(audit::Event::OpinionGiven { opinion, by, until, kind, replaces, basis, document }) =
            &booked.event
        else {
            return;
        };
        if let Some(row) = replaces.and_then(|number| super::numbered(&mut self.rows, number.0)) {
            row.stands = false;
        }
        self.rows.push(Row {
            number: *opinion,
            until: *until,
            by: *by,
            kind: *kind,
            basis: basis.clone(),
            document: *document,
            at: booked.at,
            replaces: *replaces,
            stands: true,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "opinions",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::On(row.until),
        Cell::text(row.by.as_str()),
        Cell::text(row.kind.name()),
        Cell::shown(row.basis.as_ref()),
        Cell::shown(row.document),
        Cell::At(row.at),
        row.replaces.map_or(Cell::Empty, |number| Cell::Number(u64::from(number.0))),
        Cell::text(if row.stands { "yes" } else { "replaced" }),
    ]
}
