//! The rules of the decisions room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use crate::ids::{CommandId, DecisionNo};
use crate::rules::RuleId;

/// Why a command about decisions was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// D1
    #[error("there is no {0}")]
    NoSuchDecision(DecisionNo),
    /// D2
    #[error("{decision} was moved by `{mover}`")]
    NotTheMover {
        /// The decision.
        decision: DecisionNo,
        /// Its mover.
        mover: MemberCode,
    },
    /// D3
    #[error("{0} is not a draft any more")]
    NotADraft(DecisionNo),
    /// D4
    #[error("{participating} members would take part, and at least {least} must")]
    TooFew {
        /// How many would take part.
        participating: usize,
        /// How many must.
        least: u32,
    },
    /// D5
    #[error("the vote on {0} is not open")]
    NotOpen(DecisionNo),
    /// D6
    #[error(
        "`{member}` does not take part in {decision}: it is an interested party, or had no voice when the vote was opened"
    )]
    NotTakingPart {
        /// The decision.
        decision: DecisionNo,
        /// The member.
        member: MemberCode,
    },
    /// D7
    #[error("{}", replaced(*.standing))]
    Replaces {
        /// The vote as it stands.
        standing: Option<CommandId>,
    },
    /// D8
    #[error("{0} is not an adopted decision that waits to be executed")]
    NotExecutable(DecisionNo),
    /// D9
    #[error("what {0} does is not what was decided")]
    OtherEffect(DecisionNo),
}

fn replaced(standing: Option<CommandId>) -> String {
    match standing {
        Some(standing) => {
            format!("the member's vote that stands is {}, and this does not replace it", standing.short())
        }
        None => "the member has not voted, so there is no vote to replace".into(),
    }
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoSuchDecision(_) => 1,
            Refusal::NotTheMover { .. } => 2,
            Refusal::NotADraft(_) => 3,
            Refusal::TooFew { .. } => 4,
            Refusal::NotOpen(_) => 5,
            Refusal::NotTakingPart { .. } => 6,
            Refusal::Replaces { .. } => 7,
            Refusal::NotExecutable(_) => 8,
            Refusal::OtherEffect(_) => 9,
        };
        RuleId::new(b'D', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::TooFew { .. } => charter.membership().number(),
            _ => charter.decisions().number(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoSuchDecision(_) => "look up the decision's number in the record of decisions".into(),
            Refusal::NotTheMover { mover, .. } => {
                format!("`{mover}` can open it, and anyone can table a draft of its own")
            }
            Refusal::NotADraft(_) => {
                "table a new draft: outcomes are final and votes are never carried over".into()
            }
            Refusal::TooFew { .. } => {
                "too many members are interested parties for a decision to be taken".into()
            }
            Refusal::NotOpen(_) => "votes count from the opening until the deadline in the record".into(),
            Refusal::NotTakingPart { .. } => "the others decide".into(),
            Refusal::Replaces { standing: Some(standing) } => {
                format!("to change the vote, name {standing} as replaced")
            }
            Refusal::Replaces { standing: None } => "vote without naming a vote to replace".into(),
            Refusal::NotExecutable(_) => {
                "a decision is executed once, after adoption and before it lapses".into()
            }
            Refusal::OtherEffect(_) => "table a new draft with the terms as they are now".into(),
        }
    }
}
