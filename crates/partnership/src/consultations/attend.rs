//! Attend: a member says that it takes part in a session. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::SessionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that a member attends a session. Nothing needs a number of members present.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Attend {
    /// The session.
    #[n(0)]
    pub session: SessionNo,
}

impl Provision for Attend {
    fn name(&self) -> &'static str {
        "consultation attend"
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
        let (number, member) = (self.session, act.post().member);
        let session = partnership.consultations().held(number, now)?;
        partnership.consultations().open(session.consultation)?;
        // K12: until the session closes, and each member once.
        let closed = session.closes.is_some_and(|closes| closes <= now);
        if closed || session.attended.contains(&member) {
            return Err(Refusal::NotToAttend(number).into());
        }
        Ok(vec![Event::Attended { session: number, member }.into()])
    }
}
