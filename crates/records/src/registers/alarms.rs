//! Debits of the fund's account that nobody instructed.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::fund::{self, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("amount", "Amount"),
    column("value_date", "Value date"),
    column("reference", "Bank's reference"),
    column("said_by", "Said by"),
    column("and_by", "And by"),
    column("stage", "Stage"),
];

/// Only one treasurer has said so.
const REPORTED: &str = "reported";
/// Two treasurers of different members say so, and the bank has not made it good.
const STANDS: &str = "stands";

#[derive(Clone, Debug)]
struct Row {
    line: EnteredLine,
    and_by: Option<MemberCode>,
    stage: &'static str,
}

/// Alarms by the number of their line.
#[derive(Clone, Debug)]
pub(crate) struct Alarms {
    rows: BTreeMap<LineNo, Row>,
    /// Lines that wait and say of which alarm the bank made good what was missing.
    good: BTreeMap<LineNo, LineNo>,
}

impl Alarms {
    pub(super) fn new(_: &Charter) -> Alarms {
        Alarms { rows: BTreeMap::new(), good: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::LineEntered { line, .. } => match line.statement.purpose {
                Purpose::NotInstructed => {
                    let row = Row { line: line.clone(), and_by: None, stage: REPORTED };
                    self.rows.insert(line.number, row);
                }
                Purpose::MadeGood { line: alarm } => _ = self.good.insert(line.number, alarm),
                _ => {}
            },
            fund::Event::LineBooked { line, by } => {
                if let Some(row) = self.rows.get_mut(line) {
                    row.and_by = Some(*by);
                }
                self.set(*line, STANDS);
                if let Some(alarm) = self.good.get(line).copied() {
                    self.set(alarm, "made good");
                }
            }
            fund::Event::LineTakenBack { line, .. } => {
                self.set(*line, "taken back");
                if let Some(alarm) = self.good.get(line).copied() {
                    self.set(alarm, STANDS);
                }
            }
            fund::Event::LineLapsed { line } => self.set(*line, "lapsed"),
            _ => {}
        }
    }

    fn set(&mut self, line: LineNo, stage: &'static str) {
        if let Some(row) = self.rows.get_mut(&line) {
            row.stage = stage;
        }
    }

    /// The alarms that are not over, and whether two treasurers say so.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (&EnteredLine, bool)> {
        let rows = self.rows.values().filter(|row| matches!(row.stage, REPORTED | STANDS));
        rows.map(|row| (&row.line, row.stage == STANDS))
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            let statement = &row.line.statement;
            vec![
                Cell::Number(u64::from(row.line.number.0)),
                Cell::amount(statement.amount),
                Cell::On(statement.value_date),
                Cell::text(statement.reference.as_str()),
                Cell::text(row.line.by.as_str()),
                Cell::shown(row.and_by),
                Cell::text(row.stage),
            ]
        };
        let rows: Vec<Vec<Cell>> = part.of(self.rows.len(), self.rows.values()).map(cells).collect();
        Table { name: "alarms", columns: COLUMNS, rows }
    }
}
