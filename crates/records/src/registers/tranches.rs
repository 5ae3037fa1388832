//! The tranches of cases.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::cases::{Event as E, Kind, Request, Terms};
use quorate_partnership::{Booked, CaseNo, Event, TrancheNo, fund};

use super::column;
use crate::extract::Extract;
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
    /// Of each case, in the order of their numbers.
    cases: Vec<Vec<Row>>,
}

/// The tranches that a request begins with: of a guarantee none, for its claims are the tranches.
pub(crate) fn of(request: &Request) -> &[Terms] {
    match request.kind {
        Some(Kind::Guarantee(_)) => &[],
        _ => &request.tranches,
    }
}

/// What must be so before it is paid; of pre-financing, what it is for.
fn condition(terms: &Terms) -> String {
    let word = if terms.ahead.is_some() { "pre-financing: " } else { "" };
    format!("{word}{}", terms.condition)
}

impl Tranches {
    pub(super) fn new(_: &Charter) -> Tranches {
        Tranches { cases: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Fund(fund::Event::PaymentReturned { case, tranche, .. }) = &booked.event {
            self.change(*case, *tranche, |row| {
                row.stage = if row.terms.ahead.is_some() { "approved" } else { "attested" };
            });
        }
        let Event::Cases(event) = &booked.event else { return };
        match event {
            E::Requested { case, request, .. } => {
                let row = |(number, terms): (u32, &Terms)| {
                    let (case, tranche, terms) = (*case, TrancheNo(number), terms.clone());
                    Row { case, tranche, terms, attested: None, stage: "requested" }
                };
                self.cases.push((1_u32..).zip(of(request)).map(row).collect());
            }
            E::Claimed { case, tranche, amount, evidence } => {
                let terms = Terms { amount: *amount, condition: evidence.clone(), ahead: None };
                let row = Row { case: *case, tranche: *tranche, terms, attested: None, stage: "claimed" };
                if let Some(rows) = super::numbered(&mut self.cases, case.0) {
                    rows.push(row);
                }
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
            E::TranchesLapsed { case, tranches, .. } => {
                for tranche in tranches {
                    self.change(*case, *tranche, |row| row.stage = "lapsed");
                }
            }
            E::Paid { case, tranche, .. } => self.change(*case, *tranche, |row| row.stage = "paid"),
            _ => {}
        }
    }

    fn of(&mut self, case: CaseNo) -> &mut [Row] {
        super::numbered(&mut self.cases, case.0).map(Vec::as_mut_slice).unwrap_or_default()
    }

    fn change(&mut self, case: CaseNo, tranche: TrancheNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(self.of(case), tranche.0) {
            change(row);
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::Number(u64::from(row.case.0)),
                Cell::Number(u64::from(row.tranche.0)),
                Cell::amount(row.terms.amount),
                Cell::text(condition(&row.terms)),
                Cell::shown(row.attested),
                Cell::text(row.stage),
            ]
        };
        let (all, rows) = (self.cases.iter().map(Vec::len).sum(), self.cases.iter().flatten());
        let rows = part.seek(all, rows, &[("case", |row| Some(row.case.0.into()))]).map(cells).collect();
        Table { name: "tranches", columns: COLUMNS, rows }
    }
}
