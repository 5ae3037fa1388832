//! What happens in the continuity room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Period};

use super::line::{LineKind, LineState, TestResult};
use crate::audience::Audience;
use crate::ids::LiaisonLineNo;
use crate::moment::{Day, Moment};
use crate::wording::Wording;

/// What takes the place of a line that ends or does not work.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum FallBack {
    /// Another line on record.
    #[n(0)]
    Line(#[n(0)] LiaisonLineNo),
    /// Something that is no line on record.
    #[n(1)]
    Words(#[n(0)] Wording),
}

/// What a line is, as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Recorded {
    /// What goes on.
    #[n(0)]
    pub kind: LineKind,
    /// Its title.
    #[n(1)]
    pub title: Wording,
    /// Between which States: two or more, in the order of their codes; at least one is a member.
    #[n(2)]
    pub sides: Vec<MemberCode>,
    /// For whom the line is, and all that is said of it.
    #[n(3)]
    pub audience: Audience,
    /// What takes its place.
    #[n(4)]
    pub fall_back: Option<FallBack>,
    /// What a political suspension would touch of it.
    #[n(5)]
    pub touched: Option<Wording>,
    /// How long after a test the next is due; none: as the article says.
    #[n(6)]
    pub test_every: Option<Period>,
    /// The closed line that it follows.
    #[n(7)]
    pub follows: Option<LiaisonLineNo>,
}

/// Who says something of a line, and of which side: a member of its own, or as reported of a State that is no member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Said {
    /// The member whose liaison officer says it.
    #[n(0)]
    pub by: MemberCode,
    /// The side of which it is said.
    #[n(1)]
    pub of: MemberCode,
}

impl Said {
    /// Whether it is said of another: as reported.
    #[must_use]
    pub fn is_reported(self) -> bool {
        self.by != self.of
    }
}

/// What there is in the place of a line that was closed, or that a side is reported to have ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Left {
    /// No fall-back was on record.
    #[n(0)]
    Nothing,
    /// The fall-back, another line, is started in the same step, or was before.
    #[n(1)]
    Line(#[n(0)] LiaisonLineNo),
    /// The fall-back is no line on record; it is started in the same step or was before, in words.
    #[n(2)]
    Words,
    /// The fall-back was closed before: there is none.
    #[n(3)]
    ClosedBefore(#[n(0)] LiaisonLineNo),
}

/// Something that happened to lines between militaries.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A line was put on record.
    #[n(0)]
    Recorded {
        /// Its number.
        #[n(0)]
        line: LiaisonLineNo,
        /// Whose liaison officer recorded it.
        #[n(1)]
        by: MemberCode,
        /// What it is.
        #[n(2)]
        recorded: Recorded,
        /// So long a side's word stands as the charter says now: it counts where a later charter has no article any more.
        #[n(3)]
        confirm_every: Period,
    },
    /// A side's state was confirmed.
    #[n(1)]
    Confirmed {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// By whom, and of which side.
        #[n(1)]
        said: Said,
        /// The state.
        #[n(2)]
        state: LineState,
        /// What there is to say of it.
        #[n(3)]
        note: Option<Wording>,
    },
    /// A line was tested.
    #[n(2)]
    Tested {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// Whose liaison officer says so.
        #[n(1)]
        by: MemberCode,
        /// How it came out.
        #[n(2)]
        result: TestResult,
        /// On which day.
        #[n(3)]
        on: Day,
    },
    /// A side cannot use the line, or could not.
    #[n(3)]
    OutageBegan {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// By whom, and of which side.
        #[n(1)]
        said: Said,
        /// Since when.
        #[n(2)]
        began: Moment,
        /// Why.
        #[n(3)]
        cause: Option<Wording>,
    },
    /// A side's outage is over: the line works for it again.
    #[n(4)]
    Restored {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// By whom, and of which side.
        #[n(1)]
        said: Said,
        /// Since when.
        #[n(2)]
        at: Moment,
    },
    /// What takes the place of a line was started.
    #[n(5)]
    FallBackStarted {
        /// The line whose place is taken.
        #[n(0)]
        line: LiaisonLineNo,
        /// Whose liaison officer started it, or closed the line.
        #[n(1)]
        by: MemberCode,
        /// The first moment at which it is too late for its sides to confirm it.
        #[n(2)]
        confirm_by: Moment,
        /// The line that takes it; none where the fall-back is no line on record.
        #[n(3)]
        fall_back: Option<LiaisonLineNo>,
    },
    /// A side ended the line, for all of them and for good.
    #[n(6)]
    Closed {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// Which side.
        #[n(1)]
        by: MemberCode,
        /// Why.
        #[n(2)]
        reason: Wording,
        /// What there is in its place.
        #[n(3)]
        left: Left,
    },
    /// A side that is no member was reported to have ended the line for itself. It stays open.
    #[n(7)]
    EndReported {
        /// The line.
        #[n(0)]
        line: LiaisonLineNo,
        /// By whom it is reported, and which side.
        #[n(1)]
        said: Said,
        /// Why.
        #[n(2)]
        reason: Wording,
        /// What there is in its place.
        #[n(3)]
        left: Left,
    },
}
