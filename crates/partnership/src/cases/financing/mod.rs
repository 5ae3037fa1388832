//! Financing agreements: what a beneficiary signs before money is paid to it, how it accounts for what was paid, and what
//! follows when it breaks a term. Article: financing agreements.

mod attest_use;
mod breach;
mod event;
mod pre_financing;
mod refusal;
mod report_use;
mod sign_agreement;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Term};
use quorate_ledger::Money;

pub use attest_use::AttestUse;
pub(crate) use breach::{breach_can_be_found, breach_can_end, breach_ends, breach_found};
pub use event::Event;
pub(in crate::cases) use pre_financing::{Given, clear, given, is_within};
pub use refusal::Refusal;
pub use report_use::ReportUse;
pub use sign_agreement::SignAgreement;

use super::{Case, Cases, Kind, Request};
use crate::ids::{AgreementHash, CaseNo, ReportNo, hash};
use crate::wire;

/// What a case's beneficiary is to sign, what it accounted for, and whether it broke a term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Financing {
    /// What the article said when the case was approved; none where there was no article.
    #[n(0)]
    asked: Option<Vec<Term>>,
    #[n(1)]
    signed: Option<AgreementHash>,
    /// In the order of their numbers, from 1.
    #[n(2)]
    reports: Vec<Report>,
    /// What came back of what was paid.
    #[n(3)]
    back: Option<Money>,
    /// The term that was broken.
    #[n(4)]
    breach: Option<Term>,
    /// How many breaches were found: a decision on one does not stand for the next.
    #[n(5)]
    breaches: u32,
}

/// What the beneficiary says it used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Report {
    #[n(0)]
    amount: Money,
    #[n(1)]
    stands: Stands,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
enum Stands {
    #[n(0)]
    Reported,
    #[n(1)]
    Attested,
    /// Another report took its place.
    #[n(2)]
    Replaced,
}

/// What the beneficiary of a case is to sign once it is approved: nothing where the charter has no article, or no money
/// is paid.
pub(super) fn asked(charter: &Charter, case: CaseNo, request: &Request) -> Option<Event> {
    let article = charter.financing().filter(|_| request.kind != Some(Kind::InKind))?;
    Some(Event::Asked { case, terms: article.terms().collect() })
}

impl Case {
    /// Whether money of this case may be instructed and countersigned.
    pub(super) fn may_be_paid(&self, number: CaseNo) -> Result<(), Refusal> {
        let Financing { asked, signed, breach, .. } = &self.financing;
        // C36: the agreement that was asked for is signed.
        if asked.is_some() && signed.is_none() {
            return Err(Refusal::NotSigned(number));
        }
        // C43: no breach stands.
        match breach {
            Some(term) => Err(Refusal::InBreach { case: number, term: *term }),
            None => Ok(()),
        }
    }

    /// The terms that the beneficiary signed.
    fn signed_terms(&self, number: CaseNo) -> Result<&[Term], Refusal> {
        let Financing { asked, signed, .. } = &self.financing;
        match (asked, signed) {
            (Some(terms), Some(_)) => Ok(terms),
            _ => Err(Refusal::NotSigned(number)),
        }
    }

    /// The agreement with all its terms: what the help is for, to which account, in which tranches.
    fn agreement(&self, terms: &[Term]) -> AgreementHash {
        let mut bytes = wire::bytes(&self.beneficiary);
        wire::append(&self.request, &mut bytes);
        for term in terms {
            wire::append(term, &mut bytes);
        }
        AgreementHash(hash("quorate/financing-agreement/1", &[&bytes]))
    }

    /// What was paid, did not come back, and is not accounted for.
    fn to_account_for(&self) -> i128 {
        let paid = self.tranches.iter().filter(|tranche| tranche.paid);
        let paid = paid.fold(0_i128, |sum, tranche| sum.saturating_add(tranche.amount.minor()));
        let back = self.financing.back.map(Money::minor).unwrap_or_default();
        let reports = self.financing.reports.iter().filter(|report| report.stands != Stands::Replaced);
        let told = reports.fold(0_i128, |sum, report| sum.saturating_add(report.amount.minor()));
        paid.saturating_sub(back).saturating_sub(told).max(0)
    }

    /// A report that nobody has attested and none has replaced.
    fn report(&self, number: ReportNo) -> Result<&Report, Refusal> {
        let report = number.index().and_then(|at| self.financing.reports.get(at));
        // C40: it stands, and is not attested.
        report.filter(|report| report.stands == Stands::Reported).ok_or(Refusal::NoSuchReport(number))
    }
}

impl Financing {
    fn set(&mut self, number: ReportNo, stands: Stands) {
        if let Some(report) = number.index().and_then(|at| self.reports.get_mut(at)) {
            report.stands = stands;
        }
    }

    /// Money that was given came back.
    pub(super) fn comes_back(&mut self, amount: Money) {
        let back = self.back.map_or(Some(amount), |back| back.checked_add(amount).ok());
        self.back = back.or(self.back);
    }

    fn hear(&mut self, event: &Event) {
        match event {
            Event::Asked { terms, .. } => self.asked = Some(terms.clone()),
            Event::Signed { agreement, .. } => self.signed = Some(*agreement),
            Event::Reported { amount, replaces, .. } => {
                if let Some(replaced) = replaces {
                    self.set(*replaced, Stands::Replaced);
                }
                self.reports.push(Report { amount: *amount, stands: Stands::Reported });
            }
            Event::UseAttested { report, .. } => self.set(*report, Stands::Attested),
            Event::BreachFound { term, .. } => {
                self.breach = Some(*term);
                self.breaches = self.breaches.saturating_add(1);
            }
            Event::BreachEnded { .. } => self.breach = None,
        }
    }
}

impl Cases {
    /// Appends to what a decision on a breach binds how many were found before: of two such decisions one could
    /// otherwise be kept, and executed by anyone after the breach had ended.
    pub(crate) fn append_breaches(&self, number: CaseNo, to: &mut Vec<u8>) {
        if let Ok(case) = self.get(number) {
            wire::append(&case.financing.breaches, to);
        }
    }

    pub(super) fn apply_financing(&mut self, event: &Event) {
        if let Some(case) = self.case_mut(event.case()) {
            case.financing.hear(event);
        }
    }
}
