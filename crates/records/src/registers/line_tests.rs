//! Tests of lines between militaries.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::continuity::{self, TestResult};
use quorate_partnership::{Audience, Booked, Day, Event, LiaisonLineNo, Moment};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("test", "Test"),
    column("line", "Line"),
    column("result", "Result"),
    column("on", "On"),
    column("by", "By"),
    column("at", "Entered at"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    line: LiaisonLineNo,
    result: TestResult,
    on: Day,
    by: MemberCode,
    at: Moment,
    audience: Audience,
}

/// Tests in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct LineTests {
    rows: Vec<Row>,
    /// For whom each line is.
    audiences: Vec<Audience>,
}

impl LineTests {
    pub(super) fn new(_: &Charter) -> LineTests {
        LineTests { rows: Vec::new(), audiences: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Continuity(continuity::Event::Recorded { recorded, .. }) => {
                self.audiences.push(recorded.audience);
            }
            Event::Continuity(continuity::Event::Tested { line, by, result, on }) => {
                let audience = line.index().and_then(|at| self.audiences.get(at)).copied();
                self.rows.push(Row {
                    line: *line,
                    result: *result,
                    on: *on,
                    by: *by,
                    at: booked.at,
                    audience: audience.unwrap_or_default(),
                });
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let rows = (1..).zip(&self.rows).map(|(number, row)| cells(number, row)).collect();
        Table { name: "line-tests", columns: COLUMNS, rows }
    }
}

fn cells(number: u64, row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(number),
        Cell::Number(u64::from(row.line.0)),
        Cell::text(row.result.name()),
        Cell::On(row.on),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(row.audience.name()),
    ]
}
