//! The rules of the decisions room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use crate::ids::{CaseNo, CommandId, DecisionNo};
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
    /// D10
    #[error("{decision} is at version {version}")]
    OtherVersion {
        /// The decision.
        decision: DecisionNo,
        /// The version as it stands.
        version: u32,
    },
    /// D11
    #[error("a vote on {0} cannot wait to be confirmed now")]
    NoTimeToConfirm(DecisionNo),
    /// D12
    #[error("{decision} waits only for votes to be confirmed, and `{member}` has none")]
    OnlyConfirmations {
        /// The decision.
        decision: DecisionNo,
        /// The member.
        member: MemberCode,
    },
    /// D13
    #[error("{0} is closed by its deadline and by nobody")]
    NotWritten(DecisionNo),
    /// D14
    #[error("not all members that take part in {0} have voted and confirmed their votes")]
    NotAllVoted(DecisionNo),
    /// D15
    #[error("members vote on {0}: silence would not adopt it")]
    NoSilence(DecisionNo),
    /// D16
    #[error("`{holder}` cannot hold a proxy on {decision} now")]
    NoHolder {
        /// The decision.
        decision: DecisionNo,
        /// Who would hold it.
        holder: MemberCode,
    },
    /// D17
    #[error("on {decision} `{member}` or `{holder}` has given its vote or holds one already")]
    SecondProxy {
        /// The decision.
        decision: DecisionNo,
        /// The member.
        member: MemberCode,
        /// Who would hold it.
        holder: MemberCode,
    },
    /// D18
    #[error("with the vote of `{member}`, `{holder}` could alone block or adopt {decision}")]
    TooStrongAPair {
        /// The decision.
        decision: DecisionNo,
        /// The member.
        member: MemberCode,
        /// Who would hold it.
        holder: MemberCode,
    },
    /// D19
    #[error("`{member}` has given its vote on {decision} to nobody, and holds nobody's")]
    NoProxy {
        /// The decision.
        decision: DecisionNo,
        /// The member.
        member: MemberCode,
    },
    /// D20
    #[error("the charter gives no rule by which a party to the dispute is named")]
    NobodyIsNamed,
    /// D21
    #[error("{case} is for `{beneficiary}`, which neither names a party to the dispute nor is one")]
    OfTheBeneficiary {
        /// The case.
        case: CaseNo,
        /// Its beneficiary.
        beneficiary: MemberCode,
    },
    /// D22
    #[error("`{member}` is not a member, or a party to the dispute about {case} already")]
    NotToBeNamed {
        /// The case.
        case: CaseNo,
        /// The member.
        member: MemberCode,
    },
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
            Refusal::OtherVersion { .. } => 10,
            Refusal::NoTimeToConfirm(_) => 11,
            Refusal::OnlyConfirmations { .. } => 12,
            Refusal::NotWritten(_) => 13,
            Refusal::NotAllVoted(_) => 14,
            Refusal::NoSilence(_) => 15,
            Refusal::NoHolder { .. } => 16,
            Refusal::SecondProxy { .. } => 17,
            Refusal::TooStrongAPair { .. } => 18,
            Refusal::NoProxy { .. } => 19,
            Refusal::NobodyIsNamed => 20,
            Refusal::OfTheBeneficiary { .. } => 21,
            Refusal::NotToBeNamed { .. } => 22,
        };
        RuleId::new(b'D', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::TooFew { .. } => charter.membership().number(),
            Refusal::NobodyIsNamed | Refusal::OfTheBeneficiary { .. } | Refusal::NotToBeNamed { .. } => {
                charter.cases().number()
            }
            _ => charter.decisions().number(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoSuchDecision(_) => "look up the decision's number in the record of decisions".into(),
            Refusal::NotTheMover { mover, .. } => {
                format!("it is for `{mover}`, and anyone can table a draft of its own")
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
            other => other.remedy_of_procedure(),
        }
    }

    /// What to do about what the rules of procedure refuse.
    fn remedy_of_procedure(&self) -> String {
        match self {
            Refusal::OtherVersion { version, .. } => {
                format!("read version {version}, and name it as the one that is amended")
            }
            Refusal::NoTimeToConfirm(_) => {
                "vote without a reserve: a vote can wait only while members vote, and where the rule says how long"
                    .into()
            }
            Refusal::OnlyConfirmations { .. } => "the outcome follows from the votes as they stand".into(),
            Refusal::NotWritten(_) => "wait for the deadline in the record".into(),
            Refusal::NotAllVoted(_) => "wait until they have, or for the deadline in the record".into(),
            Refusal::NoSilence(_) => "vote against it".into(),
            Refusal::NoHolder { .. } => {
                "while members vote, a proxy is given to another member that takes part".into()
            }
            Refusal::SecondProxy { .. } => {
                "choose another member, or end first what was given: one hop, and one proxy each".into()
            }
            Refusal::TooStrongAPair { .. } => {
                "vote, or give the vote to a member with which the two could do neither".into()
            }
            Refusal::NoProxy { .. } => "there is nothing to end".into(),
            Refusal::NobodyIsNamed => "the key `party-named-by` of the charter would name one".into(),
            Refusal::OfTheBeneficiary { .. } => "the others decide on it, on the draft of one of them".into(),
            _ => "name a member of the charter that is not named already".into(),
        }
    }
}
