//! Put an outage of a line on record: since when a side cannot use it. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::record::has_come;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Says since when a side cannot use a line.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Outage {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// Since when.
    #[n(1)]
    pub began: Moment,
    /// Why.
    #[n(2)]
    pub cause: Option<Wording>,
    /// The side that is no member, of which it is reported; none: one's own.
    #[n(3)]
    pub reported_of: Option<MemberCode>,
}

impl Provision for Outage {
    fn name(&self) -> &'static str {
        "line outage"
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
        let line = partnership.continuity().open_line(self.line)?;
        let said = line.said(partnership, self.line, act.post().member, self.reported_of)?;
        // L10: it has begun.
        has_come(self.began, now)?;
        // L9: one outage of a side is over before the next is said.
        if line.open_outage(said).is_some() {
            return Err(Refusal::InOutage(said.of).into());
        }
        // L11: none begins before the last was over.
        if line.last_outage(said).and_then(|last| last.ended).is_some_and(|ended| self.began < ended) {
            return Err(Refusal::Overlaps(said.of).into());
        }
        let (line, began, cause) = (self.line, self.began, self.cause.clone());
        Ok(vec![Event::OutageBegan { line, said, began, cause }.into()])
    }
}
