//! What happens about existing arrangements.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{RecordArrangement, Resting, View};
use crate::audience::Audience;
use crate::event::Event as AnyEvent;
use crate::frameworks::Event as RoomEvent;
use crate::ids::{ArrangementNo, DependencyNo};
use crate::moment::Day;
use crate::phrase::Phrase;

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Outcome {
    /// It stays as it is.
    #[n(0)]
    Keep,
    /// It is to be changed.
    #[n(1)]
    Amend,
    /// It is to end; that it does is told apart.
    #[n(2)]
    End,
}

impl Outcome {
    /// The outcome in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Keep => "keep",
            Outcome::Amend => "amend",
            Outcome::End => "end",
        }
    }
}

/// Something that happened about an existing arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member told of an arrangement.
    #[n(0)]
    Recorded {
        /// Its number.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who.
        #[n(1)]
        by: MemberCode,
        /// What it told.
        #[n(2)]
        terms: RecordArrangement,
    },
    /// A member told its own view anew.
    #[n(1)]
    Revised {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who.
        #[n(1)]
        by: MemberCode,
        /// Which version of its view this is.
        #[n(2)]
        version: u32,
        /// What it says now.
        #[n(3)]
        view: View,
    },
    /// A member reviewed it.
    #[n(2)]
    Reviewed {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who.
        #[n(1)]
        by: MemberCode,
        /// What came of it.
        #[n(2)]
        outcome: Outcome,
        /// On what day.
        #[n(3)]
        on: Day,
        /// By when it is to be reviewed again.
        #[n(4)]
        next: Day,
    },
    /// Notice was given, as a member told.
    #[n(3)]
    NoticeGiven {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who told, and for whom it ends.
        #[n(1)]
        told_by: MemberCode,
        /// Who gave it.
        #[n(2)]
        by: MemberCode,
        /// On what day.
        #[n(3)]
        given: Day,
        /// On what day it ends.
        #[n(4)]
        ends: Day,
    },
    /// Notice was taken back, as a member told.
    #[n(4)]
    NoticeTakenBack {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who told.
        #[n(1)]
        told_by: MemberCode,
    },
    /// It is over for a member.
    #[n(5)]
    Ended {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// For whom.
        #[n(1)]
        of: MemberCode,
        /// Whose notice ended it by time alone; none if the member said so.
        #[n(2)]
        notice_of: Option<MemberCode>,
    },
    /// A member said that something rests on it.
    #[n(6)]
    Rests {
        /// The number of the entry.
        #[n(0)]
        dependency: DependencyNo,
        /// Who.
        #[n(1)]
        by: MemberCode,
        /// The arrangement.
        #[n(2)]
        on: ArrangementNo,
        /// What rests on it.
        #[n(3)]
        what: Resting,
        /// For whom the entry is.
        #[n(4)]
        audience: Audience,
        /// Where that is to be read.
        #[n(5)]
        source: Option<Phrase>,
    },
    /// A member took that back.
    #[n(7)]
    RestsNoLonger {
        /// The entry.
        #[n(0)]
        dependency: DependencyNo,
        /// Who.
        #[n(1)]
        by: MemberCode,
    },
    /// A State outside put it in question, as a member reported.
    #[n(8)]
    Questioned {
        /// The arrangement.
        #[n(0)]
        arrangement: ArrangementNo,
        /// Who reported.
        #[n(1)]
        by: MemberCode,
        /// Which State.
        #[n(2)]
        state: MemberCode,
        /// Where that is to be read.
        #[n(3)]
        source: Phrase,
        /// For whom the report is.
        #[n(4)]
        audience: Audience,
    },
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        RoomEvent::Arrangements(event).into()
    }
}
