//! Briefings in advance: who is briefed, by which document, and when that is released.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Audience, Booked, BriefingNo, DocumentHash, Event, Moment, positions};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("briefing", "Briefing"),
    column("subject", "Subject"),
    column("by", "By"),
    column("to", "To"),
    column("document", "Document"),
    column("announced_at", "Announced at"),
    column("release", "Release time"),
    column("stage", "Stage"),
    column("acknowledged", "Acknowledged by"),
    column("missing", "Not acknowledged by"),
    column("audience_then", "Audience from the release on"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: BriefingNo,
    subject: String,
    by: MemberCode,
    to: Vec<MemberCode>,
    document: DocumentHash,
    at: Moment,
    release: Moment,
    released: bool,
    acknowledged: BTreeSet<MemberCode>,
    audience: Audience,
}

/// Briefings in the order in which they were announced.
#[derive(Clone, Debug)]
pub(crate) struct Briefings {
    rows: Vec<Row>,
}

impl Briefings {
    pub(super) fn new(_: &Charter) -> Briefings {
        Briefings { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use positions::Event as E;
        let Event::Positions(event) = &booked.event else { return };
        match event {
            E::BriefingAnnounced { briefing, by, to, subject, document, release, audience } => {
                self.rows.push(Row {
                    number: *briefing,
                    subject: format!("{subject}"),
                    by: *by,
                    to: to.clone(),
                    document: *document,
                    at: booked.at,
                    release: *release,
                    released: false,
                    acknowledged: BTreeSet::new(),
                    audience: *audience,
                });
            }
            E::BriefingReleased { briefing } => {
                if let Some(row) = super::numbered(&mut self.rows, briefing.0) {
                    row.released = true;
                }
            }
            E::Acknowledged { briefing, by } => {
                if let Some(row) = super::numbered(&mut self.rows, briefing.0) {
                    row.acknowledged.insert(*by);
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "briefings",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    // Until its release time nothing that is published shows it.
    let now = if row.released { row.audience } else { Audience::Members };
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(row.subject.as_str()),
        Cell::text(row.by.as_str()),
        Cell::listed(row.to.iter(), ", "),
        Cell::shown(Some(row.document)),
        Cell::At(row.at),
        Cell::At(row.release),
        Cell::text(if row.released { "released" } else { "waits for its release time" }),
        Cell::listed(row.acknowledged.iter(), ", "),
        Cell::listed(row.to.iter().filter(|member| !row.acknowledged.contains(member)), ", "),
        Cell::text(row.audience.name()),
        Cell::text(now.name()),
    ]
}
