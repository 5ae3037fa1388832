//! Financing agreements, in words.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Term;
use quorate_partnership::cases::FinancingEvent as E;

use super::amount;

/// The event in a sentence.
pub(super) fn sentence(event: &E) -> String {
    match event {
        E::Asked { case, terms } => format!(
            "the beneficiary of {case} is to sign before anything is paid: {}",
            terms.iter().map(|term| term.name()).collect::<Vec<&str>>().join(", ")
        ),
        E::Signed { case, agreement } => {
            format!("the beneficiary signs the financing agreement of {case}, {}", agreement.short())
        }
        E::Reported { case, report, amount, what, replaces } => {
            let instead = replaces.map(|replaced| format!(" in place of {replaced}")).unwrap_or_default();
            let amount = self::amount(*amount);
            format!("the beneficiary of {case} accounts for {amount}, {report}{instead}: \"{what}\"")
        }
        E::UseAttested { case, report, by } => format!("{by} attests the use of {case}, {report}"),
        E::BreachFound { case, term, decision } => format!(
            "the beneficiary of {case} broke the term `{term}`, by {decision}: nothing more is paid, and what was paid is \
             to be given back"
        ),
        E::BreachEnded { case, decision } => {
            format!("the breach of {case} is over, by {decision}: what is left of it can be paid")
        }
    }
}

/// What finding a breach does, after *to*.
pub(crate) fn find_breach(case: quorate_partnership::CaseNo, term: Term) -> String {
    format!("find that the beneficiary of {case} broke the term `{term}`")
}
