//! Emergency calls: who asked, who countersigned, and the call that each became.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::{Booked, CallNo, Event, Moment, fund};

use super::{column, numbered};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("number", "Number"),
    column("total", "Total"),
    column("asked_by", "Asked for by"),
    column("until", "Countersigned before"),
    column("countersigned_by", "Countersigned by"),
    column("call", "Call"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    total: Money,
    by: MemberCode,
    until: Moment,
    made: Option<(MemberCode, CallNo)>,
    lapsed: bool,
}

/// In the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Emergencies {
    rows: Vec<Row>,
}

impl Emergencies {
    pub(super) fn new(_: &Charter) -> Emergencies {
        Emergencies { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::EmergencyCallEntered { by, total, until, .. } => {
                self.rows.push(Row { total: *total, by: *by, until: *until, made: None, lapsed: false });
            }
            fund::Event::EmergencyCallMade { number, by, call } => {
                if let Some(row) = numbered(&mut self.rows, number.0) {
                    row.made = Some((*by, *call));
                }
            }
            fund::Event::EmergencyCallLapsed { number } => {
                if let Some(row) = numbered(&mut self.rows, number.0) {
                    row.lapsed = true;
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, _: &Extract) -> Table {
        let stage = |row: &Row| match (row.made, row.lapsed) {
            (Some(_), _) => "made",
            (None, true) => "lapsed",
            (None, false) => "waiting",
        };
        let cells = |(number, row): (u64, &Row)| {
            vec![
                Cell::Number(number),
                Cell::amount(row.total),
                Cell::text(row.by.as_str()),
                Cell::At(row.until),
                Cell::shown(row.made.map(|(by, _)| by)),
                row.made.map_or(Cell::Empty, |(_, call)| Cell::Number(u64::from(call.0))),
                Cell::text(stage(row)),
            ]
        };
        let rows = (1_u64..).zip(&self.rows).map(cells).collect();
        Table { name: "emergencies", columns: COLUMNS, rows }
    }
}
