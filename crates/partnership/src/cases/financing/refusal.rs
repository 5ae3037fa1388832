//! The rules on financing agreements that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, Term};
use quorate_ledger::Money;

use crate::ids::{CaseNo, ReportNo, TrancheNo};
use crate::rules::RuleId;

/// Why something about a financing agreement was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// C35
    #[error("no financing agreement of {0} waits to be signed")]
    NotToSign(CaseNo),
    /// C36
    #[error("the financing agreement of {0} is not signed")]
    NotSigned(CaseNo),
    /// C37
    #[error("pre-financing is a part of a grant, where the charter says how much of it")]
    NoPreFinancing,
    /// C37
    #[error(
        "pre-financing of {} is more than the {} that the charter allows of this case",
        ahead.grouped(),
        most.grouped()
    )]
    BeyondShare {
        /// What is asked for before conditions.
        ahead: Money,
        /// The most that may be.
        most: Money,
    },
    /// C38
    #[error("{tranche} waits until all pre-financing of {case} is paid and its use attested")]
    NotCleared {
        /// The case.
        case: CaseNo,
        /// The tranche that waits.
        tranche: TrancheNo,
    },
    /// C39
    #[error("{} is more than the {} that was paid and is not accounted for", amount.grouped(), left.grouped())]
    BeyondPaid {
        /// What is reported.
        amount: Money,
        /// What can still be.
        left: Money,
    },
    /// C39
    #[error("the money that {report} of {case} tells of came back since")]
    CameBack {
        /// The case.
        case: CaseNo,
        /// The report.
        report: ReportNo,
    },
    /// C40
    #[error("no {0} of the case waits to be attested")]
    NoSuchReport(ReportNo),
    /// C41
    #[error("the charter has no article on financing agreements")]
    NoArticle,
    /// C41
    #[error("the beneficiary of {case} did not sign the term `{term}`")]
    TermNotSigned {
        /// The case.
        case: CaseNo,
        /// The term.
        term: Term,
    },
    /// C41
    #[error("a breach of {0} stands already")]
    BreachStands(CaseNo),
    /// C42
    #[error("no breach of {0} stands")]
    NoBreach(CaseNo),
    /// C43
    #[error(
        "the others found that the beneficiary of {case} broke the term `{term}`: nothing more is paid, and the case stays open"
    )]
    InBreach {
        /// The case.
        case: CaseNo,
        /// The term.
        term: Term,
    },
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NotToSign(_) => 35,
            Refusal::NotSigned(_) => 36,
            Refusal::NoPreFinancing | Refusal::BeyondShare { .. } => 37,
            Refusal::NotCleared { .. } => 38,
            Refusal::BeyondPaid { .. } | Refusal::CameBack { .. } => 39,
            Refusal::NoSuchReport(_) => 40,
            Refusal::NoArticle | Refusal::TermNotSigned { .. } | Refusal::BreachStands(_) => 41,
            Refusal::NoBreach(_) => 42,
            Refusal::InBreach { .. } => 43,
        };
        RuleId::new(b'C', number)
    }

    /// The article that the rule serves; that on cases, where the charter has none on financing agreements.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.financing().map_or(charter.cases().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NotToSign(_) => {
                "look up what is to be signed in the record of financing agreements".into()
            }
            Refusal::NotSigned(case) => {
                format!("the beneficiary's root key signs it: `case sign-agreement {}`", case.0)
            }
            Refusal::NoPreFinancing => "ask for tranches on conditions".into(),
            Refusal::BeyondShare { most, .. } => {
                format!("ask for at most {} as pre-financing", most.grouped())
            }
            Refusal::NotCleared { .. } => {
                "it is instructed first; then the beneficiary reports what it used, and a case officer of another \
                 member attests it"
                    .into()
            }
            Refusal::BeyondPaid { left, .. } => format!("report at most {}", left.grouped()),
            Refusal::CameBack { .. } => {
                "the beneficiary reports the use of what it has, in place of this one".into()
            }
            Refusal::NoSuchReport(_) => "look up the reports that wait in the record of use".into(),
            Refusal::NoArticle => "amend the charter to have one".into(),
            Refusal::TermNotSigned { .. } => {
                "look up what was signed in the record of financing agreements".into()
            }
            Refusal::BreachStands(_) => "a decision ends the one that stands first".into(),
            Refusal::NoBreach(_) => "look up the record of financing agreements".into(),
            Refusal::InBreach { .. } => {
                "a decision ends the breach once it is remedied; what is given back is entered as a recovery"
                    .into()
            }
        }
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        crate::cases::Refusal::from(refusal).into()
    }
}
