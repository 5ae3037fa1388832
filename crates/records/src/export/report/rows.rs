//! Tables that are put together of several registers, or of parts of one.

use alloc::format;
use alloc::vec::Vec;

use maud::Markup;
use quorate_partnership::fund::About;

use super::Page;
use super::parts::shown;
use crate::registers::Register;
use crate::registers::journal::Row;
use crate::table::{Cell, Column, Table};

const fn column(key: &'static str, heading: &'static str) -> Column {
    Column { key, heading }
}

/// Each call's parts, a row a member, with the decision behind each.
pub(super) fn calls(page: &Page<'_>) -> Markup {
    let records = page.records;
    const DECISION: Column = column("decision", "Decision");
    let calls = records.register(Register::Calls);
    let decided = |row: &Vec<Cell>| {
        let number = row.first().map(Cell::plain).unwrap_or_default();
        let of_call = |row: &Row| match row.about {
            About::Call { call, decision } if format!("{}", call.0) == number => decision,
            _ => None,
        };
        let decision = records.registers().journal.entries().iter().find_map(of_call);
        decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision.0)))
    };
    let rows: Vec<Vec<Cell>> =
        calls.rows.iter().map(|row| row.iter().cloned().chain([decided(row)]).collect()).collect();
    let rows: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).collect();
    let end = calls.columns.len();
    let mut columns: Vec<(usize, &Column)> = calls.columns.iter().enumerate().collect();
    columns.insert(1.min(end), (end, &DECISION));
    shown(page, ("What was called, by member", calls.name), &columns, &rows, true)
}

/// Payments with what they come to.
pub(super) fn payments(page: &Page<'_>) -> Markup {
    let records = page.records;
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
    shown(page, ("Instructions and their signatures", "payments, tranches"), &columns, &rows, false)
}

/// Decisions without what only their movers ask.
pub(super) fn decisions(page: &Page<'_>) -> Markup {
    let records = page.records;
    let decisions = records.register(Register::Decisions);
    let kept = ["decision", "title", "effect", "stage", "closes", "verdict"];
    let columns: Vec<(usize, &Column)> =
        decisions.columns.iter().enumerate().filter(|(_, column)| kept.contains(&column.key)).collect();
    let rows: Vec<&[Cell]> = decisions.rows.iter().map(Vec::as_slice).collect();
    shown(page, ("What was tabled, and what became of it", decisions.name), &columns, &rows, false)
}

/// The place of a column.
pub(super) fn at(table: &Table, key: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.key == key)
}
