//! The rules on kinds of help that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{MAX_INSTALMENTS, MAX_TERM_DAYS};
use crate::ids::{CaseNo, NeedNo, OfferNo};
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
    /// C25
    #[error("{0} is not help in kind that goes on")]
    NotInKind(CaseNo),
    /// C26
    #[error("a quantity is more than nothing")]
    Nothing,
    /// C27
    #[error("the day is over already")]
    DayOver,
    /// C28
    #[error("no {0} can be offered for now")]
    NoSuchNeed(NeedNo),
    /// C29
    #[error("the need is of `{0}` itself")]
    OwnNeed(MemberCode),
    /// C30
    #[error("no {offer} is {stage}")]
    NoSuchOffer {
        /// The offer.
        offer: OfferNo,
        /// Where it would have to stand.
        stage: &'static str,
    },
    /// C31
    #[error("the offer is of `{0}`, and nobody acts on it for another")]
    NotItsOffer(MemberCode),
    /// C32
    #[error("{quantity} is more than the {most} that there can be")]
    TooMany {
        /// What was said.
        quantity: u64,
        /// What is offered, missing or matched.
        most: u64,
    },
    /// C33
    #[error("{0} was given, and is not to be returned")]
    Given(OfferNo),
    /// C34
    #[error("nothing of {0} was given or lost that could come back")]
    NothingGone(CaseNo),
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
            Refusal::NotInKind(_) => 25,
            Refusal::Nothing => 26,
            Refusal::DayOver => 27,
            Refusal::NoSuchNeed(_) => 28,
            Refusal::OwnNeed(_) => 29,
            Refusal::NoSuchOffer { .. } => 30,
            Refusal::NotItsOffer(_) => 31,
            Refusal::TooMany { .. } => 32,
            Refusal::Given(_) => 33,
            Refusal::NothingGone(_) => 34,
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
            Refusal::NothingOutstanding(_) | Refusal::NothingGone(_) => {
                "look up what was paid in the records of cases and loans; other money from a member is entered as a receipt".into()
            }
            Refusal::NotAtItsEnd(_) => "look up the record of cases for what is outstanding".into(),
            Refusal::NotClaimable(_) => {
                "a guarantee is claimed after its approval and within its term".into()
            }
            Refusal::BeyondGuarantee { left, .. } => format!("claim at most {}", left.grouped()),
            Refusal::NotBeneficiary(member) | Refusal::NotItsOffer(member) => {
                format!("{member} does it for itself")
            }
            Refusal::NotInKind(_) => "ask for help in kind first: a new request opens a new case".into(),
            Refusal::Nothing => "give a whole number from 1".into(),
            Refusal::DayOver => "give a day that is not over".into(),
            Refusal::NoSuchNeed(_) => "look up the needs that go on in the record".into(),
            Refusal::OwnNeed(_) => "another member offers".into(),
            Refusal::NoSuchOffer { .. } => "look up the offers and their stages in the record".into(),
            Refusal::TooMany { most, .. } => format!("give at most {most}"),
            Refusal::Given(_) => "only what was offered as lent is returned".into(),
        }
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        super::super::Refusal::from(refusal).into()
    }
}
