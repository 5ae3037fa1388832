//! The rules of the audit room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode, Office};

use crate::ids::{FindingNo, OpinionNo};
use crate::rules::RuleId;

/// Why a command about the audit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// U1
    #[error("what is named is not on record")]
    NotOnRecord,
    /// U2
    #[error("there is no {0} that is open")]
    NoOpenFinding(FindingNo),
    /// U3
    #[error("{finding} was opened by an auditor of `{member}`")]
    FoundByAnother {
        /// The finding.
        finding: FindingNo,
        /// Whose auditor opened it.
        member: MemberCode,
    },
    /// U4
    #[error("what was found is not corrected by itself, or by what was there before")]
    CorrectedBefore,
    /// U5
    #[error("no period is sealed that ends on this day")]
    NotSealed,
    /// U6
    #[error("{}", match standing {
        Some(standing) => format!("{standing} of your member stands on this period"),
        None => "your member has no opinion on this period to replace".into(),
    })]
    OtherOpinion {
        /// The opinion that stands, if one does.
        standing: Option<OpinionNo>,
    },
    /// U7
    #[error("an opinion that is `{0}` has a basis, and this has none")]
    NoBasis(&'static str),
    /// U8
    #[error("the auditor's key is that of the {0} too")]
    NotIndependent(Office),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NotOnRecord => 1,
            Refusal::NoOpenFinding(_) => 2,
            Refusal::FoundByAnother { .. } => 3,
            Refusal::CorrectedBefore => 4,
            Refusal::NotSealed => 5,
            Refusal::OtherOpinion { .. } => 6,
            Refusal::NoBasis(_) => 7,
            Refusal::NotIndependent(_) => 8,
        };
        RuleId::new(b'U', number)
    }

    /// The article that the rule serves: on the audit, or, where there is none, on the fund.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.audit().map_or(charter.fund().number(), |audit| audit.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NotOnRecord => {
                "name an entry, line, payment or case by its number in the record, or a sealed period by its last day"
                    .into()
            }
            Refusal::NoOpenFinding(_) => "look up the open findings in the record".into(),
            Refusal::FoundByAnother { member, .. } => {
                format!("an auditor of `{member}` closes it; a treasurer can answer it")
            }
            Refusal::CorrectedBefore => "name the later entry or line, which corrects it".into(),
            Refusal::NotSealed => "have two treasurers seal the period first: see the seals in the record".into(),
            Refusal::OtherOpinion { standing: Some(standing) } => {
                format!("replace it by its number: {}", standing.0)
            }
            Refusal::OtherOpinion { standing: None } => "give it without naming another".into(),
            Refusal::NotIndependent(_) => {
                "the member's root accredits another key as auditor, or ends the key's other office".into()
            }
            Refusal::NoBasis(_) => "say in a line on what basis; the report can be attached by its hash".into(),
        }
    }
}
