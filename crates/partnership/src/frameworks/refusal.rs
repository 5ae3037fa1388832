//! The rules of the frameworks room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::{ArrangementRefusal, MAX_PARTIES, MAX_WAITING_NOTICES, assessments, procurement};
use crate::ids::FrameworkNo;
use crate::rules::RuleId;

/// Why a command about frameworks was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// R1
    #[error("a notice names 2 to {MAX_PARTIES} members as parties, each once")]
    Parties,
    /// R2
    #[error("`{0}` is not among the parties")]
    NotParty(MemberCode),
    /// R3
    #[error("there is no notice of {0}")]
    NoSuchFramework(FrameworkNo),
    /// R4
    #[error("the newest report of it is number {newest}")]
    OtherReport {
        /// The newest report.
        newest: u32,
    },
    /// R5
    #[error("`{0}` has confirmed it already")]
    ConfirmedAlready(MemberCode),
    /// R6
    #[error("no word of `{0}` stands on it")]
    NothingSaid(MemberCode),
    /// R7
    #[error("{MAX_WAITING_NOTICES} reports of `{0}` wait for the word of other parties")]
    TooManyWait(MemberCode),
    /// R8
    #[error("it is reported as {0} already")]
    SameStatus(&'static str),
    /// R9 to R25: existing arrangements.
    #[error(transparent)]
    Arrangements(#[from] ArrangementRefusal),
    /// About assessments.
    #[error(transparent)]
    Assessments(#[from] assessments::Refusal),
    /// About joint procurements.
    #[error(transparent)]
    Procurement(#[from] procurement::Refusal),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::Parties => 1,
            Refusal::NotParty(_) => 2,
            Refusal::NoSuchFramework(_) => 3,
            Refusal::OtherReport { .. } => 4,
            Refusal::ConfirmedAlready(_) => 5,
            Refusal::NothingSaid(_) => 6,
            Refusal::TooManyWait(_) => 7,
            Refusal::SameStatus(_) => 8,
            Refusal::Arrangements(refusal) => refusal.number(),
            Refusal::Assessments(refusal) => return refusal.rule(),
            Refusal::Procurement(refusal) => return refusal.rule(),
        };
        RuleId::new(b'R', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        let membership = charter.membership().number();
        match self {
            Refusal::Arrangements(_) => charter.arrangements().map_or(membership, |article| article.number()),
            Refusal::Assessments(refusal) => refusal.article(charter),
            Refusal::Procurement(refusal) => refusal.article(charter),
            _ => membership,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::Parties => "name the members that are parties, your own among them".into(),
            Refusal::NotParty(_) => "one of its parties says it".into(),
            Refusal::NoSuchFramework(_) => {
                "look up the framework's number in the record of frameworks".into()
            }
            Refusal::OtherReport { newest } => format!("read it again, and name report {newest}"),
            Refusal::ConfirmedAlready(_) => "there is nothing left to say".into(),
            Refusal::NothingSaid(_) => "the others take their own words back".into(),
            Refusal::TooManyWait(_) => "have the other parties confirm them, or take some back".into(),
            Refusal::SameStatus(_) => "confirm it, or report another status".into(),
            Refusal::Arrangements(refusal) => refusal.remedy(),
            Refusal::Assessments(refusal) => refusal.remedy(),
            Refusal::Procurement(refusal) => refusal.remedy(),
        }
    }
}
