//! The rules on existing arrangements that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;

use super::{MAX_ARRANGEMENTS, MAX_DEPENDENCIES, MAX_NOTICE_DAYS};
use crate::frameworks::{MAX_PARTIES, Refusal as RoomRefusal};
use crate::ids::{ArrangementNo, DependencyNo, LiaisonLineNo};
use crate::moment::Day;
use crate::refusal::Refusal as AnyRefusal;

/// Why a command about an existing arrangement was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// R9
    #[error(
        "an arrangement names 1 to {MAX_PARTIES} States outside and 1 to {MAX_PARTIES} members, each once"
    )]
    Parties,
    /// R10
    #[error("`{0}` is not party to it")]
    NotParty(MemberCode),
    /// R11
    #[error("there is no {0} on record")]
    NoSuchArrangement(ArrangementNo),
    /// R12
    #[error("`{0}` has told no view of it that stands")]
    NotStanding(MemberCode),
    /// R13
    #[error("a notice is of {MAX_NOTICE_DAYS} days at most")]
    NoticeTooLong,
    /// R14
    #[error("the next review is not on a day that can stand here")]
    Review,
    /// R15
    #[error("{MAX_ARRANGEMENTS} arrangements that `{0}` recorded stand")]
    TooMany(MemberCode),
    /// R16
    #[error("the version of your own view is {standing}")]
    OtherVersion {
        /// The version that stands; 0 for none.
        standing: u32,
    },
    /// R17
    #[error("that day is still to come")]
    Ahead(Day),
    /// R18
    #[error("`{0}` is neither your own member nor a State outside that has it")]
    NotTheirs(MemberCode),
    /// R19
    #[error("the arrangement began after that day")]
    BeforeItBegan(Day),
    /// R20
    #[error("a notice by `{0}` runs already")]
    NoticeRuns(MemberCode),
    /// R21
    #[error("no notice of which `{0}` told runs")]
    NoNotice(MemberCode),
    /// R22
    #[error("the arrangement is not with `{0}`")]
    NotWith(MemberCode),
    /// R23
    #[error("it rests on itself, or stands in words without a source")]
    NoGround,
    /// R24
    #[error("your member said so before, or said {MAX_DEPENDENCIES} things of this arrangement")]
    SaidBefore,
    /// R26
    #[error("there is no {0} on record")]
    NoSuchLine(LiaisonLineNo),
    /// R25
    #[error("{0} is not a word of your member that stands")]
    NotSaid(DependencyNo),
}

impl Refusal {
    /// The number of the rule that refused.
    pub(in crate::frameworks) fn number(&self) -> u8 {
        match self {
            Refusal::Parties => 9,
            Refusal::NotParty(_) => 10,
            Refusal::NoSuchArrangement(_) => 11,
            Refusal::NotStanding(_) => 12,
            Refusal::NoticeTooLong => 13,
            Refusal::Review => 14,
            Refusal::TooMany(_) => 15,
            Refusal::OtherVersion { .. } => 16,
            Refusal::Ahead(_) => 17,
            Refusal::NotTheirs(_) => 18,
            Refusal::BeforeItBegan(_) => 19,
            Refusal::NoticeRuns(_) => 20,
            Refusal::NoNotice(_) => 21,
            Refusal::NotWith(_) => 22,
            Refusal::NoGround => 23,
            Refusal::SaidBefore => 24,
            Refusal::NotSaid(_) => 25,
            Refusal::NoSuchLine(_) => 26,
        }
    }

    /// What to do about it.
    pub(in crate::frameworks) fn remedy(&self) -> String {
        match self {
            Refusal::Parties => {
                "name the States outside and the members that are party, your own among them".into()
            }
            Refusal::NotParty(_) => "a member that is party says it".into(),
            Refusal::NoSuchArrangement(_) => "look up its number in the record of arrangements".into(),
            Refusal::NotStanding(_) => "tell your own view first; one that ended is recorded anew".into(),
            Refusal::NoticeTooLong => "give the notice in days".into(),
            Refusal::Review => {
                "name a day to come, and none later than the charter lets a review wait".into()
            }
            Refusal::TooMany(_) => "end what is over".into(),
            Refusal::OtherVersion { standing } => format!("read it again, and name version {standing}"),
            Refusal::Ahead(_) => "tell of it on its day, or after".into(),
            Refusal::NotTheirs(_) => "each member tells of its own notice".into(),
            Refusal::BeforeItBegan(_) => "look up since when it is in the record of arrangements".into(),
            Refusal::NoticeRuns(_) => "tell first that it was taken back".into(),
            Refusal::NoNotice(_) => "look up the notices in the record of arrangements".into(),
            Refusal::NotWith(_) => "name a State outside that has it".into(),
            Refusal::NoGround => "say where that is to be read: `--source`".into(),
            Refusal::SaidBefore => "look it up in what falls; take back what rests on it no longer".into(),
            Refusal::NoSuchLine(_) => "look up the lines in the record, or name it in words".into(),
            Refusal::NotSaid(_) => "each member takes its own word back".into(),
        }
    }
}

impl From<Refusal> for AnyRefusal {
    fn from(refusal: Refusal) -> AnyRefusal {
        RoomRefusal::from(refusal).into()
    }
}
