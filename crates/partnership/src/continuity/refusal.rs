//! The rules of the continuity room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::record::{MAX_OPEN_LINES, MAX_SIDES, MAX_TEST_EVERY};
use crate::ids::LiaisonLineNo;
use crate::rules::RuleId;

/// Why a command about lines between militaries was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// L1
    #[error("the charter has no article on continuity")]
    NoArticle,
    /// L2
    #[error("a line is between 2 to {MAX_SIDES} different States, of which `{0}` is one")]
    Sides(MemberCode),
    /// L3
    #[error("`{0}` has recorded {MAX_OPEN_LINES} lines that are not closed")]
    TooMany(MemberCode),
    /// L4
    #[error("{0} cannot be a fall-back of `{1}`'s, or is for fewer than the line that names it")]
    NoFallBackLine(LiaisonLineNo, MemberCode),
    /// L5
    #[error("{0} is not closed, or `{1}` was no side of it, or it is for fewer than the line that names it")]
    NotFollowed(LiaisonLineNo, MemberCode),
    /// L6
    #[error("there is no {0} that is open")]
    NoOpenLine(LiaisonLineNo),
    /// L7 and L8
    #[error("`{state}` is no side of {line}")]
    NoSide {
        /// The line.
        line: LiaisonLineNo,
        /// The State that is no side of it.
        state: MemberCode,
    },
    /// L8
    #[error("`{0}` is a member, and speaks for itself")]
    SpeaksForItself(MemberCode),
    /// L9
    #[error("an outage of `{0}` is on record that is not over")]
    InOutage(MemberCode),
    /// L10
    #[error("what is said of lies ahead")]
    Ahead,
    /// L11
    #[error("an outage of `{0}` ended later than this one is said to have begun")]
    Overlaps(MemberCode),
    /// L12
    #[error("no outage of `{0}` is on record that began before this moment and is not over")]
    NoOutage(MemberCode),
    /// L13
    #[error("{0} has no fall-back that could be started")]
    NoFallBack(LiaisonLineNo),
    /// L14
    #[error("{0} was recorded later than on the day of this test")]
    BeforeRecorded(LiaisonLineNo),
    /// L15
    #[error("the fall-back of {0} is started, and no side has said since that the line works")]
    StartedBefore(LiaisonLineNo),
    /// L16
    #[error("from a test to the next a line takes {MAX_TEST_EVERY} hours at most")]
    TestsTooFar,
    /// L17
    #[error("the same member has reported that `{0}` ended this line")]
    ReportedBefore(MemberCode),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 1,
            Refusal::Sides(_) => 2,
            Refusal::TooMany(_) => 3,
            Refusal::NoFallBackLine(..) => 4,
            Refusal::NotFollowed(..) => 5,
            Refusal::NoOpenLine(_) => 6,
            Refusal::NoSide { .. } => 7,
            Refusal::SpeaksForItself(_) => 8,
            Refusal::InOutage(_) => 9,
            Refusal::Ahead => 10,
            Refusal::Overlaps(_) => 11,
            Refusal::NoOutage(_) => 12,
            Refusal::NoFallBack(_) => 13,
            Refusal::BeforeRecorded(_) => 14,
            Refusal::StartedBefore(_) => 15,
            Refusal::TestsTooFar => 16,
            Refusal::ReportedBefore(_) => 17,
        };
        RuleId::new(b'L', number)
    }

    /// The article that the rule serves: on continuity, or, where there is none, on the offices.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.continuity().map_or(charter.offices().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoArticle => "a charter with the article `[continuity]` keeps lines".into(),
            Refusal::Sides(member) => {
                format!(
                    "name each State once, `{member}` among them; others record the lines that are theirs"
                )
            }
            Refusal::TooMany(_) => "close those that have ended, or let another side record the line".into(),
            Refusal::NoFallBackLine(_, member) => {
                format!(
                    "name an open line of which `{member}` is a side and that is not for fewer, or say it in words"
                )
            }
            Refusal::NotFollowed(..) => {
                "name a closed line by its number that is not for fewer, or none".into()
            }
            Refusal::NoOpenLine(_) => "look up the lines in the record; one that is closed stays so".into(),
            Refusal::NoSide { line, .. } => format!("look up the sides of {line} in the record"),
            Refusal::SpeaksForItself(member) => format!("it is for a liaison officer of `{member}`"),
            Refusal::InOutage(_) => "say first since when it works again: `line restored`".into(),
            Refusal::Ahead => "wait until it has come, or name an earlier moment or day".into(),
            Refusal::Overlaps(_) => "name a moment after that outage; see the outages in the record".into(),
            Refusal::NoOutage(_) => "look up the outages in the record".into(),
            Refusal::BeforeRecorded(_) => "enter tests since the line is on record".into(),
            Refusal::StartedBefore(_) => "its sides confirm it by the moment that is on record".into(),
            Refusal::TestsTooFar => "name a shorter time, or none: then the charter says it".into(),
            Refusal::ReportedBefore(_) => {
                "a side that is a member ends the line in its own name: `line close`".into()
            }
            Refusal::NoFallBack(_) => {
                "record another line; what takes the place of this one can be said with it".into()
            }
        }
    }
}
