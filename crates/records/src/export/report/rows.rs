//! Tables that are put together of several registers, or of parts of one.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use maud::Markup;
use quorate_ledger::{BookId, Money, Side};
use quorate_partnership::fund::About;

use super::parts::shown;
use crate::records::Records;
use crate::registers::Register;
use crate::table::{Cell, Column, Table};

const fn column(key: &'static str, heading: &'static str) -> Column {
    Column { key, heading }
}

const CALLS: &[Column] = &[
    column("call", "Call"),
    column("decision", "Decision"),
    column("effective", "On"),
    column("member", "Member"),
    column("amount", "Amount"),
];

/// Each call's parts, from the journal.
pub(super) fn calls(records: &Records) -> Markup {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in records.registers().journal.entries() {
        let (About::Call { call, decision }, BookId::Cash(currency)) = (row.about, row.entry.book()) else {
            continue;
        };
        for leg in row.entry.legs().iter().filter(|leg| leg.side() == Side::Debit) {
            rows.push(vec![
                Cell::Number(u64::from(call.0)),
                decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision.0))),
                Cell::On(row.effective),
                Cell::text(leg.account().of()),
                Cell::money(Money::new(leg.minor(), currency).ok()),
            ]);
        }
    }
    let rows: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).collect();
    let columns: Vec<(usize, &Column)> = CALLS.iter().enumerate().collect();
    shown("What was called, by member", "journal", &columns, &rows, true)
}

/// Payments with what they come to.
pub(super) fn payments(records: &Records) -> Markup {
    let (payments, tranches) = (records.register(Register::Payments), records.register(Register::Tranches));
    let amount = |row: &Vec<Cell>| {
        let of =
            |key: &str| at(&payments, key).and_then(|at| row.get(at)).map(Cell::plain).unwrap_or_default();
        tranches.find(&[&of("case"), &of("tranche")], "amount").cloned().unwrap_or(Cell::Empty)
    };
    let rows: Vec<Vec<Cell>> =
        payments.rows.iter().map(|row| row.iter().cloned().chain([amount(row)]).collect()).collect();
    let rows: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).collect();
    const AMOUNT: Column = column("amount", "Amount");
    let end = payments.columns.len();
    let mut columns: Vec<(usize, &Column)> = payments.columns.iter().enumerate().collect();
    columns.insert(3.min(end), (end, &AMOUNT));
    shown("Instructions and their signatures", "payments, tranches", &columns, &rows, false)
}

/// Decisions without what only their movers ask.
pub(super) fn decisions(records: &Records) -> Markup {
    let decisions = records.register(Register::Decisions);
    let kept = ["decision", "title", "effect", "stage", "closes", "verdict"];
    let columns: Vec<(usize, &Column)> =
        decisions.columns.iter().enumerate().filter(|(_, column)| kept.contains(&column.key)).collect();
    let rows: Vec<&[Cell]> = decisions.rows.iter().map(Vec::as_slice).collect();
    shown(
        "What was tabled, and what became of it",
        &format!("{}", Register::Decisions),
        &columns,
        &rows,
        false,
    )
}

/// The place of a column.
pub(super) fn at(table: &Table, key: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.key == key)
}
