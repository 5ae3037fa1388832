//! The rules about joint procurements that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::{MAX_OPEN, MAX_SHARES, MAX_SIGN_DAYS};
use crate::ids::{CaseNo, ProcurementNo};
use crate::rules::RuleId;

/// Why a command about a joint procurement was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// R70
    #[error("there is no open {0}")]
    NoOpenCase(CaseNo),
    /// R71
    #[error("a procurement is shared by 2 to {MAX_SHARES} members, each named once")]
    Named,
    /// R72
    #[error("the shares add up to {sum}, and the whole is {whole}; nobody's share is nothing")]
    NotWhole {
        /// What they add up to.
        sum: u64,
        /// What the whole is.
        whole: u32,
    },
    /// R73
    #[error("the lead `{0}` has no share")]
    LeadHasNone(MemberCode),
    /// R74
    #[error("`{0}` would have no share in it")]
    ProposesForOthers(MemberCode),
    /// R75
    #[error("it costs nothing")]
    CostsNothing,
    /// R76
    #[error("it is to be signed by a day from today on, at most {MAX_SIGN_DAYS} days ahead")]
    SignBy,
    /// R77
    #[error("{MAX_OPEN} proposals of your member wait to be signed")]
    TooMany,
    /// R78
    #[error("there is no {procurement} that is {stage}")]
    NotAt {
        /// The procurement.
        procurement: ProcurementNo,
        /// What it would have to be.
        stage: &'static str,
    },
    /// R79
    #[error("`{0}` has no share in it")]
    NoShare(MemberCode),
    /// R80
    #[error("this is for `{0}` alone")]
    OnlyBy(MemberCode),
    /// R81
    #[error("`{0}` has done so")]
    Already(MemberCode),
    /// R82
    #[error("`{0}` delivered it, and the others accept")]
    OwnDelivery(MemberCode),
    /// R83
    #[error("the day is not there yet")]
    NotYet,
    /// R83
    #[error("the day is before that of the effect, or of the contract")]
    TooEarly,
    /// R84
    #[error("it is nothing of your member's, or not of {0}")]
    NotOfCase(CaseNo),
    /// R85
    #[error("it belongs to a procurement")]
    Linked,
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoOpenCase(_) => 70,
            Refusal::Named => 71,
            Refusal::NotWhole { .. } => 72,
            Refusal::LeadHasNone(_) => 73,
            Refusal::ProposesForOthers(_) => 74,
            Refusal::CostsNothing => 75,
            Refusal::SignBy => 76,
            Refusal::TooMany => 77,
            Refusal::NotAt { .. } => 78,
            Refusal::NoShare(_) => 79,
            Refusal::OnlyBy(_) => 80,
            Refusal::Already(_) => 81,
            Refusal::OwnDelivery(_) => 82,
            Refusal::NotYet | Refusal::TooEarly => 83,
            Refusal::NotOfCase(_) => 84,
            Refusal::Linked => 85,
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
            Refusal::NoOpenCase(_) => "name a case that is not closed: see the cases in the record".into(),
            Refusal::Named => "name members of the charter, each once".into(),
            Refusal::NotWhole { .. } => "give whole parts that add up to the whole".into(),
            Refusal::LeadHasNone(_) => "give the lead a share, or name another lead".into(),
            Refusal::ProposesForOthers(_) => "a member with a share proposes it".into(),
            Refusal::CostsNothing => "give what it costs at most".into(),
            Refusal::SignBy => "give a day within that time".into(),
            Refusal::TooMany => "end one that nobody will sign, or wait until it lapses".into(),
            Refusal::NotAt { .. } => "see the joint procurements in the record".into(),
            Refusal::NoShare(_) => "a member with a share does it for itself".into(),
            Refusal::OnlyBy(member) => format!("a representative of `{member}` can"),
            Refusal::Already(_) => "once is enough".into(),
            Refusal::OwnDelivery(_) => "wait for the others, or end it".into(),
            Refusal::NotYet => "say it when it has happened".into(),
            Refusal::TooEarly => "give the day on which it happened".into(),
            Refusal::NotOfCase(_) => {
                "name an offer of your member to a need of that case, or, as the lead, a payment of it".into()
            }
            Refusal::Linked => "see in the record to which".into(),
        }
    }
}
