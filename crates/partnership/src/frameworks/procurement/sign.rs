//! Sign: a member binds itself to its share, and nobody else. Once all that are named have signed, it takes effect.
//! Article: assessments.

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

/// Signs for one's own member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sign {
    /// The procurement.
    #[n(0)]
    pub procurement: ProcurementNo,
}

impl Provision for Sign {
    fn name(&self) -> &'static str {
        "procurement sign"
    }

    /// A share is an obligation: a representative's key, stolen or not, signs none.
    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (procurement, by) = (self.procurement, act.post().member);
        let text = partnership.frameworks().procurement.at(procurement, &[Stage::Proposed])?;
        text.has_share(by)?;
        // R81: a member signs once.
        if text.signed.contains(&by) {
            return Err(Refusal::Already(by).into());
        }
        // R70: the case is not closed.
        if !partnership.cases().is_open(text.case) {
            return Err(Refusal::NoOpenCase(text.case).into());
        }
        // R71: all that are named are still members: it never binds beside one that left.
        if !text.shares.iter().all(|member| partnership.charter().member(*member).is_some()) {
            return Err(Refusal::Named.into());
        }
        let mut events = vec![Event::Signed { procurement, by }.into()];
        if text.shares.iter().all(|member| *member == by || text.signed.contains(member)) {
            events.push(Event::TookEffect { procurement }.into());
        }
        Ok(events)
    }
}
