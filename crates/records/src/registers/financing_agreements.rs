//! Financing agreements: what beneficiaries signed, what of what was paid is accounted for, and breaches.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Term};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, FinancingEvent, Request};
use quorate_partnership::{Booked, CaseNo, Event, Moment, TrancheNo, fund};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("beneficiary", "For"),
    column("terms", "Terms"),
    column("signed", "Signed"),
    column("paid", "Paid"),
    column("accounted_for", "Accounted for"),
    column("attested", "Of it attested"),
    column("pre_financing", "Pre-financing not cleared"),
    column("breach", "Term broken"),
    column("given_back", "Given back"),
    column("to_be_recovered", "To be recovered"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    beneficiary: MemberCode,
    request: Request,
    /// Of a guarantee, the claims; else the tranches.
    amounts: Vec<Money>,
    /// None where nothing is asked to be signed.
    terms: Option<Vec<Term>>,
    signed: Option<Moment>,
    paid: Vec<TrancheNo>,
    /// What came back of what was paid: recovered, or repaid of a loan.
    back: Money,
    /// By the numbers of the reports: what stands of each, and whether it is attested.
    reports: Vec<(Money, bool)>,
    /// Pre-financing that left and whose use is not attested.
    ahead: Money,
    breach: Option<Term>,
}

/// Agreements in the order of their cases.
#[derive(Clone, Debug)]
pub(crate) struct FinancingAgreements {
    none: Money,
    /// Of every case, in the order of their numbers.
    rows: Vec<Row>,
}

impl FinancingAgreements {
    pub(super) fn new(charter: &Charter) -> FinancingAgreements {
        FinancingAgreements { none: Money::zero(charter.fund().currency()), rows: Vec::new() }
    }

    fn change(&mut self, case: CaseNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(&mut self.rows, case.0) {
            change(row);
        }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let event = match &booked.event {
            Event::Cases(event) => event,
            Event::Fund(fund::Event::PaymentReturned { case, tranche, .. }) => {
                self.change(*case, |row| row.returned(*tranche));
                return;
            }
            _ => return,
        };
        match event {
            E::Requested { case, beneficiary, request } => self.requested(*case, *beneficiary, request),
            E::Claimed { case, amount, .. } => self.change(*case, |row| row.amounts.push(*amount)),
            E::Paid { case, tranche, .. } => self.change(*case, |row| row.paid(*tranche)),
            E::Recovered { case, amount, .. } => self.change(*case, |row| row.comes_back(*amount)),
            E::Repaid { case, principal, .. } => self.change(*case, |row| row.comes_back(*principal)),
            E::RecoveryTakenBack { case, amount, advance, .. } => {
                self.change(*case, |row| row.did_not_come(*amount, *advance));
            }
            E::RepaymentTakenBack { case, principal, .. } => {
                self.change(*case, |row| row.back = less(row.back, *principal));
            }
            E::Financing(event) => self.change(event.case(), |row| row.hear(event, booked.at)),
            _ => {}
        }
    }

    fn requested(&mut self, case: CaseNo, beneficiary: MemberCode, request: &Request) {
        let amounts = super::tranches::of(request).iter().map(|terms| terms.amount).collect();
        self.rows.push(Row {
            case,
            beneficiary,
            request: request.clone(),
            amounts,
            terms: None,
            signed: None,
            paid: Vec::new(),
            back: self.none,
            reports: Vec::new(),
            ahead: self.none,
            breach: None,
        });
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let rows = self.rows.iter().filter_map(|row| Some(row.cells(row.terms.as_deref()?, self.none)));
        Table { name: "financing-agreements", columns: COLUMNS, rows: rows.collect() }
    }
}

fn less(amount: Money, by: Money) -> Money {
    let left = amount.checked_sub(by).ok().filter(|left| !left.is_negative());
    left.unwrap_or_else(|| Money::zero(amount.currency()))
}

fn more(amount: Money, by: Money) -> Money {
    amount.checked_add(by).unwrap_or(amount)
}

impl Row {
    fn amount(&self, tranche: TrancheNo) -> Option<Money> {
        self.amounts.get(tranche.index()?).copied()
    }

    /// What is paid before any condition, if this tranche is.
    fn ahead(&self, tranche: TrancheNo) -> Option<Money> {
        let terms = super::tranches::of(&self.request).get(tranche.index()?)?;
        terms.ahead.map(|_| terms.amount)
    }

    fn paid(&mut self, tranche: TrancheNo) {
        self.paid.push(tranche);
        if let Some(amount) = self.ahead(tranche) {
            self.ahead = more(self.ahead, amount);
        }
    }

    fn returned(&mut self, tranche: TrancheNo) {
        self.paid.retain(|paid| *paid != tranche);
        if let Some(amount) = self.ahead(tranche) {
            self.ahead = less(self.ahead, amount);
        }
    }

    /// What was paid ahead comes back first.
    fn comes_back(&mut self, amount: Money) {
        self.back = more(self.back, amount);
        self.ahead = less(self.ahead, amount);
    }

    /// What was said to have come back did not, and so much of it is an advance again.
    fn did_not_come(&mut self, amount: Money, advance: Money) {
        self.back = less(self.back, amount);
        self.ahead = more(self.ahead, advance);
    }

    fn hear(&mut self, event: &FinancingEvent, at: Moment) {
        match event {
            FinancingEvent::Asked { terms, .. } => self.terms = Some(terms.clone()),
            FinancingEvent::Signed { .. } => self.signed = Some(at),
            FinancingEvent::Reported { amount, replaces, .. } => {
                let replaced = replaces.and_then(|report| super::numbered(&mut self.reports, report.0));
                if let Some((stands, _)) = replaced {
                    *stands = Money::zero(amount.currency());
                }
                self.reports.push((*amount, false));
            }
            FinancingEvent::UseAttested { report, .. } => {
                if let Some((amount, attested)) = super::numbered(&mut self.reports, report.0) {
                    *attested = true;
                    self.ahead = less(self.ahead, *amount);
                }
            }
            FinancingEvent::BreachFound { term, .. } => self.breach = Some(*term),
            FinancingEvent::BreachEnded { .. } => self.breach = None,
        }
    }

    fn cells(&self, terms: &[Term], none: Money) -> Vec<Cell> {
        let sum = |amounts: &mut dyn Iterator<Item = Money>| amounts.fold(none, more);
        let paid = sum(&mut self.paid.iter().filter_map(|tranche| self.amount(*tranche)));
        let told = sum(&mut self.reports.iter().map(|(amount, _)| *amount));
        let attested = self.reports.iter().filter(|(_, attested)| *attested);
        let attested = sum(&mut attested.map(|(amount, _)| *amount));
        let terms: Vec<&str> = terms.iter().map(|term| term.name()).collect();
        let recover = self.breach.map(|_| less(paid, self.back));
        let terms: String = terms.join(", ");
        vec![
            Cell::Number(u64::from(self.case.0)),
            Cell::text(self.beneficiary.as_str()),
            Cell::text(terms),
            self.signed.map_or(Cell::Empty, Cell::At),
            Cell::Money(paid),
            Cell::Money(told),
            Cell::Money(attested),
            Cell::Money(self.ahead),
            Cell::shown(self.breach),
            Cell::Money(self.back),
            Cell::money(recover),
        ]
    }
}
