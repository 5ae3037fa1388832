//! What of a case was paid and came back, and what counts of what its beneficiary told of the use of it.

use alloc::vec::Vec;

use quorate_ledger::Money;
use quorate_partnership::cases::{Event as E, FinancingEvent, Request};
use quorate_partnership::{CaseNo, Event, ReportNo, TrancheNo, fund};

/// Of one case.
#[derive(Clone, Debug)]
pub(super) struct Accounted {
    /// Of a guarantee, the claims; else the tranches.
    amounts: Vec<Money>,
    paid: Vec<TrancheNo>,
    recovered: Money,
    /// By the numbers of the reports.
    reports: Vec<Told>,
}

/// A report of the beneficiary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    /// What counts of it: less than was told once the money came back.
    pub(super) counts: Money,
    pub(super) attested: bool,
}

/// The case that something about its money or its agreement happened to.
pub(super) fn case_of(event: &Event) -> Option<CaseNo> {
    match event {
        Event::Fund(fund::Event::PaymentReturned { case, .. })
        | Event::Cases(
            E::Claimed { case, .. }
            | E::Paid { case, .. }
            | E::Recovered { case, .. }
            | E::RecoveryTakenBack { case, .. }
            | E::Repaid { case, .. }
            | E::RepaymentTakenBack { case, .. },
        ) => Some(*case),
        Event::Cases(E::Financing(event)) => Some(event.case()),
        _ => None,
    }
}

pub(super) fn less(amount: Money, by: Money) -> Money {
    let left = amount.checked_sub(by).ok().filter(|left| !left.is_negative());
    left.unwrap_or_else(|| Money::zero(amount.currency()))
}

pub(super) fn more(amount: Money, by: Money) -> Money {
    amount.checked_add(by).unwrap_or(amount)
}

impl Accounted {
    pub(super) fn of(request: &Request, none: Money) -> Accounted {
        let amounts = super::tranches::of(request).iter().map(|terms| terms.amount).collect();
        Accounted { amounts, paid: Vec::new(), recovered: none, reports: Vec::new() }
    }

    pub(super) fn hear(&mut self, event: &Event) {
        match event {
            Event::Cases(E::Claimed { amount, .. }) => self.amounts.push(*amount),
            Event::Cases(E::Paid { tranche, .. }) => self.paid.push(*tranche),
            Event::Cases(E::Recovered { amount, .. }) => {
                self.recovered = more(self.recovered, *amount);
                self.tells_of_what_is_kept();
            }
            Event::Cases(E::RecoveryTakenBack { amount, .. }) => {
                self.recovered = less(self.recovered, *amount);
            }
            Event::Fund(fund::Event::PaymentReturned { tranche, .. }) => {
                self.paid.retain(|paid| paid != tranche);
                self.tells_of_what_is_kept();
            }
            Event::Cases(E::Financing(event)) => self.told_more(event),
            _ => {}
        }
    }

    fn told_more(&mut self, event: &FinancingEvent) {
        match event {
            FinancingEvent::Reported { amount, replaces, .. } => {
                let replaced = replaces.and_then(|report| super::numbered(&mut self.reports, report.0));
                if let Some(told) = replaced {
                    told.counts = Money::zero(amount.currency());
                }
                self.reports.push(Told { counts: *amount, attested: false });
            }
            FinancingEvent::UseAttested { report, .. } => {
                if let Some(told) = super::numbered(&mut self.reports, report.0) {
                    told.attested = true;
                }
            }
            _ => {}
        }
    }

    /// What was told beyond what is kept counts no more: of what nobody attested first, the latest first.
    fn tells_of_what_is_kept(&mut self) {
        let mut beyond = less(self.told(), less(self.paid(), self.recovered));
        for attested in [false, true] {
            for told in self.reports.iter_mut().rev().filter(|told| told.attested == attested) {
                let counts = told.counts;
                told.counts = less(counts, beyond);
                beyond = less(beyond, counts);
            }
        }
    }

    fn sum(&self, amounts: impl Iterator<Item = Money>) -> Money {
        amounts.fold(Money::zero(self.recovered.currency()), more)
    }

    pub(super) fn paid(&self) -> Money {
        let amount = |tranche: &TrancheNo| self.amounts.get(tranche.index()?).copied();
        self.sum(self.paid.iter().filter_map(amount))
    }

    pub(super) fn told(&self) -> Money {
        self.sum(self.reports.iter().map(|told| told.counts))
    }

    pub(super) fn attested(&self) -> Money {
        self.sum(self.reports.iter().filter(|told| told.attested).map(|told| told.counts))
    }

    pub(super) fn report(&self, number: ReportNo) -> Option<&Told> {
        self.reports.get(number.index()?)
    }
}
