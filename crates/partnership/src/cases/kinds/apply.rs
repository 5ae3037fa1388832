//! What happens to loans and guarantees.

use quorate_ledger::Money;

use super::{Guaranteed, Kind, Lending};
use crate::agenda::{Agenda, Task};
use crate::cases::{Case, Cases, Event, Tranche};
use crate::ids::CaseNo;
use crate::moment::{Day, Moment};

impl Cases {
    pub(in crate::cases) fn apply_kind(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        match event {
            Event::Approved { case, .. } => self.approved_kind(*case, agenda, at),
            Event::Lent { case, amount, on } => {
                if let Some(Case { request, lending, .. }) = self.case_mut(*case)
                    && let Some(Kind::Loan(loan)) = &request.kind
                {
                    Lending::lends(lending, (*case, loan), (*amount, *on), agenda);
                }
            }
            Event::NotLent { case, amount, on, lent } => {
                self.lending(*case, |lending| lending.not_lent(*amount, *on, *lent));
                self.begins_anew(*case, agenda);
            }
            Event::Repaid { case, interest, principal, on, .. } => {
                self.lending(*case, |lending| lending.repays(*interest, *principal, *on));
            }
            Event::RepaymentTakenBack { case, interest, principal, on, .. } => {
                self.not_repaid(*case, (*interest, *principal), *on, agenda);
            }
            Event::WrittenOff { case, amount, on, .. } => {
                self.lending(*case, |lending| lending.loses(*amount, *on));
            }
            Event::FellDue { case, .. } => {
                if let Some(Case { request, lending: Some(lending), .. }) = self.case_mut(*case)
                    && let Some(Kind::Loan(loan)) = &request.kind
                {
                    lending.falls(*case, loan, agenda);
                }
            }
            Event::Claimed { case, amount, .. } => {
                if let Some(case) = self.case_mut(*case) {
                    case.tranches.push(Tranche::of(*amount));
                    if let Some(guaranteed) = &mut case.guaranteed {
                        guaranteed.claims(*amount);
                    }
                }
            }
            Event::GuaranteeReleased { case, .. } => {
                if let Some(Case { guaranteed: Some(guaranteed), .. }) = self.case_mut(*case) {
                    guaranteed.releases(*case, agenda);
                }
            }
            Event::Recovered { case, amount, .. } => {
                if let Some(case) = self.case_mut(*case) {
                    case.comes_back(*amount);
                }
            }
            Event::RecoveryTakenBack { case, amount, .. } => {
                if let (Some(case), Ok(amount)) = (self.case_mut(*case), amount.checked_neg()) {
                    case.comes_back(amount);
                }
            }
            Event::Financing(event) => self.apply_financing(event),
            Event::InKind(event) => self.in_kind.apply(event),
            _ => {}
        }
    }

    fn lending(&mut self, case: CaseNo, change: impl FnOnce(&mut Lending)) {
        if let Some(Case { lending: Some(lending), .. }) = self.case_mut(case) {
            change(lending);
        }
    }

    fn not_repaid(&mut self, case: CaseNo, back: (Money, Money), on: Day, agenda: &mut Agenda) {
        let (interest, principal) = back;
        self.lending(case, |lending| lending.not_repaid(interest, principal, on));
        if principal.is_positive() {
            self.goes_on(case, agenda);
        }
        self.begins_anew(case, agenda);
    }

    /// Where nothing reached the borrower, the next payment is the first.
    fn begins_anew(&mut self, number: CaseNo, agenda: &mut Agenda) {
        if let Some(case) = self.case_mut(number)
            && let Some(mut none) = case.lending.take_if(|lending| lending.is_nothing())
        {
            none.rest(number, agenda);
        }
    }

    /// A loan of which something is outstanding again is open again, and its instalments fall due.
    fn goes_on(&mut self, number: CaseNo, agenda: &mut Agenda) {
        let was_closed = self.reopen(number);
        if let Some(Case { request, lending: Some(lending), .. }) = self.case_mut(number)
            && let Some(Kind::Loan(loan)) = &request.kind
            && was_closed
        {
            lending.look_ahead(number, loan, agenda);
        }
    }

    /// A guarantee that is approved can be claimed until its term ends.
    fn approved_kind(&mut self, number: CaseNo, agenda: &mut Agenda, at: Moment) {
        let Some(case) = self.case_mut(number) else { return };
        if let (Some(Kind::Guarantee(guarantee)), Some(terms)) =
            (&case.request.kind, case.request.tranches.first())
        {
            let terms = (*guarantee, terms.amount);
            case.guaranteed = Some(Guaranteed::approved(number, terms, agenda, at));
        }
    }

    /// A case that is closed brings nothing more.
    pub(in crate::cases) fn at_rest(&mut self, number: CaseNo, agenda: &mut Agenda) {
        self.lending(number, |lending| lending.rest(number, agenda));
        if let Some(at) = self.get(number).ok().and_then(|case| case.lapses) {
            agenda.remove(at, Task::HelpLapses(number));
        }
    }
}
