//! The registers of assessments.

use alloc::vec::Vec;

use quorate_partnership::Day;
use quorate_partnership::frameworks::assessments::{Legal, Owner, Pathway, Standard};

use super::{Assessed, Entry, Facts};
use crate::registers::column;
use crate::table::{Cell, Column, Table};

const LEGAL: &[Column] = &[
    column("assessment", "Assessment"),
    column("by", "Of itself by"),
    column("item", "Item"),
    column("basis", "Basis"),
    column("decides", "Decides"),
    column("parliament", "Parliament"),
    column("days", "Days"),
    column("limits", "Limits"),
    column("until", "Valid until"),
    column("status", "Status"),
    column("on", "As of"),
    column("review", "Review by"),
    column("evidence", "Evidence"),
    column("en", "In English"),
    column("fr", "In French"),
    column("replaces", "In the place of"),
    column("recorded_at", "Recorded at"),
    column("audience", "Audience"),
];

const PATHWAYS: &[Column] = &[
    column("assessment", "Assessment"),
    column("by", "Of itself by"),
    column("pathway", "Pathway"),
    column("item", "Item"),
    column("from", "From"),
    column("to", "Up to"),
    column("currency", "Currency"),
    column("days", "Days to contract"),
    column("eligibility", "Who can use it"),
    column("open", "Open to others"),
    column("exemption", "Security exemption"),
    column("end_user", "End-user certificate"),
    column("consent", "Transfer needs the consent of"),
    column("hangs_on", "Hangs on"),
    column("status", "Status"),
    column("on", "As of"),
    column("review", "Review by"),
    column("evidence", "Evidence"),
    column("en", "In English"),
    column("fr", "In French"),
    column("replaces", "In the place of"),
    column("recorded_at", "Recorded at"),
    column("audience", "Audience"),
];

const STANDARDS: &[Column] = &[
    column("assessment", "Assessment"),
    column("by", "Of itself by"),
    column("standard", "Standard"),
    column("edition", "Edition"),
    column("ratified", "Ratified"),
    column("implemented", "Implemented"),
    column("tested", "Tested"),
    column("certified", "Certified"),
    column("exercised", "Last exercise"),
    column("owner", "Owner"),
    column("crypto", "Cryptography released by"),
    column("keys", "Keys released by"),
    column("codes", "Codes released by"),
    column("hangs_on", "Hangs on"),
    column("status", "Status"),
    column("on", "As of"),
    column("review", "Review by"),
    column("evidence", "Evidence"),
    column("en", "In English"),
    column("fr", "In French"),
    column("replaces", "In the place of"),
    column("recorded_at", "Recorded at"),
    column("audience", "Audience"),
];

impl Assessed {
    /// What members say their law allows.
    pub(crate) fn legal(&self, today: Day) -> Table {
        let row = |entry: &Entry| match &entry.facts {
            Facts::Legal(legal) => Some(whole(entry, legal_cells(legal), today)),
            _ => None,
        };
        self.table("legal-authorities", LEGAL, row)
    }

    /// In which ways members say they buy.
    pub(crate) fn pathways(&self, today: Day) -> Table {
        let row = |entry: &Entry| match &entry.facts {
            Facts::Pathway(pathway) => Some(whole(entry, pathway_cells(entry, pathway), today)),
            _ => None,
        };
        self.table("procurement-pathways", PATHWAYS, row)
    }

    /// How far members say they have come with standards.
    pub(crate) fn standards(&self, today: Day) -> Table {
        let row = |entry: &Entry| match &entry.facts {
            Facts::Standard(standard) => Some(whole(entry, standard_cells(entry, standard), today)),
            _ => None,
        };
        self.table("interoperability", STANDARDS, row)
    }

    fn table(
        &self,
        name: &'static str,
        columns: &'static [Column],
        row: impl Fn(&Entry) -> Option<Vec<Cell>>,
    ) -> Table {
        Table { name, columns, rows: self.entries.iter().filter_map(row).collect() }
    }
}

/// Whose entry it is, its facts, and what every assessment says.
fn whole<const N: usize>(entry: &Entry, facts: [Cell; N], today: Day) -> Vec<Cell> {
    let said = entry.particulars();
    let mut cells = Vec::with_capacity(N.saturating_add(11));
    cells.extend([Cell::Number(u64::from(entry.number.0)), Cell::text(entry.by.as_str())]);
    cells.extend(facts);
    cells.extend([
        Cell::text(entry.status(today)),
        Cell::On(said.on),
        Cell::On(said.review),
        said.evidence.map_or_else(|| Cell::text("missing"), |hash| Cell::shown(Some(hash))),
        Cell::phrase(said.wording.en()),
        Cell::phrase(said.wording.fr()),
        said.replaces.map_or(Cell::Empty, |earlier| Cell::Number(u64::from(earlier.0))),
        Cell::At(entry.at),
        Cell::text(said.audience.name()),
    ]);
    cells
}

fn on(day: Option<Day>) -> Cell {
    day.map_or(Cell::Empty, Cell::On)
}

fn hangs_on(entry: &Entry) -> Cell {
    Cell::listed(entry.hangs_on(), " ")
}

fn legal_cells(legal: &Legal) -> [Cell; 7] {
    [
        Cell::text(legal.item.as_str()),
        Cell::text(legal.basis.as_str()),
        Cell::text(legal.decides.as_str()),
        Cell::text(legal.parliament.name()),
        Cell::Number(u64::from(legal.days)),
        Cell::phrase(legal.limits.as_ref()),
        on(legal.until),
    ]
}

fn pathway_cells(entry: &Entry, pathway: &Pathway) -> [Cell; 12] {
    [
        Cell::text(pathway.kind.name()),
        Cell::text(pathway.item.as_str()),
        Cell::money(pathway.from),
        Cell::money(pathway.to),
        Cell::words(pathway.from.or(pathway.to).map_or("", |amount| amount.currency().code())),
        Cell::Number(u64::from(pathway.days)),
        Cell::phrase(pathway.eligibility.as_ref()),
        Cell::text(if pathway.open { "yes" } else { "no" }),
        Cell::phrase(pathway.exemption.as_ref()),
        Cell::text(if pathway.end_user { "required" } else { "not required" }),
        Cell::state(pathway.consent),
        hangs_on(entry),
    ]
}

fn standard_cells(entry: &Entry, standard: &Standard) -> [Cell; 12] {
    let owner = match &standard.owner {
        Some(Owner::State(state)) => Cell::text(state.as_str()),
        Some(Owner::Body(body)) => Cell::text(body.as_str()),
        None => Cell::Empty,
    };
    [
        Cell::text(standard.standard.as_str()),
        Cell::text(standard.edition.as_str()),
        on(standard.ratified),
        on(standard.implemented),
        on(standard.tested),
        on(standard.certified),
        on(standard.exercised),
        owner,
        Cell::state(standard.crypto),
        Cell::state(standard.keys),
        Cell::state(standard.codes),
        hangs_on(entry),
    ]
}
