//! Loans: what is lent, what came back, and what is overdue.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, Kind, Loan};
use quorate_partnership::{Booked, CaseNo, Day, Event};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("beneficiary", "Lent to"),
    column("interest", "Interest a year"),
    column("lent", "Lent"),
    column("repaid", "Repaid"),
    column("interest_paid", "Interest paid"),
    column("written_off", "Written off"),
    column("outstanding", "Outstanding"),
    column("next_due", "Next due by"),
    column("overdue", "Overdue"),
    column("overdue_since", "Overdue since"),
    column("overdue_days", "Days overdue, at the last event"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    beneficiary: MemberCode,
    loan: Loan,
    /// The value date of the first payment.
    first: Option<Day>,
    lent: Money,
    repaid: Money,
    interest: Money,
    written_off: Money,
    fallen: usize,
}

/// Loans in the order of their cases.
#[derive(Clone, Debug)]
pub(crate) struct Loans {
    none: Money,
    /// The day of the last event.
    today: Day,
    rows: Vec<Row>,
}

impl Loans {
    pub(super) fn new(charter: &Charter) -> Loans {
        Loans { none: Money::zero(charter.fund().currency()), today: Day(0), rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        self.today = booked.at.day();
        let Event::Cases(event) = &booked.event else { return };
        match event {
            E::Requested { case, beneficiary, request } => {
                if let Some(Kind::Loan(loan)) = &request.kind {
                    self.rows.push(Row {
                        case: *case,
                        beneficiary: *beneficiary,
                        loan: loan.clone(),
                        first: None,
                        lent: self.none,
                        repaid: self.none,
                        interest: self.none,
                        written_off: self.none,
                        fallen: 0,
                    });
                }
            }
            E::Lent { case, amount, on } => self.change(*case, |row| {
                row.first.get_or_insert(*on);
                add(&mut row.lent, *amount);
            }),
            E::NotLent { case, amount, .. } => self.change(*case, |row| {
                row.lent = row.lent.checked_sub(*amount).unwrap_or(row.lent);
                row.begins_anew_if_nothing();
            }),
            E::Repaid { case, interest, principal, .. } => self.change(*case, |row| {
                add(&mut row.repaid, *principal);
                add(&mut row.interest, *interest);
            }),
            E::RepaymentTakenBack { case, interest, principal, .. } => self.change(*case, |row| {
                row.repaid = row.repaid.checked_sub(*principal).unwrap_or(row.repaid);
                row.interest = row.interest.checked_sub(*interest).unwrap_or(row.interest);
                row.begins_anew_if_nothing();
            }),
            E::WrittenOff { case, amount, .. } => {
                self.change(*case, |row| add(&mut row.written_off, *amount));
            }
            E::FellDue { case, .. } => self.change(*case, |row| row.fallen = row.fallen.saturating_add(1)),
            _ => {}
        }
    }

    fn change(&mut self, case: CaseNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.case == case) {
            change(row);
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows = part.seek(self.rows.len(), self.rows.iter(), &[("case", |row| Some(row.case.0.into()))]);
        let rows = rows.map(|row| row.cells(self.today)).collect();
        Table { name: "loans", columns: COLUMNS, rows }
    }
}

fn add(sum: &mut Money, amount: Money) {
    *sum = sum.checked_add(amount).unwrap_or(*sum);
}

impl Row {
    /// Nothing reached the borrower: the next payment is the first.
    fn begins_anew_if_nothing(&mut self) {
        if self.lent.is_zero() && self.interest.is_zero() {
            (self.first, self.fallen) = (None, 0);
        }
    }

    /// What does not wait for repayment any more: repaid or written off.
    fn settled(&self) -> i128 {
        self.repaid.minor().saturating_add(self.written_off.minor())
    }

    fn due_by(&self, at: usize) -> Option<Day> {
        let after = self.loan.instalments.get(at)?.day.saturating_add(self.loan.grace);
        Some(Day(self.first?.0.saturating_add(after)))
    }

    /// What is overdue, and by which day the oldest of it was due.
    fn overdue(&self) -> Option<(Money, Day)> {
        let (mut sum, mut since) = (0_i128, None);
        for (at, instalment) in self.loan.instalments.iter().take(self.fallen).enumerate() {
            sum = sum.saturating_add(instalment.amount.minor()).min(self.lent.minor());
            if sum > self.settled() {
                since = since.or_else(|| self.due_by(at));
            }
        }
        let overdue = Money::new(sum.saturating_sub(self.settled()), self.lent.currency()).ok()?;
        Some((overdue, since?))
    }

    fn cells(&self, today: Day) -> Vec<Cell> {
        let outstanding = self.lent.minor().saturating_sub(self.settled());
        let overdue = self.overdue();
        let age = |(_, since): (Money, Day)| Cell::Number(u64::from(today.0.saturating_sub(since.0)));
        let next = if outstanding > 0 { self.due_by(self.fallen) } else { None };
        vec![
            Cell::Number(u64::from(self.case.0)),
            Cell::text(self.beneficiary.as_str()),
            Cell::text(words::interest(self.loan.interest)),
            Cell::amount(self.lent),
            Cell::amount(self.repaid),
            Cell::amount(self.interest),
            Cell::amount(self.written_off),
            Cell::money(Money::new(outstanding, self.lent.currency()).ok()),
            next.map_or(Cell::Empty, Cell::On),
            Cell::money(overdue.map(|(amount, _)| amount)),
            overdue.map_or(Cell::Empty, |(_, since)| Cell::On(since)),
            overdue.map_or(Cell::Empty, age),
        ]
    }
}
