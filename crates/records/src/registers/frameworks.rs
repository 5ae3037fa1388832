//! What parties told of their frameworks, and who confirmed it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::frameworks::{self, Notice, Status};
use quorate_partnership::members;
use quorate_partnership::{Audience, Booked, Event, FrameworkNo, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("framework", "Framework"),
    column("title", "Title"),
    column("form", "Form"),
    column("parties", "Parties"),
    column("partnership", "Its id"),
    column("text", "Text"),
    column("status", "Status"),
    column("report", "Report"),
    column("standing", "Standing"),
    column("confirmed_by", "Confirmed by"),
    column("missing", "Not confirmed by"),
    column("confirmed_status", "Last confirmed by all"),
    column("reported_at", "Reported at"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: FrameworkNo,
    notice: Notice,
    parties: BTreeSet<MemberCode>,
    by: MemberCode,
    version: u32,
    status: Status,
    words: BTreeMap<MemberCode, u32>,
    agreed: Option<Status>,
    at: Moment,
    /// Parties that left the partnership.
    gone: BTreeSet<MemberCode>,
}

impl Row {
    fn stands(&self, party: MemberCode) -> bool {
        self.words.get(&party) == Some(&self.version)
    }

    fn is_confirmed(&self) -> bool {
        self.parties.difference(&self.gone).all(|party| self.stands(*party))
    }

    /// Nobody publishes for another: a notice is for everybody once every party has confirmed it, and one that left had said
    /// something of it.
    fn audience(&self) -> Audience {
        let told = self.gone.iter().all(|party| self.words.contains_key(party));
        if told && self.is_confirmed() && !self.words.is_empty() {
            self.notice.audience
        } else {
            Audience::Members
        }
    }

    /// Remembers what every party has said.
    fn settle(&mut self) {
        if self.is_confirmed() {
            self.agreed = Some(self.status);
        }
    }

    fn parties(&self, standing: bool) -> Cell {
        let waits = |party: &&MemberCode| standing || !self.gone.contains(*party);
        let some = self.parties.iter().filter(|party| self.stands(**party) == standing).filter(waits);
        Cell::listed(some, ", ")
    }

    fn standing(&self) -> String {
        if self.words.is_empty() {
            "taken back".into()
        } else if self.is_confirmed() {
            "confirmed".into()
        } else if self.stands(self.by) {
            alloc::format!("as reported by {}", self.by)
        } else {
            alloc::format!("reported by {}, taken back by it", self.by)
        }
    }
}

/// Frameworks in the order of their notices.
#[derive(Clone, Debug)]
pub(crate) struct Frameworks {
    rows: Vec<Row>,
}

impl Frameworks {
    pub(super) fn new(_: &Charter) -> Frameworks {
        Frameworks { rows: Vec::new() }
    }

    /// The number of the newest report of a framework.
    pub(crate) fn newest(&self, number: FrameworkNo) -> Option<u32> {
        self.rows.get(number.index()?).map(|row| row.version)
    }

    fn row(&mut self, number: FrameworkNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Members(members::Event::Left { member }) = &booked.event {
            for row in self.rows.iter_mut().filter(|row| row.parties.contains(member)) {
                row.gone.insert(*member);
                row.settle();
            }
        }
        let Event::Frameworks(event) = &booked.event else { return };
        match event {
            frameworks::Event::Noticed { framework, by, notice } => self.rows.push(Row {
                number: *framework,
                notice: notice.clone(),
                parties: notice.parties.iter().copied().collect(),
                by: *by,
                version: 1,
                status: notice.status,
                words: BTreeMap::from([(*by, 1)]),
                agreed: None,
                at: booked.at,
                gone: BTreeSet::new(),
            }),
            frameworks::Event::Confirmed { framework, by, version } => {
                if let Some(row) = self.row(*framework) {
                    row.words.insert(*by, *version);
                    row.settle();
                }
            }
            frameworks::Event::WordTakenBack { framework, by } => {
                if let Some(row) = self.row(*framework) {
                    row.words.remove(by);
                }
            }
            frameworks::Event::Updated { framework, by, version, status } => {
                if let Some(row) = self.row(*framework) {
                    (row.by, row.version, row.status, row.at) = (*by, *version, *status, booked.at);
                    row.words.insert(*by, *version);
                }
            }
            frameworks::Event::Arrangements(_)
            | frameworks::Event::Assessments(_)
            | frameworks::Event::Procurement(_) => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "frameworks",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::shown(Some(&row.notice.title)),
        Cell::text(row.notice.form.name()),
        Cell::listed(&row.parties, ", "),
        Cell::shown(Some(row.notice.partnership)),
        Cell::shown(row.notice.text),
        Cell::text(row.status.name()),
        Cell::Number(u64::from(row.version)),
        Cell::text(row.standing()),
        row.parties(true),
        row.parties(false),
        Cell::words(row.agreed.map_or("", Status::name)),
        Cell::At(row.at),
        Cell::text(row.audience().name()),
    ]
}
