//! Tests of lines between militaries.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::continuity::{self, TestResult};
use quorate_partnership::{Audience, Booked, Day, Event, LiaisonLineNo, Moment};

use super::column;
use crate::continuity::{Audiences, audience_of};
use crate::extract::Extract;
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
}

/// Tests in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct LineTests {
    rows: Vec<Row>,
    /// For whom each line is.
    audiences: Audiences,
}

impl LineTests {
    pub(super) fn new(charter: &Charter) -> LineTests {
        LineTests { rows: Vec::new(), audiences: Audiences::new(charter) }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        self.audiences.hear(booked);
        let Event::Continuity(continuity::Event::Tested { line, by, result, on }) = &booked.event else {
            return;
        };
        self.rows.push(Row { line: *line, result: *result, on: *on, by: *by, at: booked.at });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let all = self.audiences.all();
        let cells = |(number, row): (u64, &Row)| cells(number, row, audience_of(&all, row.line));
        let rows = part.of(self.rows.len(), (1..).zip(&self.rows)).map(cells).collect();
        Table { name: "line-tests", columns: COLUMNS, rows }
    }
}

fn cells(number: u64, row: &Row, audience: Audience) -> Vec<Cell> {
    vec![
        Cell::Number(number),
        Cell::Number(u64::from(row.line.0)),
        Cell::text(row.result.name()),
        Cell::On(row.on),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(audience.name()),
    ]
}
