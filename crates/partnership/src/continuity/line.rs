//! What a line is, and what is said of it.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::event::{FallBack, Recorded, Said};
use super::refusal::Refusal;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// What goes on between the militaries of two or more sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum LineKind {
    /// A line on which they speak.
    #[n(0)]
    Communication,
    /// A base of one side on the soil of another.
    #[n(1)]
    Base,
    /// What a host nation gives to another's forces.
    #[n(2)]
    HostNationSupport,
    /// A staff in which they plan together.
    #[n(3)]
    JointStaff,
    /// A post that an officer of one side holds in the forces of another.
    #[n(4)]
    ExchangePost,
    /// An exercise that is held again and again.
    #[n(5)]
    Exercise,
}

impl LineKind {
    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            LineKind::Communication => "communication line",
            LineKind::Base => "base",
            LineKind::HostNationSupport => "host-nation support",
            LineKind::JointStaff => "joint staff",
            LineKind::ExchangePost => "exchange post",
            LineKind::Exercise => "exercise",
        }
    }
}

/// The state of a line, as a side confirms it; the later, the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum LineState {
    /// It works.
    #[n(0)]
    Working,
    /// It works less than it should.
    #[n(1)]
    Degraded,
    /// It does not work.
    #[n(2)]
    Interrupted,
}

impl LineState {
    /// The state in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            LineState::Working => "working",
            LineState::Degraded => "degraded",
            LineState::Interrupted => "interrupted",
        }
    }
}

/// How a test came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum TestResult {
    /// As it should.
    #[n(0)]
    Passed,
    /// Otherwise.
    #[n(1)]
    Failed,
}

impl TestResult {
    /// The result in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TestResult::Passed => "passed",
            TestResult::Failed => "failed",
        }
    }
}

/// The last outage that was said of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct LastOutage {
    #[n(0)]
    pub(super) began: Moment,
    /// When it ended; none while it goes on.
    #[n(1)]
    pub(super) ended: Option<Moment>,
}

/// What the rules need to know of a line.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Line {
    #[n(0)]
    pub(super) recorded_by: MemberCode,
    #[n(1)]
    pub(super) sides: Vec<MemberCode>,
    /// The line that is its fall-back, if it is one on record.
    #[n(2)]
    pub(super) fall_back: Option<FallBack>,
    #[n(3)]
    pub(super) closed: bool,
    /// By whom it was said and of which side.
    #[n(4)]
    pub(super) outages: BTreeMap<(MemberCode, MemberCode), LastOutage>,
}

impl Line {
    pub(super) fn recorded(by: MemberCode, recorded: &Recorded) -> Line {
        Line {
            recorded_by: by,
            sides: recorded.sides.clone(),
            fall_back: recorded.fall_back.clone(),
            closed: false,
            outages: BTreeMap::new(),
        }
    }

    pub(super) fn has_side(&self, state: MemberCode) -> bool {
        self.sides.contains(&state)
    }

    /// By whom something is said of this line, and of which side: a member's own, or one that is no member.
    pub(super) fn said(
        &self,
        partnership: &Partnership,
        line: LiaisonLineNo,
        by: MemberCode,
        reported_of: Option<MemberCode>,
    ) -> Result<Said, Refusal> {
        // L7: who says something of a line is a side of it.
        if !self.has_side(by) {
            return Err(Refusal::NoSide { line, state: by });
        }
        let Some(of) = reported_of else { return Ok(Said { by, of: by }) };
        // L8: what is reported is of a side that is no member: a member speaks for itself.
        if !self.has_side(of) {
            return Err(Refusal::NoSide { line, state: of });
        }
        if partnership.members().is_bound(of) {
            return Err(Refusal::SpeaksForItself(of));
        }
        Ok(Said { by, of })
    }

    /// The outage that this member said of this side, if it goes on.
    pub(super) fn open_outage(&self, said: Said) -> Option<Moment> {
        self.last_outage(said).filter(|outage| outage.ended.is_none()).map(|outage| outage.began)
    }

    pub(super) fn last_outage(&self, said: Said) -> Option<&LastOutage> {
        self.outages.get(&(said.by, said.of))
    }

    pub(super) fn outage_began(&mut self, said: Said, began: Moment) {
        self.outages.insert((said.by, said.of), LastOutage { began, ended: None });
    }

    pub(super) fn restored(&mut self, said: Said, at: Moment) {
        if let Some(outage) = self.outages.get_mut(&(said.by, said.of)) {
            outage.ended = Some(at);
        }
    }
}
