//! The rules about assessments that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::{MAX_THINGS, Sort};
use crate::ids::AssessmentNo;
use crate::rules::RuleId;

/// Why a command about an assessment was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// R40
    #[error("the charter has no article on assessments")]
    NoArticle,
    /// R41
    #[error("the day of the assessment is not there yet")]
    NotYet,
    /// R42
    #[error("an assessment is to be looked at again after its day, and within {hours} hours")]
    ReviewDay {
        /// The longest time, in hours.
        hours: u64,
    },
    /// R43
    #[error("what is said to have happened is after the day of the assessment")]
    AfterItsDay,
    /// R44
    #[error("amounts are more than nothing, in one currency, and the lower one is lower")]
    Thresholds,
    /// R45
    #[error("{}", match standing {
        Some(standing) => format!("{standing} of your member stands on this"),
        None => "your member has no such entry on this to replace".into(),
    })]
    OtherEntry {
        /// The entry that stands, if one does.
        standing: Option<AssessmentNo>,
    },
    /// R46
    #[error("your member has entries about {MAX_THINGS} things in the register of {}", .0.name())]
    TooMany(Sort),
    /// R47
    #[error("there is no {0} that stands")]
    NotStanding(AssessmentNo),
    /// R48
    #[error("{assessment} is of `{member}`")]
    OfAnother {
        /// The entry.
        assessment: AssessmentNo,
        /// Whose it is.
        member: MemberCode,
    },
    /// R49
    #[error("the law is no longer valid on the day of the assessment")]
    Ended,
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 40,
            Refusal::NotYet => 41,
            Refusal::ReviewDay { .. } => 42,
            Refusal::AfterItsDay => 43,
            Refusal::Thresholds => 44,
            Refusal::OtherEntry { .. } => 45,
            Refusal::TooMany(_) => 46,
            Refusal::NotStanding(_) => 47,
            Refusal::OfAnother { .. } => 48,
            Refusal::Ended => 49,
        };
        RuleId::new(b'R', number)
    }

    /// The article that the rule serves: on assessments, or, where there is none, on membership.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.assessments().map_or(charter.membership().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoArticle => "a charter with an article `[assessments]` has them: amend it".into(),
            Refusal::NotYet => "give the day as of which it is so, today or before".into(),
            Refusal::ReviewDay { .. } => "give a day for the review within that time".into(),
            Refusal::AfterItsDay => "give it a later day, or leave out what has not happened yet".into(),
            Refusal::Thresholds => "give two amounts of one currency, the lower first, or one alone".into(),
            Refusal::OtherEntry { standing: Some(standing) } => {
                format!("replace it by its number: {}", standing.0)
            }
            Refusal::OtherEntry { standing: None } => "give it without naming another".into(),
            Refusal::TooMany(_) => "withdraw what is not needed".into(),
            Refusal::NotStanding(_) => "look up in the record what stands".into(),
            Refusal::OfAnother { member, .. } => format!("a representative of `{member}` can withdraw it"),
            Refusal::Ended => "give the law that is valid, or withdraw the entry on it".into(),
        }
    }
}
