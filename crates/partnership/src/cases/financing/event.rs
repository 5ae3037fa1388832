//! What happens to financing agreements.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Term};
use quorate_ledger::Money;

use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::{AgreementHash, CaseNo, DecisionNo, ReportNo};
use crate::phrase::Phrase;

/// Something that happened to the financing agreement of a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// The case was approved, and its beneficiary is to sign before anything is paid.
    #[n(0)]
    Asked {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The terms, as the article had them.
        #[n(1)]
        terms: Vec<Term>,
    },
    /// The beneficiary signed.
    #[n(1)]
    Signed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The agreement: the case as approved, and the terms.
        #[n(1)]
        agreement: AgreementHash,
    },
    /// The beneficiary accounted for money that was paid.
    #[n(2)]
    Reported {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The report.
        #[n(1)]
        report: ReportNo,
        /// How much.
        #[n(2)]
        amount: Money,
        /// What for.
        #[n(3)]
        what: Phrase,
        /// The report that it takes the place of.
        #[n(4)]
        replaces: Option<ReportNo>,
    },
    /// A member other than the beneficiary attested what was reported.
    #[n(3)]
    UseAttested {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The report.
        #[n(1)]
        report: ReportNo,
        /// Whose case officer.
        #[n(2)]
        by: MemberCode,
    },
    /// The others decided that the beneficiary broke a term.
    #[n(4)]
    BreachFound {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The term.
        #[n(1)]
        term: Term,
        /// The decision.
        #[n(2)]
        decision: DecisionNo,
    },
    /// The others decided that the breach is over.
    #[n(5)]
    BreachEnded {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
}

impl Event {
    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseNo {
        match self {
            Event::Asked { case, .. }
            | Event::Signed { case, .. }
            | Event::Reported { case, .. }
            | Event::UseAttested { case, .. }
            | Event::BreachFound { case, .. }
            | Event::BreachEnded { case, .. } => *case,
        }
    }
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        cases::Event::Financing(event).into()
    }
}
