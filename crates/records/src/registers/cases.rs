//! Cases of assistance.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Money, MoneyError};
use quorate_partnership::cases::{self, Kind, Request};
use quorate_partnership::{Booked, CaseNo, DecisionNo, Event, TrancheNo, fund};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("beneficiary", "For"),
    column("kind", "Kind of help"),
    column("purpose", "Purpose"),
    column("payee", "To be paid to"),
    column("total", "Asked for"),
    column("paid", "Paid"),
    column("recovered", "Recovered"),
    column("decision", "Decision"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    beneficiary: MemberCode,
    request: Request,
    /// Of a guarantee, the claims; else the tranches.
    amounts: Vec<Money>,
    paid: Vec<TrancheNo>,
    recovered: Money,
    decision: Option<DecisionNo>,
    stage: &'static str,
}

/// Cases in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Cases {
    none: Money,
    rows: Vec<Row>,
}

impl Cases {
    pub(super) fn new(charter: &Charter) -> Cases {
        Cases { none: Money::zero(charter.fund().currency()), rows: Vec::new() }
    }

    fn row(&mut self, case: CaseNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, case.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Fund(fund::Event::PaymentReturned { case, tranche, .. }) = &booked.event
            && let Some(row) = self.row(*case)
        {
            row.paid.retain(|paid| paid != tranche);
            row.stage = "approved";
        }
        let Event::Cases(event) = &booked.event else { return };
        match event {
            cases::Event::Requested { case, beneficiary, request } => {
                let (case, beneficiary, request) = (*case, *beneficiary, request.clone());
                let amounts = super::tranches::of(&request).iter().map(|terms| terms.amount).collect();
                self.rows.push(Row {
                    case,
                    beneficiary,
                    request,
                    amounts,
                    paid: Vec::new(),
                    recovered: self.none,
                    decision: None,
                    stage: "requested",
                });
            }
            cases::Event::Approved { case, decision, .. } => {
                if let Some(row) = self.row(*case) {
                    row.decision = Some(*decision);
                    row.stage = "approved";
                }
            }
            cases::Event::Paid { case, tranche, .. } => {
                if let Some(row) = self.row(*case) {
                    row.paid.push(*tranche);
                }
            }
            cases::Event::Recovered { case, amount, .. } => self.recovers(*case, Ok(*amount)),
            cases::Event::RecoveryTakenBack { case, amount, .. } => {
                self.recovers(*case, amount.checked_neg());
            }
            // What is outstanding again is open again.
            cases::Event::RepaymentTakenBack { case, principal, .. } if principal.is_positive() => {
                if let Some(row) = self.row(*case) {
                    row.stage = "approved";
                }
            }
            cases::Event::Claimed { case, amount, .. } => {
                if let Some(row) = self.row(*case) {
                    row.amounts.push(*amount);
                }
            }
            cases::Event::Closed { case } => {
                if let Some(row) = self.row(*case) {
                    row.stage = "closed";
                }
            }
            _ => {}
        }
    }

    fn recovers(&mut self, case: CaseNo, amount: Result<Money, MoneyError>) {
        if let (Some(row), Ok(amount)) = (self.row(case), amount) {
            row.recovered = row.recovered.checked_add(amount).unwrap_or(row.recovered);
        }
    }

    /// The cases that are neither closed nor withdrawn.
    pub(crate) fn open(&self) -> impl DoubleEndedIterator<Item = CaseNo> {
        let is_open = |row: &&Row| !matches!(row.stage, "closed" | "withdrawn");
        self.rows.iter().filter(is_open).map(|row| row.case)
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "cases",
            columns: COLUMNS,
            rows: part
                .seek(self.rows.len(), self.rows.iter(), &[("case", |row| Some(row.case.0.into()))])
                .map(|row| self.cells(row))
                .collect(),
        }
    }

    fn cells(&self, row: &Row) -> Vec<Cell> {
        let asked = row.request.tranches.iter().map(|terms| terms.amount);
        let total = asked.clone().try_fold(self.none, Money::checked_add);
        let numbered = (1_u32..).zip(&row.amounts);
        let paid = numbered.filter(|(number, _)| row.paid.contains(&TrancheNo(*number)));
        let paid = paid.map(|(_, amount)| *amount).try_fold(self.none, Money::checked_add);
        vec![
            Cell::Number(u64::from(row.case.0)),
            Cell::text(row.beneficiary.as_str()),
            Cell::text(Kind::name(row.request.kind.as_ref())),
            Cell::text(row.request.purpose.as_str()),
            Cell::text(row.request.payee.as_str()),
            Cell::money(total.ok()),
            Cell::money(paid.ok()),
            Cell::amount(row.recovered),
            row.decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision.0))),
            Cell::text(row.stage),
        ]
    }
}
