//! A rule said no: which, by what article, on what facts, and what to do about it.

use alloc::string::String;

use minicbor::{Decode, Encode};
use quorate_charter::{Article, Charter};

use crate::author::Post;
use crate::rules::RuleId;
use crate::{
    audit, capabilities, cases, consultations, continuity, decisions, frameworks, fund, members, positions,
};

/// Why a rule refused an authentic command. A refusal is an answer, not an error: nothing broke, nothing
/// changed, and the record keeps that the command was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// O1: the office may not give this command.
    #[error("`{post}` may not give `{command}`")]
    Office {
        /// Who gave it.
        post: Post,
        /// The command's name.
        command: &'static str,
        /// Who may.
        may: String,
    },
    /// O2: the credential ended in this very block.
    #[error("the credential of `{0}` ended before this command was reached")]
    Ended(Post),
    /// O3: the charter has no fund.
    #[error("the charter has no fund, and `{0}` is about one")]
    NoFund(&'static str),
    /// Refused in the members room.
    #[error(transparent)]
    Members(members::Refusal),
    /// Refused in the decisions room.
    #[error(transparent)]
    Decisions(decisions::Refusal),
    /// Refused in the fund room.
    #[error(transparent)]
    Fund(fund::Refusal),
    /// Refused in the cases room.
    #[error(transparent)]
    Cases(cases::Refusal),
    /// Refused in the audit room.
    #[error(transparent)]
    Audit(audit::Refusal),
    /// Refused in the frameworks room.
    #[error(transparent)]
    Frameworks(frameworks::Refusal),
    /// Refused in the room of consultations.
    #[error(transparent)]
    Consultations(consultations::Refusal),
    /// Refused in the continuity room.
    #[error(transparent)]
    Continuity(continuity::Refusal),
    /// Refused in the positions room.
    #[error(transparent)]
    Positions(positions::Refusal),
    /// Refused in the capabilities room.
    #[error(transparent)]
    Capabilities(capabilities::Refusal),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        match self {
            Refusal::Office { .. } => RuleId::new(b'O', 1),
            Refusal::Ended(_) => RuleId::new(b'O', 2),
            Refusal::NoFund(_) => RuleId::new(b'O', 3),
            Refusal::Members(refusal) => refusal.rule(),
            Refusal::Decisions(refusal) => refusal.rule(),
            Refusal::Fund(refusal) => refusal.rule(),
            Refusal::Cases(refusal) => refusal.rule(),
            Refusal::Audit(refusal) => refusal.rule(),
            Refusal::Frameworks(refusal) => refusal.rule(),
            Refusal::Consultations(refusal) => refusal.rule(),
            Refusal::Continuity(refusal) => refusal.rule(),
            Refusal::Positions(refusal) => refusal.rule(),
            Refusal::Capabilities(refusal) => refusal.rule(),
        }
    }

    /// The article of the charter that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::Office { .. } | Refusal::Ended(_) => charter.offices().number(),
            Refusal::NoFund(_) => charter.membership().number(),
            Refusal::Members(refusal) => refusal.article(charter),
            Refusal::Decisions(refusal) => refusal.article(charter),
            Refusal::Fund(refusal) => refusal.article(charter),
            Refusal::Cases(refusal) => refusal.article(charter),
            Refusal::Audit(refusal) => refusal.article(charter),
            Refusal::Frameworks(refusal) => refusal.article(charter),
            Refusal::Consultations(refusal) => refusal.article(charter),
            Refusal::Continuity(refusal) => refusal.article(charter),
            Refusal::Positions(refusal) => refusal.article(charter),
            Refusal::Capabilities(refusal) => refusal.article(charter),
        }
    }

    /// The refusal as it is remembered and told, under this charter.
    #[must_use]
    pub fn told(&self, charter: &Charter) -> Refused {
        Refused {
            rule: self.rule(),
            article: self.article(charter).0,
            what: alloc::format!("{self}"),
            remedy: self.remedy(),
        }
    }

    /// What to do about it, in a sentence without capital or full stop.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::Office { may, .. } => alloc::format!("it is for {may}"),
            Refusal::Ended(_) => "the member's root key can accredit the representative anew".into(),
            Refusal::NoFund(_) => {
                "a framework decides, adopts texts and changes its members; money is for a partnership \
                 that has a fund"
                    .into()
            }
            Refusal::Members(refusal) => refusal.remedy(),
            Refusal::Decisions(refusal) => refusal.remedy(),
            Refusal::Fund(refusal) => refusal.remedy(),
            Refusal::Cases(refusal) => refusal.remedy(),
            Refusal::Audit(refusal) => refusal.remedy(),
            Refusal::Frameworks(refusal) => refusal.remedy(),
            Refusal::Consultations(refusal) => refusal.remedy(),
            Refusal::Continuity(refusal) => refusal.remedy(),
            Refusal::Positions(refusal) => refusal.remedy(),
            Refusal::Capabilities(refusal) => refusal.remedy(),
        }
    }
}

/// A refusal in words: what is remembered of it, and told again to whoever asks again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, thiserror::Error)]
#[error("{what}")]
pub struct Refused {
    #[n(0)]
    rule: RuleId,
    #[n(1)]
    article: u16,
    #[n(2)]
    what: String,
    #[n(3)]
    remedy: String,
}

impl Refused {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        self.rule
    }

    /// The number of the article that the rule serves.
    #[must_use]
    pub fn article(&self) -> u16 {
        self.article
    }

    /// What to do about it, in a sentence without capital or full stop.
    #[must_use]
    pub fn remedy(&self) -> &str {
        &self.remedy
    }
}
