//! What beneficiaries say they used of what was paid.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, FinancingEvent};
use quorate_partnership::{Booked, CaseNo, Event, Moment, Phrase, ReportNo};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("report", "Report"),
    column("amount", "Used"),
    column("what", "For"),
    column("at", "Reported"),
    column("attested_by", "Attested by"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    report: ReportNo,
    amount: Money,
    what: Phrase,
    at: Moment,
    attested_by: Option<MemberCode>,
    replaced: bool,
}

/// Reports in the order in which they were made.
#[derive(Clone, Debug)]
pub(crate) struct UseReports {
    rows: Vec<Row>,
}

impl UseReports {
    pub(super) fn new(_: &Charter) -> UseReports {
        UseReports { rows: Vec::new() }
    }

    fn change(&mut self, case: CaseNo, report: ReportNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.iter_mut().find(|row| (row.case, row.report) == (case, report)) {
            change(row);
        }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Cases(E::Financing(event)) = &booked.event else { return };
        match event {
            FinancingEvent::Reported { case, report, amount, what, replaces } => {
                if let Some(replaced) = replaces {
                    self.change(*case, *replaced, |row| row.replaced = true);
                }
                let (case, report, amount, what) = (*case, *report, *amount, what.clone());
                let (attested_by, replaced) = (None, false);
                self.rows.push(Row { case, report, amount, what, at: booked.at, attested_by, replaced });
            }
            FinancingEvent::UseAttested { case, report, by } => {
                self.change(*case, *report, |row| row.attested_by = Some(*by));
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        Table { name: "use-reports", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let stage = match (row.replaced, row.attested_by) {
        (true, _) => "replaced",
        (false, Some(_)) => "attested",
        (false, None) => "reported",
    };
    vec![
        Cell::Number(u64::from(row.case.0)),
        Cell::Number(u64::from(row.report.0)),
        Cell::Money(row.amount),
        Cell::text(row.what.as_str()),
        Cell::At(row.at),
        Cell::shown(row.attested_by),
        Cell::text(stage),
    ]
}
