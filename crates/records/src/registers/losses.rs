//! Losses: what was lost, by what it is borne, and what of it came back or is restored.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Currency, Money};
use quorate_partnership::fund::{self, Borne, Cause, TreasuryEvent};
use quorate_partnership::{Booked, Day, Event};

use super::{column, numbered};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("loss", "Loss"),
    column("on", "On"),
    column("what", "What"),
    column("amount", "Amount"),
    column("by_income", "By income"),
    column("by_reserve", "By reserve"),
    column("by_paid_in", "By paid-in"),
    column("came_back", "Came back"),
    column("restored", "Restored"),
    column("to_restore", "To restore"),
];

#[derive(Clone, Debug)]
struct Row {
    on: Day,
    cause: Cause,
    /// By what it was borne at first, and by what it is borne still.
    bore: Borne,
    bears: Borne,
}

/// In the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Losses {
    rows: Vec<Row>,
    /// What calls to restore asked for, all together.
    restored: Money,
}

impl Losses {
    pub(super) fn new(charter: &Charter) -> Losses {
        Losses { rows: Vec::new(), restored: Money::zero(charter.fund().currency()) }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(fund::Event::Treasury(event)) = &booked.event else { return };
        match event {
            TreasuryEvent::Lost { cause, on, borne, .. } => {
                self.rows.push(Row { on: *on, cause: *cause, bore: *borne, bears: *borne });
            }
            TreasuryEvent::Regained { loss, borne, .. } => {
                if let Some(row) = numbered(&mut self.rows, loss.0) {
                    row.bears = row.bears.less(*borne).unwrap_or(row.bears);
                }
            }
            TreasuryEvent::Restored { total, .. } => {
                self.restored = self.restored.checked_add(*total).unwrap_or(self.restored);
            }
            _ => {}
        }
    }

    /// What was asked for restores the oldest losses first.
    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let (mut restores, mut rows) = (self.restored.minor(), Vec::new());
        for (number, row) in (1_u64..).zip(&self.rows) {
            let restored = row.bears.paid_in.minor().clamp(0, restores.max(0));
            restores = restores.saturating_sub(restored);
            rows.push(cells(number, row, restored, charter.fund().currency()));
        }
        Table { name: "losses", columns: COLUMNS, rows }
    }
}

fn cells(number: u64, row: &Row, restored: i128, currency: Currency) -> Vec<Cell> {
    let restored = Money::new(restored, currency).ok();
    let came_back = row.bore.less(row.bears).and_then(Borne::total).ok();
    let to_restore = restored.and_then(|restored| row.bears.paid_in.checked_sub(restored).ok());
    vec![
        Cell::Number(number),
        Cell::On(row.on),
        Cell::text(words::cause(row.cause)),
        Cell::money(row.bore.total().ok()),
        Cell::amount(row.bore.income),
        Cell::amount(row.bore.reserve),
        Cell::amount(row.bore.paid_in),
        Cell::money(came_back),
        Cell::money(restored),
        Cell::money(to_restore),
    ]
}
