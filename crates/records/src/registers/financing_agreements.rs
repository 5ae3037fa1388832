//! Financing agreements: what beneficiaries signed, what of what was paid is accounted for, and breaches.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Term};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, FinancingEvent, Request};
use quorate_partnership::{Booked, CaseNo, Event, Moment, TrancheNo, fund};

use super::accounted::{Accounted, case_of, less, more};
use super::column;
use crate::extract::Extract;
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
    /// None where nothing is asked to be signed.
    terms: Option<Vec<Term>>,
    signed: Option<Moment>,
    /// What came back of what was paid: recovered, or repaid of a loan.
    back: Money,
    accounted: Accounted,
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
        let none = Money::zero(charter.fund().currency());
        FinancingAgreements { none, rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Cases(E::Requested { case, beneficiary, request }) = &booked.event {
            self.requested(*case, *beneficiary, request);
        } else if let Some(case) = case_of(&booked.event)
            && let Some(row) = super::numbered(&mut self.rows, case.0)
        {
            row.hear(&booked.event, booked.at);
        }
    }

    fn requested(&mut self, case: CaseNo, beneficiary: MemberCode, request: &Request) {
        self.rows.push(Row {
            case,
            beneficiary,
            request: request.clone(),
            terms: None,
            signed: None,
            back: self.none,
            accounted: Accounted::of(request, self.none),
            ahead: self.none,
            breach: None,
        });
    }

    pub(super) fn table(&self, _: &Charter, _: &Extract) -> Table {
        let rows = self.rows.iter().filter_map(|row| Some(row.cells(row.terms.as_deref()?)));
        Table { name: "financing-agreements", columns: COLUMNS, rows: rows.collect() }
    }
}

impl Row {
    fn hear(&mut self, event: &Event, at: Moment) {
        self.accounted.hear(event);
        match event {
            Event::Fund(fund::Event::PaymentReturned { tranche, .. }) => self.returned(*tranche),
            Event::Cases(E::Paid { tranche, .. }) => self.paid(*tranche),
            Event::Cases(E::Recovered { amount, .. }) => self.comes_back(*amount),
            Event::Cases(E::Repaid { principal, .. }) => self.comes_back(*principal),
            Event::Cases(E::RecoveryTakenBack { amount, advance, .. }) => {
                self.did_not_come(*amount, *advance);
            }
            Event::Cases(E::RepaymentTakenBack { principal, .. }) => self.back = less(self.back, *principal),
            Event::Cases(E::Financing(event)) => self.agreement(event, at),
            _ => {}
        }
    }

    /// What is paid before any condition, if this tranche is.
    fn ahead(&self, tranche: TrancheNo) -> Option<Money> {
        let terms = super::tranches::of(&self.request).get(tranche.index()?)?;
        terms.ahead.map(|_| terms.amount)
    }

    fn paid(&mut self, tranche: TrancheNo) {
        if let Some(amount) = self.ahead(tranche) {
            self.ahead = more(self.ahead, amount);
        }
    }

    fn returned(&mut self, tranche: TrancheNo) {
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

    fn agreement(&mut self, event: &FinancingEvent, at: Moment) {
        match event {
            FinancingEvent::Asked { terms, .. } => self.terms = Some(terms.clone()),
            FinancingEvent::Signed { .. } => self.signed = Some(at),
            FinancingEvent::UseAttested { report, .. } => {
                if let Some(told) = self.accounted.report(*report) {
                    self.ahead = less(self.ahead, told.counts);
                }
            }
            FinancingEvent::Reported { .. } => {}
            FinancingEvent::BreachFound { term, .. } => self.breach = Some(*term),
            FinancingEvent::BreachEnded { .. } => self.breach = None,
        }
    }

    fn cells(&self, terms: &[Term]) -> Vec<Cell> {
        let terms: Vec<&str> = terms.iter().map(|term| term.name()).collect();
        let paid = self.accounted.paid();
        let recover = self.breach.map(|_| less(paid, self.back));
        let terms: String = terms.join(", ");
        vec![
            Cell::Number(u64::from(self.case.0)),
            Cell::text(self.beneficiary.as_str()),
            Cell::text(terms),
            self.signed.map_or(Cell::Empty, Cell::At),
            Cell::amount(paid),
            Cell::amount(self.accounted.told()),
            Cell::amount(self.accounted.attested()),
            Cell::amount(self.ahead),
            Cell::shown(self.breach),
            Cell::amount(self.back),
            Cell::money(recover),
        ]
    }
}
