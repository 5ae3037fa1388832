//! The rules on the instrument that can refuse.

use alloc::string::String;

use quorate_charter::{Article, Charter};

use crate::ids::DocumentHash;
use crate::members::StandingRefusal;
use crate::rules::RuleId;

/// Why a rule on the instrument refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// M35
    #[error("the text {} was adopted before", .0.short())]
    AdoptedBefore(DocumentHash),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::AdoptedBefore(_) => 35,
        };
        RuleId::new(b'M', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::AdoptedBefore(_) => charter.decisions().number(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        let remedy = match self {
            Refusal::AdoptedBefore(_) => "adopt the text that is to stand in its place",
        };
        remedy.into()
    }
}

impl From<Refusal> for StandingRefusal {
    fn from(refusal: Refusal) -> StandingRefusal {
        StandingRefusal::Instrument(refusal)
    }
}
