//! Notice: a member tells that notice of an arrangement was given, or that it was taken back. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ArrangementNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Tells of notice: for the author it ends the arrangement once its time is over, and for nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct GiveNotice {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
    /// Who gave it: the author itself, or a State outside.
    #[n(1)]
    pub by: MemberCode,
    /// On what day it was given.
    #[n(2)]
    pub given: Day,
}

impl Provision for GiveNotice {
    fn name(&self) -> &'static str {
        "arrangement notice"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let found = known.get(self.arrangement)?;
        let side = found.standing(by)?;
        // R18: a member tells of its own notice and of one by a State outside, and of no other member's.
        if self.by != by && !found.with.contains(&self.by) {
            return Err(Refusal::NotTheirs(self.by).into());
        }
        // R17: what is told of was done, and not on a day to come.
        if self.given > now.day() {
            return Err(Refusal::Ahead(self.given).into());
        }
        // R19: nothing is ended before it began.
        if self.given < side.since {
            return Err(Refusal::BeforeItBegan(side.since).into());
        }
        // R20: one notice runs for a member.
        if let Some(running) = side.running {
            return Err(Refusal::NoticeRuns(running.by).into());
        }
        let ends = Day(self.given.0.saturating_add(side.notice_days));
        let (arrangement, told_by, by, given) = (self.arrangement, by, self.by, self.given);
        Ok(vec![Event::NoticeGiven { arrangement, told_by, by, given, ends }.into()])
    }
}

/// Tells that the notice of which the author told was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TakeNoticeBack {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
}

impl Provision for TakeNoticeBack {
    fn name(&self) -> &'static str {
        "arrangement withdraw-notice"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let arrangement = self.arrangement;
        // R21: a notice of which the author told runs.
        if known.get(arrangement)?.standing(by)?.running.is_none() {
            return Err(Refusal::NoNotice(by).into());
        }
        Ok(vec![Event::NoticeTakenBack { arrangement, told_by: by }.into()])
    }
}
