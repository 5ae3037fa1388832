//! Budgets: what was approved for each year, what is spent of it, and what is left or went back.

use alloc::collections::BTreeMap;
use alloc::vec;

use quorate_charter::Charter;
use quorate_ledger::{BookId, Currency, Entry, Money, Side};
use quorate_partnership::fund::{self, TreasuryEvent};
use quorate_partnership::{Booked, Event, Moment};

use super::column;
use crate::codes::{ADMINISTRATION, BUDGET};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("year", "Year"),
    column("approved", "Approved"),
    column("spent", "Spent"),
    column("went_back", "Went back"),
    column("left", "Left"),
    column("until", "Expenses before"),
    column("stage", "Stage"),
];

#[derive(Clone, Copy, Debug, Default)]
struct Row {
    approved: i128,
    spent: i128,
    left: i128,
    until: Option<Moment>,
    ended: bool,
}

/// By year.
#[derive(Clone, Debug)]
pub(crate) struct Budgets {
    currency: Currency,
    rows: BTreeMap<u32, Row>,
}

impl Budgets {
    pub(super) fn new(charter: &Charter) -> Budgets {
        Budgets { currency: charter.fund().currency(), rows: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::Treasury(TreasuryEvent::Budgeted { year, amount, ends, .. }) => {
                let row = self.rows.entry(*year).or_default();
                row.approved = row.approved.saturating_add(amount.minor());
                row.until = row.until.or(Some(*ends));
            }
            fund::Event::Treasury(TreasuryEvent::BudgetEnded { year, .. }) => {
                self.rows.entry(*year).or_default().ended = true;
            }
            fund::Event::Posted { entry, .. } => self.posted(entry),
            _ => {}
        }
    }

    fn posted(&mut self, entry: &Entry) {
        if let BookId::Memoranda(_) = entry.book() {
            return;
        }
        for leg in entry.legs() {
            let Ok(year) = leg.account().of().parse::<u32>() else { continue };
            let debit = if leg.side() == Side::Debit { leg.minor() } else { leg.minor().saturating_neg() };
            match leg.account().code() {
                BUDGET => {
                    let row = self.rows.entry(year).or_default();
                    row.left = row.left.saturating_sub(debit);
                }
                ADMINISTRATION => {
                    let row = self.rows.entry(year).or_default();
                    row.spent = row.spent.saturating_add(debit);
                }
                _ => {}
            }
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let money = |minor| Cell::money(Money::new(minor, self.currency).ok());
        let cells = |(year, row): (&u32, &Row)| {
            let back = row.approved.saturating_sub(row.spent).saturating_sub(row.left);
            vec![
                Cell::Number(u64::from(*year)),
                money(row.approved),
                money(row.spent),
                money(back),
                money(row.left),
                row.until.map_or(Cell::Empty, Cell::At),
                Cell::text(if row.ended { "closed" } else { "open" }),
            ]
        };
        Table {
            name: "budgets",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
