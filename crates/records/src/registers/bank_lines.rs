//! The lines of the bank's statement.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Currency;
use quorate_partnership::fund::{self, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("what", "What"),
    column("amount", "Amount"),
    column("value_date", "Value date"),
    column("reference", "Bank's reference"),
    column("entered_by", "Entered by"),
    column("countersigned_by", "Countersigned by"),
    column("stage", "Stage"),
    column("identified", "Said to be from since"),
];

#[derive(Clone, Debug)]
struct Row {
    line: EnteredLine,
    countersigned: Option<MemberCode>,
    stage: &'static str,
    identified: Option<MemberCode>,
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

    /// What a line is, as its treasurers said.
    pub(crate) fn purpose(&self, number: LineNo) -> Option<Purpose> {
        let at = usize::try_from(number.0.checked_sub(1)?).ok()?;
        self.rows.get(at).map(|row| row.line.statement.purpose)
    }

    /// The lines that moved money and were not taken back, each with the member that is said since to have sent it.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (&EnteredLine, Option<MemberCode>)> {
        let moved = |row: &&Row| row.countersigned.is_some() && row.stage != "taken back";
        self.rows.iter().filter(moved).map(|row| (&row.line, row.identified))
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::LineEntered { line, .. }) => {
                self.rows.push(Row {
                    line: line.clone(),
                    countersigned: None,
                    stage: "waits",
                    identified: None,
                });
            }
            Event::Fund(fund::Event::LineBooked { line, by }) => {
                let Some(row) = self.row(*line) else { return };
                row.countersigned = Some(*by);
                row.stage = match row.line.statement.purpose {
                    Purpose::Unidentified => "in suspense",
                    Purpose::NotInstructed => "alarm",
                    _ => "booked",
                };
                if let Purpose::MadeGood { line } = row.line.statement.purpose
                    && let Some(row) = self.row(line)
                {
                    row.stage = "made good";
                }
            }
            Event::Fund(fund::Event::LineLapsed { line }) => {
                if let Some(row) = self.row(*line) {
                    row.stage = "lapsed";
                }
            }
            Event::Fund(fund::Event::LineIdentified { line, from, .. }) => {
                if let Some(row) = self.row(*line) {
                    row.identified = Some(*from);
                    row.stage = "booked";
                }
            }
            Event::Fund(fund::Event::LineTakenBack { line, .. }) => {
                let Some(row) = self.row(*line) else { return };
                row.stage = "taken back";
                if let Purpose::MadeGood { line } = row.line.statement.purpose
                    && let Some(row) = self.row(line)
                {
                    row.stage = "alarm";
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let cells = |row| cells(row, charter.fund().currency());
        Table {
            name: "bank-lines",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

/// The amount of a line is in the fund's currency, unless the line says in which.
fn cells(row: &Row, own: Currency) -> Vec<Cell> {
    let statement = &row.line.statement;
    let what = match statement.purpose {
        Purpose::Receipt { from } if statement.amount.currency() != own => {
            format!("receipt from {from}, in {}", statement.amount.currency())
        }
        Purpose::Exchange { bought } => {
            format!("{} exchanged for {}", statement.amount.currency(), bought.grouped())
        }
        purpose => words::purpose(purpose),
    };
    vec![
        Cell::Number(u64::from(row.line.number.0)),
        Cell::text(what),
        Cell::amount(statement.amount),
        Cell::On(statement.value_date),
        Cell::text(statement.reference.as_str()),
        Cell::text(row.line.by.as_str()),
        Cell::shown(row.countersigned),
        Cell::text(row.stage),
        Cell::shown(row.identified),
    ]
}
