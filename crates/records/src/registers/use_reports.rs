//! What beneficiaries say they used of what was paid.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, FinancingEvent};
use quorate_partnership::{Booked, CaseNo, Event, Moment, Phrase, ReportNo};

use super::accounted::{Accounted, case_of};
use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("report", "Report"),
    column("amount", "Used"),
    column("what", "For"),
    column("at", "Reported"),
    column("attested_by", "Attested by"),
    column("stage", "Stage"),
    column("counts", "Of it counts"),
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
    none: Money,
    rows: Vec<Row>,
    /// Of every case, in the order of their numbers.
    cases: Vec<Accounted>,
}

impl UseReports {
    pub(super) fn new(charter: &Charter) -> UseReports {
        UseReports { none: Money::zero(charter.fund().currency()), rows: Vec::new(), cases: Vec::new() }
    }

    fn change(&mut self, case: CaseNo, report: ReportNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.iter_mut().find(|row| (row.case, row.report) == (case, report)) {
            change(row);
        }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Cases(E::Requested { request, .. }) = &booked.event {
            self.cases.push(Accounted::of(request, self.none));
        } else if let Some(case) = case_of(&booked.event)
            && let Some(accounted) = super::numbered(&mut self.cases, case.0)
        {
            accounted.hear(&booked.event);
        }
        if let Event::Cases(E::Financing(event)) = &booked.event {
            self.told(event, booked.at);
        }
    }

    fn told(&mut self, event: &FinancingEvent, at: Moment) {
        match event {
            FinancingEvent::Reported { case, report, amount, what, replaces } => {
                if let Some(replaced) = replaces {
                    self.change(*case, *replaced, |row| row.replaced = true);
                }
                let (case, report, amount, what) = (*case, *report, *amount, what.clone());
                let (attested_by, replaced) = (None, false);
                self.rows.push(Row { case, report, amount, what, at, attested_by, replaced });
            }
            FinancingEvent::UseAttested { case, report, by } => {
                self.change(*case, *report, |row| row.attested_by = Some(*by));
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "use-reports",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(|row| self.cells(row)).collect(),
        }
    }

    fn cells(&self, row: &Row) -> Vec<Cell> {
        let of_case = row.case.index().and_then(|at| self.cases.get(at));
        let counts = of_case.and_then(|case| case.report(row.report)).map_or(self.none, |told| told.counts);
        let stage = match (row.replaced, counts.is_positive(), row.attested_by) {
            (true, ..) => "replaced",
            (false, false, _) => "came back",
            (false, true, Some(_)) => "attested",
            (false, true, None) => "reported",
        };
        vec![
            Cell::Number(u64::from(row.case.0)),
            Cell::Number(u64::from(row.report.0)),
            Cell::amount(row.amount),
            Cell::text(row.what.as_str()),
            Cell::At(row.at),
            Cell::shown(row.attested_by),
            Cell::text(stage),
            Cell::amount(counts),
        ]
    }
}
