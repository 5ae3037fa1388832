//! The rules of the capabilities room that can refuse.

use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::days::MAX_DAYS;
use super::declare::{MAX_DECLARED, MAX_RELIES_ON};
use super::name::ThingName;
use crate::rules::RuleId;

/// Why a command about capabilities was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// T1
    #[error("the charter has no article on capabilities")]
    NoArticle,
    /// T2
    #[error("nothing is said of what the thing relies on, or of whose hands it is in")]
    NothingSaid,
    /// T3
    #[error(
        "a thing relies on at most {MAX_RELIES_ON} others, each named once, and on one of two or more in a group"
    )]
    ReliesOn,
    /// T4
    #[error("a number of days is at most {MAX_DAYS}")]
    Days,
    /// T4
    #[error("a cost is not less than nothing")]
    Cost,
    /// T5
    #[error("what your member declared for everybody is not declared anew for the members alone")]
    ForFewer,
    /// T6
    #[error("`{0}` has declared {MAX_DECLARED} things")]
    TooMany(MemberCode),
    /// T7
    #[error("your member has declared no `{0}` that stands")]
    NotDeclared(ThingName),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 1,
            Refusal::NothingSaid => 2,
            Refusal::ReliesOn => 3,
            Refusal::Days | Refusal::Cost => 4,
            Refusal::ForFewer => 5,
            Refusal::TooMany(_) => 6,
            Refusal::NotDeclared(_) => 7,
        };
        RuleId::new(b'T', number)
    }

    /// The article that the rule serves: on capabilities, or, where there is none, on the offices.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.capabilities().map_or(charter.offices().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        let remedy = match self {
            Refusal::NoArticle => "a charter with the article `[capabilities]` keeps them",
            Refusal::NothingSaid => {
                "name the State in whose hands it is, its supplier, or what it needs; your own member's code if it holds it itself"
            }
            Refusal::ReliesOn => "name others than the thing itself, each once, and a single one as a need",
            Refusal::Days => "give fewer days, no end, or say that it is not public",
            Refusal::Cost => "give the amount without its sign, or say that it is not public",
            Refusal::ForFewer => "declare it for everybody, or withdraw it first, which everybody can see",
            Refusal::TooMany(_) => "withdraw one, or declare one of them anew",
            Refusal::NotDeclared(_) => "look up the capabilities in the record",
        };
        remedy.into()
    }
}
