//! Every entry in the books, a row a leg.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Currency, Entry, HoldId, Leg, Money, Side};
use quorate_partnership::fund::{self, About, CHART};
use quorate_partnership::{Booked, Day, EntryNo, Event, Moment, Post};

use super::accounts::ledger_in;
use super::column;
use crate::extract::Extract;
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
    column("own_day", "Own day"),
    column("remark", "Remark"),
];

/// An entry as it was booked.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) number: EntryNo,
    pub(crate) at: Moment,
    pub(crate) effective: Day,
    pub(crate) entry: Entry,
    pub(crate) about: About,
    pub(crate) reverses: Option<EntryNo>,
    pub(crate) by: Option<Post>,
    /// The hold that was posted by it.
    pub(crate) hold: Option<HoldId>,
    pub(crate) late: Option<Day>,
}

/// An entry that is set aside and not posted.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) at: Moment,
    pub(crate) entry: Entry,
    pub(crate) about: About,
}

/// Entries in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    rows: Vec<Row>,
    held: BTreeMap<HoldId, Held>,
}

impl Journal {
    pub(super) fn new(_: &Charter) -> Journal {
        Journal { rows: Vec::new(), held: BTreeMap::new() }
    }

    /// Every entry: the day on which it has effect, and whether it takes another back.
    pub(crate) fn by_day(&self) -> impl Iterator<Item = (Day, &Entry, bool)> {
        self.rows.iter().map(|row| (row.effective, &row.entry, row.reverses.is_some()))
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        let (at, by) = (booked.at, booked.by.map(|by| by.post));
        match event {
            fund::Event::Posted { number, entry, about, effective, reverses, late } => {
                let (number, effective, about, reverses) = (*number, *effective, *about, *reverses);
                let (entry, late) = (entry.clone(), *late);
                self.rows.push(Row { number, at, effective, entry, about, reverses, by, hold: None, late });
            }
            fund::Event::Held { hold, entry, about } => {
                self.held.insert(*hold, Held { at, entry: entry.clone(), about: *about });
            }
            fund::Event::HoldPosted { hold, number, effective, late } => {
                if let Some(Held { entry, about, .. }) = self.held.remove(hold) {
                    let (number, effective, late) = (*number, *effective, *late);
                    let (reverses, hold) = (None, Some(*hold));
                    self.rows.push(Row { number, at, effective, entry, about, reverses, by, hold, late });
                }
            }
            fund::Event::HoldVoided { hold } => {
                self.held.remove(hold);
            }
            _ => {}
        }
    }

    /// Every entry, in the order of their numbers.
    pub(crate) fn entries(&self) -> &[Row] {
        &self.rows
    }

    /// What is set aside, by the number of its hold.
    pub(crate) fn held(&self) -> impl Iterator<Item = (HoldId, &Held)> {
        self.held.iter().map(|(hold, held)| (*hold, held))
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let own = charter.fund().currency();
        let all = self.rows.iter().map(|row| row.entry.legs().len()).sum();
        let rows = self.rows.iter();
        let rows = rows.flat_map(|row| row.entry.legs().iter().map(move |leg| (row, leg)));
        Table {
            name: "journal",
            columns: COLUMNS,
            rows: part.of(all, rows).map(|(row, leg)| cells(row, leg, own)).collect(),
        }
    }
}

fn cells(row: &Row, leg: &Leg, own: Currency) -> Vec<Cell> {
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
        Cell::text(ledger_in(row.entry.book(), own)),
        Cell::text(format!("{}", CHART.describe(leg.account()))),
        Cell::money(debit),
        Cell::money(credit),
        Cell::text(about),
        decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision))),
        row.reverses.map_or(Cell::Empty, |entry| Cell::Number(u64::from(entry.0))),
        Cell::shown(row.by),
        row.late.map_or(Cell::Empty, Cell::On),
        Cell::words(remark(row)),
    ]
}

/// What was booked for a day that is sealed.
fn remark(row: &Row) -> &'static str {
    match (row.late, row.reverses) {
        (None, _) => "",
        (Some(_), None) => "late item",
        (Some(_), Some(_)) => "prior-period adjustment",
    }
}

/// What an entry is about, and the decision behind it.
pub(crate) fn about(about: About) -> (String, Option<u32>) {
    match about {
        About::Indication { of } => (format!("indication of {of}"), None),
        About::Agreement { of } => (format!("agreement of {of}"), None),
        About::Call { call, decision } => (format!("{call}"), decision.map(|decision| decision.0)),
        About::StepUp { call, of } => (format!("{call} for {of}"), None),
        About::Note { of, .. } => (format!("note of {of}"), None),
        About::Default { of } => (format!("default of {of}"), None),
        About::Pledge { of } => (format!("pledge of {of}"), None),
        About::Settlement { of } => (format!("settlement with {of}"), None),
        About::Line { line } => (format!("{line}"), None),
        About::Case { case, decision } => (format!("{case}"), Some(decision.0)),
        About::Use { case, report } => (format!("{report}, {case}"), None),
        About::InKind { case, offer } => (format!("{offer}, {case}"), None),
        About::Budget { year, decision } => {
            (format!("budget of {year}"), decision.map(|decision| decision.0))
        }
        About::Reserve { year } => (format!("net income of {year}"), None),
        About::Revaluation { currency, day } => {
            (format!("{currency} at the end of {}", crate::words::day(day)), None)
        }
        About::Payment { payment, case, decision } => (format!("{payment}, {case}"), Some(decision.0)),
        About::Returned { line, payment, case, decision } => {
            (format!("{payment} came back, {case}, {line}"), Some(decision.0))
        }
    }
}
