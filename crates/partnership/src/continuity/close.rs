//! End a line: any of its sides that is a member, for all of them and for good; or report that a side which is no member has
//! ended it, for itself. What takes its place starts in the same step. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::fall_back::starts;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Ends a line at once: nobody else can keep it, and nobody is asked. Of a State that is no member it is a report, and closes
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Close {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// Why.
    #[n(1)]
    pub reason: Wording,
    /// The side that is no member and is reported to have ended it for itself; none: one's own member ends it for all.
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
        let continuity = partnership.continuity();
        let line = continuity.open_line(self.line)?;
        let said = line.said(partnership, self.line, act.post().member, self.reported_of)?;
        let (confirm_by, left) = (now.plus(line.stands(partnership)), continuity.left(line));
        let (number, reason) = (self.line, self.reason.clone());
        let ended = if said.is_reported() {
            // L17: the same member reports it once.
            if line.ended.contains(&(said.by, said.of)) {
                return Err(Refusal::ReportedBefore(said.of).into());
            }
            Event::EndReported { line: number, said, reason, left }
        } else {
            Event::Closed { line: number, by: said.by, reason, left }
        };
        let mut events = vec![ended.into()];
        // What was started before keeps its deadline.
        if !line.fallen_back {
            events.extend(starts(number, said.by, left, confirm_by));
        }
        Ok(events)
    }
}
