//! Say that an outage is over, and since when. Article: continuity.

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

/// Says since when a side can use a line again. That is its word that the line works.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Restored {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// Since when.
    #[n(1)]
    pub at: Moment,
    /// The side that is no member, of which it is reported; none: one's own.
    #[n(2)]
    pub reported_of: Option<MemberCode>,
}

impl Provision for Restored {
    fn name(&self) -> &'static str {
        "line restored"
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
        // L10: it is over.
        has_come(self.at, now)?;
        // L12: only an outage that was said and is not over ends, and not before it began.
        if line.open_outage(said).is_none_or(|began| self.at <= began) {
            return Err(Refusal::NoOutage(said.of).into());
        }
        Ok(vec![Event::Restored { line: self.line, said, at: self.at }.into()])
    }
}
