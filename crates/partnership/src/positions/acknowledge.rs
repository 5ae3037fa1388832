//! Say that a briefing has come: each member that is briefed, once. Article: positions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::Event;
use super::has_article;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::BriefingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Acknowledges a briefing; nothing waits for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Acknowledge {
    /// The briefing.
    #[n(0)]
    pub briefing: BriefingNo,
}

impl Provision for Acknowledge {
    fn name(&self) -> &'static str {
        "briefing acknowledge"
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
        has_article(partnership)?;
        let (briefing, by) = (self.briefing, act.post().member);
        // P12: it is briefed, and has not acknowledged it yet.
        let announced = partnership.positions().briefing(briefing);
        announced.filter(|announced| announced.missing.contains(&by)).ok_or(Refusal::NotBriefed(briefing))?;
        Ok(vec![Event::Acknowledged { briefing, by }.into()])
    }
}
