//! The tranches of cases.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::cases::{Event as E, Terms};
use quorate_partnership::{Booked, CaseNo, Event, TrancheNo, fund};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("tranche", "Tranche"),
    column("amount", "Amount"),
    column("condition", "Condition"),
    column("attested_by", "Attested by"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    tranche: TrancheNo,
    terms: Terms,
    attested: Option<MemberCode>,
    stage: &'static str,
}

/// Tranches by case, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Tranches {
    rows: Vec<Row>,
    /// Of each case, in the order of their numbers, the rows of its tranches.
    cases: Vec<Range<usize>>,
}

impl Tranches {
    pub(super) fn new(_: &Charter) -> Tranches {
        Tranches { rows: Vec::new(), cases: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Fund(fund::Event::PaymentReturned { case, tranche, .. }) = &booked.event {
            self.change(*case, *tranche, |row| row.stage = "attested");
        }
        let Event::Cases(event) = &booked.event else { return };
        match event {
            E::Requested { case, request, .. } => {
                let first = self.rows.len();
                for (number, terms) in (1_u32..).zip(&request.tranches) {
                    let (case, tranche, terms) = (*case, TrancheNo(number), terms.clone());
                    self.rows.push(Row { case, tranche, terms, attested: None, stage: "requested" });
                }
                self.cases.push(first..self.rows.len());
            }
            E::Approved { case, .. } => {
                for row in self.of(*case) {
                    row.stage = "approved";
                }
            }
            E::Attested { case, tranche, by } => self.change(*case, *tranche, |row| {
                row.attested = Some(*by);
                row.stage = "attested";
            }),
            E::Paid { case, tranche, .. } => self.change(*case, *tranche, |row| row.stage = "paid"),
            _ => {}
        }
    }

    fn of(&mut self, case: CaseNo) -> &mut [Row] {
        let rows = super::numbered(&mut self.cases, case.0).cloned().unwrap_or_default();
        self.rows.get_mut(rows).unwrap_or_default()
    }

    fn change(&mut self, case: CaseNo, tranche: TrancheNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(self.of(case), tranche.0) {
            change(row);
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::Number(u64::from(row.case.0)),
                Cell::Number(u64::from(row.tranche.0)),
                Cell::Money(row.terms.amount),
                Cell::text(row.terms.condition.as_str()),
                Cell::shown(row.attested),
                Cell::text(row.stage),
            ]
        };
        Table { name: "tranches", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}
