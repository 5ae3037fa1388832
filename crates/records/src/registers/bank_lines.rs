//! The lines of the bank's statement.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::fund::{self, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("what", "What"),
    column("amount", "Amount"),
    column("value_date", "Value date"),
    column("reference", "Bank's reference"),
    column("entered_by", "Entered by"),
    column("countersigned_by", "Countersigned by"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    line: EnteredLine,
    countersigned: Option<MemberCode>,
    stage: &'static str,
}

/// Lines in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct BankLines {
    rows: Vec<Row>,
}

impl BankLines {
    pub(super) fn new(_: &Charter) -> BankLines {
        BankLines { rows: Vec::new() }
    }

    fn row(&mut self, number: LineNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::LineEntered { line, .. }) => {
                self.rows.push(Row { line: line.clone(), countersigned: None, stage: "waits" });
            }
            Event::Fund(fund::Event::LineBooked { line, by }) => {
                if let Some(row) = self.row(*line) {
                    row.countersigned = Some(*by);
                    row.stage = "booked";
                }
            }
            Event::Fund(fund::Event::LineLapsed { line }) => {
                if let Some(row) = self.row(*line) {
                    row.stage = "lapsed";
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        Table { name: "bank-lines", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let statement = &row.line.statement;
    let what = match statement.purpose {
        Purpose::Receipt { from } => format!("receipt from {from}"),
        Purpose::Payment { payment } => format!("{payment}"),
        Purpose::Repayment { case } => format!("repayment of {case}"),
        Purpose::Recovery { case } => format!("recovery of {case}"),
    };
    vec![
        Cell::Number(u64::from(row.line.number.0)),
        Cell::text(what),
        Cell::Money(statement.amount),
        Cell::On(statement.value_date),
        Cell::text(statement.reference.as_str()),
        Cell::text(row.line.by.as_str()),
        Cell::shown(row.countersigned),
        Cell::text(row.stage),
    ]
}
