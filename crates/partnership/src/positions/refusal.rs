//! The rules of the positions room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::announce::{MAX_BRIEFED, MAX_DAYS_AHEAD, MAX_WAITING_BRIEFINGS};
use super::grouping::{MAX_GROUPED, MAX_GROUPINGS};
use crate::ids::{BriefingNo, GroupingNo, SoundingNo};
use crate::rules::RuleId;

/// Why a command about positions was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// P1
    #[error("the charter has no article on positions")]
    NoArticle,
    /// P2
    #[error("`{0}` is a member, and speaks for itself")]
    SpeaksForItself(MemberCode),
    /// P3
    #[error("{0} is none of your member's on this State that stands")]
    NotReplaced(SoundingNo),
    /// P4
    #[error("nothing is explained")]
    NothingSaid,
    /// P5
    #[error("a grouping has 2 to {MAX_GROUPED} different States")]
    States,
    /// P6
    #[error("`{0}` has recorded {MAX_GROUPINGS} groupings")]
    TooManyGroupings(MemberCode),
    /// P7
    #[error("there is no {0} that your member recorded")]
    NoGrouping(GroupingNo),
    /// P8
    #[error("the newest version of {grouping} is {newest}")]
    OtherVersion {
        /// The grouping.
        grouping: GroupingNo,
        /// Its newest version.
        newest: u32,
    },
    /// P9
    #[error("a briefing is for 1 to {MAX_BRIEFED} different members, and not for the one that gives it")]
    Recipients,
    /// P10
    #[error("a release time lies ahead, by {MAX_DAYS_AHEAD} days at most")]
    ReleaseTime,
    /// P11
    #[error("{MAX_WAITING_BRIEFINGS} briefings of `{0}` wait for their release time")]
    TooManyBriefings(MemberCode),
    /// P12
    #[error("there is no {0} that your member has still to acknowledge")]
    NotBriefed(BriefingNo),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 1,
            Refusal::SpeaksForItself(_) => 2,
            Refusal::NotReplaced(_) => 3,
            Refusal::NothingSaid => 4,
            Refusal::States => 5,
            Refusal::TooManyGroupings(_) => 6,
            Refusal::NoGrouping(_) => 7,
            Refusal::OtherVersion { .. } => 8,
            Refusal::Recipients => 9,
            Refusal::ReleaseTime => 10,
            Refusal::TooManyBriefings(_) => 11,
            Refusal::NotBriefed(_) => 12,
        };
        RuleId::new(b'P', number)
    }

    /// The article that the rule serves: on positions, or, where there is none, on the offices.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.positions().map_or(charter.offices().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoArticle => "a charter with the article `[positions]` keeps them".into(),
            Refusal::SpeaksForItself(member) => format!("it is for a representative of `{member}`"),
            Refusal::NotReplaced(_) => {
                "look up the soundings in the record, name one that is not for more, or none".into()
            }
            Refusal::NothingSaid => "say it in a line, name a document, or both".into(),
            Refusal::States => "name each State once".into(),
            Refusal::TooManyGroupings(_) => "revise one of them, or let another member record it".into(),
            Refusal::NoGrouping(_) => "each member revises its own: record one beside it".into(),
            Refusal::OtherVersion { newest, .. } => format!("read it, and name version {newest}"),
            Refusal::Recipients => "name other members, each once".into(),
            Refusal::ReleaseTime => "name a later or a nearer moment".into(),
            Refusal::TooManyBriefings(_) => "wait until one of them is released".into(),
            Refusal::NotBriefed(_) => "look up the briefings in the record".into(),
        }
    }
}
