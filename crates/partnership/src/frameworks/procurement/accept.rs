//! Accept: each of the others that bear a part says that what was delivered is what was bought. Who does not say so holds
//! up nothing: the lead can end it. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ProcurementNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Accepts for one's own member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Accept {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
}

impl Provision for Accept {
    fn name(&self) -> &'static str {
        "procurement accept"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (procurement, by) = (self.procurement, act.post().member);
        let text = partnership.frameworks().procurement.at(procurement, &[Stage::Delivered])?;
        text.has_share(by)?;
        // R82: the others accept, not who delivers.
        if by == text.lead {
            return Err(Refusal::OwnDelivery(by).into());
        }
        // R81: a member accepts once.
        if text.accepted.contains(&by) {
            return Err(Refusal::Already(by).into());
        }
        let accepts = |member: &_| *member == text.lead || *member == by || text.accepted.contains(member);
        let mut events = vec![Event::Accepted { procurement, by }.into()];
        if text.shares.iter().all(accepts) {
            events.push(Event::Completed { procurement }.into());
        }
        Ok(events)
    }
}
