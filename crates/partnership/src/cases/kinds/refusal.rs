//! The rules on kinds of help that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{MAX_INSTALMENTS, MAX_TERM_DAYS};
use crate::ids::CaseNo;
use crate::rules::RuleId;

/// Why a command about a kind of help was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// C16
    #[error(
        "a loan has 1 to {MAX_INSTALMENTS} instalments on days that rise, the last within {MAX_TERM_DAYS} days, and interest above nothing and up to 100 % a year, or none"
    )]
    Schedule,
    /// C17
    #[error("the instalments add up to {} and the principal is {}", sum.grouped(), principal.grouped())]
    NotThePrincipal {
        /// What is to be lent.
        principal: Money,
        /// What is to be repaid.
        sum: Money,
    },
    /// C18
    #[error(
        "a guarantee is of one amount for 1 to {MAX_TERM_DAYS} days, and this is of {tranches} for {term} days"
    )]
    Guarantee {
        /// How many amounts were given.
        tranches: usize,
        /// The term in days.
        term: u32,
    },
    /// C19
    #[error("help in kind has no money in it")]
    NoMoney,
    /// C20
    #[error("nothing of {0} is lent and outstanding")]
    NothingOutstanding(CaseNo),
    /// C21
    #[error("{0} is not at its end: a loan is closed when it is repaid, a guarantee when its term is over")]
    NotAtItsEnd(CaseNo),
    /// C22
    #[error("{0} is no guarantee that can be claimed now")]
    NotClaimable(CaseNo),
    /// C23
    #[error("a claim of {} is more than the {} that can still be claimed", claim.grouped(), left.grouped())]
    BeyondGuarantee {
        /// What is claimed.
        claim: Money,
        /// What was guaranteed and not claimed yet.
        left: Money,
    },
    /// C24
    #[error("it is for the beneficiary `{0}` itself")]
    NotBeneficiary(MemberCode),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::Schedule => 16,
            Refusal::NotThePrincipal { .. } => 17,
            Refusal::Guarantee { .. } => 18,
            Refusal::NoMoney => 19,
            Refusal::NothingOutstanding(_) => 20,
            Refusal::NotAtItsEnd(_) => 21,
            Refusal::NotClaimable(_) => 22,
            Refusal::BeyondGuarantee { .. } => 23,
            Refusal::NotBeneficiary(_) => 24,
        };
        RuleId::new(b'C', number)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::Schedule => "give each instalment a day of its own, in their order".into(),
            Refusal::NotThePrincipal { principal, .. } => {
                format!("let the instalments add up to {}", principal.grouped())
            }
            Refusal::Guarantee { .. } => "give one `--tranche` and the days of the term".into(),
            Refusal::NoMoney => "ask without tranches, and say what is needed; no decision is needed".into(),
            Refusal::NothingOutstanding(_) => {
                "look up the record of loans; other money from a member is entered as a receipt".into()
            }
            Refusal::NotAtItsEnd(_) => "look up the record of cases for what is outstanding".into(),
            Refusal::NotClaimable(_) => {
                "a guarantee is claimed after its approval and within its term".into()
            }
            Refusal::BeyondGuarantee { left, .. } => format!("claim at most {}", left.grouped()),
            Refusal::NotBeneficiary(member) => format!("{member} does it for itself"),
        }
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        super::super::Refusal::from(refusal).into()
    }
}
