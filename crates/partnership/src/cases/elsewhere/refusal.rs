//! The rules on the relation to another body that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};
use quorate_ledger::Money;

use super::MAX_BODIES;
use crate::ids::{CaseNo, TrancheNo};
use crate::rules::RuleId;

/// Why something about the relation to another body was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// C46
    #[error("with what is given elsewhere, {tranche} would be more than was asked for: {} is left", left.grouped())]
    FundedTwice {
        /// The tranche.
        tranche: TrancheNo,
        /// What could still be instructed.
        left: Money,
    },
    /// C46
    #[error("no more counts as given elsewhere than was asked for")]
    CountsTooMuch,
    /// C47
    #[error("the text in force when help was asked for had no article by which help elsewhere counts")]
    NoArticle,
    /// C48
    #[error("another word of your member on this body stands, or none does")]
    OtherWord {
        /// The number of the one that stands.
        standing: Option<u32>,
    },
    /// C48
    #[error("that nothing is given elsewhere is the beneficiary's to say, before it said otherwise")]
    SaidOtherwise,
    /// C49
    #[error("what is said of another, or takes back from what was said, has a source")]
    NoSource,
    /// C50
    #[error("`{beneficiary}` has not said what it gets elsewhere for {case}")]
    NotSaid {
        /// The case.
        case: CaseNo,
        /// Who has not.
        beneficiary: MemberCode,
    },
    /// C51
    #[error("help to {0} stands down by decision")]
    StandsDown(CaseNo),
    /// C52
    #[error("the text in force, or that at the request, has no rule by which help stands down")]
    NeverStandsDown,
    /// C52
    #[error("help to {case} {}", if *down { "stands down already" } else { "does not stand down" })]
    AsItStands {
        /// The case.
        case: CaseNo,
        /// Whether it stands down.
        down: bool,
    },
    /// C53
    #[error("the other body comes first: its time from the request of {0} is not over")]
    OtherBodyFirst(CaseNo),
    /// C54
    #[error("`{0}` speaks of {MAX_BODIES} bodies in this case already")]
    TooMany(MemberCode),
    /// C54
    #[error("decisions count {MAX_BODIES} bodies in this case already")]
    TooManyDecided,
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::FundedTwice { .. } | Refusal::CountsTooMuch => 46,
            Refusal::NoArticle => 47,
            Refusal::OtherWord { .. } | Refusal::SaidOtherwise => 48,
            Refusal::NoSource => 49,
            Refusal::NotSaid { .. } => 50,
            Refusal::StandsDown(_) => 51,
            Refusal::NeverStandsDown | Refusal::AsItStands { .. } => 52,
            Refusal::OtherBodyFirst(_) => 53,
            Refusal::TooMany(_) | Refusal::TooManyDecided => 54,
        };
        RuleId::new(b'C', number)
    }

    /// The article that the rule serves; that on cases, where the charter has none on the relation.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.relation().map_or(charter.cases().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::FundedTwice { .. } => {
                "look up what is given elsewhere in the record; what changed is declared".into()
            }
            Refusal::CountsTooMuch => "count what was asked for, or less".into(),
            Refusal::NoArticle | Refusal::NeverStandsDown => {
                "amend the charter to have it: it holds for what is asked for after that".into()
            }
            Refusal::OtherWord { standing: Some(number) } => format!("replace it by its number: {number}"),
            Refusal::OtherWord { standing: None } => "say it without naming another".into(),
            Refusal::SaidOtherwise => "the beneficiary replaces its words on each body".into(),
            Refusal::NoSource => "say where that is to be read: `--source`".into(),
            Refusal::NotSaid { case, .. } => {
                format!("the beneficiary says it, be it nothing: `case elsewhere {} --nothing`", case.0)
            }
            Refusal::StandsDown(_) => "a decision lets it go on".into(),
            Refusal::AsItStands { .. } => "look up where help elsewhere stands in the record".into(),
            Refusal::OtherBodyFirst(_) => "open the vote once that time is over".into(),
            Refusal::TooManyDecided => "decide on a body that was decided on".into(),
            Refusal::TooMany(_) => "replace a word of your member's".into(),
        }
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        crate::cases::Refusal::from(refusal).into()
    }
}
