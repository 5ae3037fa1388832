//! What a line is, and what is said of it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Period};

use super::event::{FallBack, Recorded, Said};
use super::refusal::Refusal;
use crate::audience::Audience;
use crate::ids::LiaisonLineNo;
use crate::moment::{Day, Moment};
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
    /// For whom it is.
    #[n(5)]
    pub(super) audience: Audience,
    /// On which day it was recorded.
    #[n(6)]
    pub(super) recorded: Day,
    /// So long a word stands where the charter does not say it any more.
    #[n(7)]
    confirm_every: Period,
    /// Its fall-back was started, and no side has said since that the line works.
    #[n(8)]
    pub(super) fallen_back: bool,
    /// By whom it was reported, and which side, that a side which is no member has ended it.
    #[n(9)]
    pub(super) ended: BTreeSet<(MemberCode, MemberCode)>,
}

impl Line {
    pub(super) fn recorded(by: MemberCode, recorded: &Recorded, confirm_every: Period, on: Day) -> Line {
        Line {
            recorded_by: by,
            sides: recorded.sides.clone(),
            fall_back: recorded.fall_back.clone(),
            closed: false,
            outages: BTreeMap::new(),
            audience: recorded.audience,
            recorded: on,
            confirm_every,
            fallen_back: false,
            ended: BTreeSet::new(),
        }
    }

    /// How long a side's word stands now: as the charter says, or, where it has no article any more, as it said when the line
    /// was recorded. Who has a line can always end it.
    pub(super) fn stands(&self, partnership: &Partnership) -> Period {
        partnership.charter().continuity().map_or(self.confirm_every, |article| article.confirm_every())
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
        self.works(said);
    }

    /// A side's own word that the line works: a fall-back that is needed again is started again.
    pub(super) fn works(&mut self, said: Said) {
        if !said.is_reported() {
            self.fallen_back = false;
        }
    }

    /// Only a member says something, of itself or of a State that is none. What stood otherwise is over at this moment: the
    /// outages of a member that leaves, those that it reported, and all that was reported of a State that is a member now.
    pub(super) fn are_bound(&mut self, is_bound: impl Fn(MemberCode) -> bool, at: Moment) {
        let stands = |by, of| is_bound(by) && (by == of || !is_bound(of));
        for ((by, of), outage) in &mut self.outages {
            if outage.ended.is_none() && !stands(*by, *of) {
                outage.ended = Some(at);
            }
        }
        self.ended.retain(|(by, of)| stands(*by, *of));
    }
}
