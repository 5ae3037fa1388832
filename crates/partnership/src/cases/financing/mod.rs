//! Financing agreements: what a beneficiary signs before money is paid to it, how it accounts for what was paid, and what
//! follows when it breaks a term. Article: financing agreements.

mod attest_use;
mod breach;
mod event;
mod pre_financing;
mod refusal;
mod report;
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
use report::{Report, Stands};
pub use report_use::ReportUse;
pub use sign_agreement::SignAgreement;

use super::{Case, Cases, Kind, Request};
use crate::ids::{AgreementHash, CaseNo, hash};
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

/// What the beneficiary of a case is to sign once it is approved: nothing where the charter has no article, or no money
/// is paid.
pub(super) fn asked(charter: &Charter, case: CaseNo, request: &Request) -> Option<Event> {
    let article = charter.financing().filter(|_| request.kind != Some(Kind::InKind))?;
    Some(Event::Asked { case, terms: article.terms().collect() })
}

impl Case {
    /// Whether money of this case may be instructed and countersigned.
    pub(super) fn may_be_paid(&self, number: CaseNo) -> Result<(), Refusal> {
        let Financing { asked, signed, .. } = &self.financing;
        // C36: the agreement that was asked for is signed.
        if asked.is_some() && signed.is_none() {
            return Err(Refusal::NotSigned(number));
        }
        self.no_breach_stands(number)
    }

    /// Whether the case goes on, to its payment and to its end: what is to be recovered is not closed away.
    pub(super) fn no_breach_stands(&self, number: CaseNo) -> Result<(), Refusal> {
        // C43: no breach stands.
        match self.financing.breach {
            Some(term) => Err(Refusal::InBreach { case: number, term }),
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
}

impl Financing {
    fn hear(&mut self, event: &Event) {
        match event {
            Event::Asked { terms, .. } => self.asked = Some(terms.clone()),
            Event::Signed { agreement, .. } => self.signed = Some(*agreement),
            Event::Reported { amount, replaces, .. } => {
                if let Some(replaced) = replaces {
                    self.set(*replaced, Stands::Replaced);
                }
                self.reports.push(Report::of(*amount));
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
