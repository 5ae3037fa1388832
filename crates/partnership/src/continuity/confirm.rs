//! Confirm the state of a line: each side for itself, or as reported of a side that is no member. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::line::LineState;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Says in which state a side has a line now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Confirm {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// The state.
    #[n(1)]
    pub state: LineState,
    /// What there is to say of it.
    #[n(2)]
    pub note: Option<Wording>,
    /// The side that is no member, of which it is reported; none: one's own.
    #[n(3)]
    pub reported_of: Option<MemberCode>,
}

impl Provision for Confirm {
    fn name(&self) -> &'static str {
        "line confirm"
    }

    fn offices(&self) -> Offices {
        &[Office::LiaisonOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let line = partnership.continuity().open_line(self.line)?;
        let said = line.said(partnership, self.line, act.post().member, self.reported_of)?;
        // L9: what does not work does not work until it is said since when it does.
        if self.state == LineState::Working && line.open_outage(said).is_some() {
            return Err(Refusal::InOutage(said.of).into());
        }
        let (line, state, note) = (self.line, self.state, self.note.clone());
        Ok(vec![Event::Confirmed { line, said, state, note }.into()])
    }
}
