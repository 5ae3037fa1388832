//! Every entry in the books, a row a leg.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Entry, HoldId, Leg, Money, Side};
use quorate_partnership::fund::{self, About, CHART};
use quorate_partnership::{Booked, Day, EntryNo, Event, Moment, Post};

use super::accounts::ledger;
use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("entry", "Entry"),
    column("booked_at", "Booked at"),
    column("effective", "Effective"),
    column("ledger", "Ledger"),
    column("account", "Account"),
    column("debit", "Debit"),
    column("credit", "Credit"),
    column("about", "About"),
    column("decision", "Decision"),
    column("reverses", "Reverses"),
    column("by", "By"),
];

#[derive(Clone, Debug)]
struct Row {
    number: EntryNo,
    at: Moment,
    effective: Day,
    entry: Entry,
    about: About,
    reverses: Option<EntryNo>,
    by: Option<Post>,
}

/// Entries in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    rows: Vec<Row>,
    held: BTreeMap<HoldId, (Entry, About)>,
}

impl Journal {
    pub(super) fn new(_: &Charter) -> Journal {
        Journal { rows: Vec::new(), held: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        let (at, by) = (booked.at, booked.by.map(|by| by.post));
        match event {
            fund::Event::Posted { number, entry, about, effective, reverses } => {
                let (number, effective, about, reverses) = (*number, *effective, *about, *reverses);
                self.rows.push(Row { number, at, effective, entry: entry.clone(), about, reverses, by });
            }
            fund::Event::Held { hold, entry, about } => {
                self.held.insert(*hold, (entry.clone(), *about));
            }
            fund::Event::HoldPosted { hold, number, effective } => {
                if let Some((entry, about)) = self.held.remove(hold) {
                    let (number, effective) = (*number, *effective);
                    self.rows.push(Row { number, at, effective, entry, about, reverses: None, by });
                }
            }
            fund::Event::HoldVoided { hold } => {
                self.held.remove(hold);
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let rows = self.rows.iter().flat_map(|row| row.entry.legs().iter().map(move |leg| cells(row, leg)));
        Table { name: "journal", columns: COLUMNS, rows: rows.collect() }
    }
}

fn cells(row: &Row, leg: &Leg) -> Vec<Cell> {
    let amount = Money::new(leg.minor(), row.entry.book().currency()).ok();
    let (debit, credit) = match leg.side() {
        Side::Debit => (amount, None),
        Side::Credit => (None, amount),
    };
    let (about, decision) = about(row.about);
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::At(row.at),
        Cell::On(row.effective),
        Cell::text(ledger(row.entry.book())),
        Cell::text(format!("{}", CHART.describe(leg.account()))),
        Cell::money(debit),
        Cell::money(credit),
        Cell::text(about),
        decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision))),
        row.reverses.map_or(Cell::Empty, |entry| Cell::Number(u64::from(entry.0))),
        Cell::shown(row.by),
    ]
}

/// What an entry is about, and the decision behind it.
fn about(about: About) -> (String, Option<u32>) {
    match about {
        About::Indication { of } => (format!("indication of {of}"), None),
        About::Agreement { of } => (format!("agreement of {of}"), None),
        About::Call { call, decision } => (format!("{call}"), decision.map(|decision| decision.0)),
        About::StepUp { call, of } => (format!("{call} for {of}"), None),
        About::Note { of, .. } => (format!("note of {of}"), None),
        About::Default { of } => (format!("default of {of}"), None),
        About::Pledge { of } => (format!("pledge of {of}"), None),
        About::Line { line } => (format!("{line}"), None),
        About::Case { case, decision } => (format!("{case}"), Some(decision.0)),
        About::Payment { payment, case, decision } => (format!("{payment}, {case}"), Some(decision.0)),
    }
}
