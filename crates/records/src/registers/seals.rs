//! The seals of periods: what the books came to, for good.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, Money};
use quorate_partnership::fund::{self, Totals};
use quorate_partnership::{Booked, Day, Event, SealNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("seal", "Seal"),
    column("until", "Until"),
    column("given_by", "Given by"),
    column("countersigned_by", "Countersigned by"),
    column("stage", "Stage"),
    column("money", "Money, each side"),
    column("commitment_authority", "Commitment authority, each side"),
    column("memoranda", "Memoranda, each side"),
    column("balances", "Hash of balances"),
];

#[derive(Clone, Debug)]
struct Row {
    number: SealNo,
    by: MemberCode,
    countersigned: Option<MemberCode>,
    totals: Totals,
    stage: &'static str,
}

/// Seals in the order in which they were given.
#[derive(Clone, Debug)]
pub(crate) struct Seals {
    rows: Vec<Row>,
}

impl Seals {
    pub(super) fn new(_: &Charter) -> Seals {
        Seals { rows: Vec::new() }
    }

    /// The first seal in force that covers a day, what it sealed, and whose treasurers signed it.
    pub(crate) fn covering(&self, day: Day) -> Option<(SealNo, &Totals, [MemberCode; 2])> {
        self.rows.iter().filter(|row| row.totals.until >= day).find_map(|row| {
            let countersigned = row.countersigned?;
            Some((row.number, &row.totals, [row.by, countersigned]))
        })
    }

    fn row(&mut self, number: SealNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::SealProposed { seal, by, totals, .. }) => {
                let (number, by, totals) = (*seal, *by, totals.clone());
                self.rows.push(Row { number, by, countersigned: None, totals, stage: "waits" });
            }
            Event::Fund(fund::Event::Sealed { seal, by, .. }) => {
                if let Some(row) = self.row(*seal) {
                    row.countersigned = Some(*by);
                    row.stage = "in force";
                }
            }
            Event::Fund(fund::Event::SealLapsed { seal }) => {
                if let Some(row) = self.row(*seal) {
                    row.stage = "lapsed";
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let rows = part.of(self.rows.len(), self.rows.iter()).map(|row| cells(row, charter));
        Table { name: "seals", columns: COLUMNS, rows: rows.collect() }
    }
}

fn cells(row: &Row, charter: &Charter) -> Vec<Cell> {
    let side = |book: BookId| {
        let of = row.totals.ledgers.iter().find(|of| of.book == book);
        let minor = of.map(|of| of.sides.debits()).unwrap_or_default();
        Cell::money(Money::new(minor, book.currency()).ok())
    };
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::On(row.totals.until),
        Cell::text(row.by.as_str()),
        Cell::shown(row.countersigned),
        Cell::text(row.stage),
        side(fund::book::cash(charter)),
        side(fund::book::authority(charter)),
        side(fund::book::memoranda(charter)),
        Cell::shown(Some(row.totals.balances)),
    ]
}
