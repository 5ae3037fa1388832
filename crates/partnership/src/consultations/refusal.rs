//! The rules of the room of consultations that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::MAX_CALLED;
use crate::ids::ConsultationNo;
use crate::rules::RuleId;

/// Why a command about consultations was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// K1
    #[error("the charter has no article on consultations")]
    NoArticle,
    /// K2
    #[error("there is no {0} that is open")]
    NotOpen(ConsultationNo),
    /// K3
    #[error("{}", match .0 {
        Some(member) => format!("the charter does not bind `{member}`"),
        None => "those whose security is threatened are named in the order of their codes, each once".into(),
    })]
    NotNamed(Option<MemberCode>),
    /// K4
    #[error("{MAX_CALLED} consultations that your member called are open")]
    TooManyOpen,
    /// K5
    #[error("your member called {0}, or acknowledged it already")]
    Acknowledged(ConsultationNo),
    /// K6
    #[error("{consultation} was called by `{caller}`")]
    CalledByAnother {
        /// The consultations.
        consultation: ConsultationNo,
        /// Who called them.
        caller: MemberCode,
    },
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 1,
            Refusal::NotOpen(_) => 2,
            Refusal::NotNamed(_) => 3,
            Refusal::TooManyOpen => 4,
            Refusal::Acknowledged(_) => 5,
            Refusal::CalledByAnother { .. } => 6,
        };
        RuleId::new(b'K', number)
    }

    /// The article that the rule serves: on consultations, or, where there is none, on membership.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.consultations().map_or(charter.membership().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoArticle => {
                "the article is optional: a text with it can be adopted and accepted".into()
            }
            Refusal::NotOpen(_) => {
                "look up the consultations in the record; any member can call its own".into()
            }
            Refusal::NotNamed(_) => "name one or more members that the charter binds".into(),
            Refusal::TooManyOpen => "close one of your own: `quorate consultation close`".into(),
            Refusal::Acknowledged(_) => "nothing is left to be acknowledged".into(),
            Refusal::CalledByAnother { caller, .. } => {
                format!("`{caller}` closes them, or the rule, once nothing has been entered for long enough")
            }
        }
    }
}
