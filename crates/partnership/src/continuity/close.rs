//! End a line: any of its sides, for all of them and for good; what takes its place starts in the same step. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::fall_back::starts;
use super::record::confirm_every;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Ends a line at once. Nobody else can keep it, and nobody is asked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Close {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// Why.
    #[n(1)]
    pub reason: Wording,
    /// The side that is no member and is reported to have ended it; none: one's own member ends it.
    #[n(2)]
    pub reported_of: Option<MemberCode>,
}

impl Provision for Close {
    fn name(&self) -> &'static str {
        "line close"
    }

    fn offices(&self) -> Offices {
        &[Office::LiaisonOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let confirm_by = now.plus(confirm_every(partnership)?);
        let continuity = partnership.continuity();
        let line = continuity.open_line(self.line)?;
        let said = line.said(partnership, self.line, act.post().member, self.reported_of)?;
        let left = continuity.left(line);
        let mut events =
            vec![Event::Closed { line: self.line, said, reason: self.reason.clone(), left }.into()];
        events.extend(starts(self.line, said.by, left, confirm_by));
        Ok(events)
    }
}
