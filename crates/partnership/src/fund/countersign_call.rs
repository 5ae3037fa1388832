//! Countersign an emergency call: a treasurer of another member, and the call is made. Article: calls.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::Event;
use super::{Refusal, calls, emergency_call};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{CallNo, EmergencyNo};
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Countersigns an emergency call that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CountersignCall {
    /// The emergency call.
    #[n(0)]
    pub emergency: EmergencyNo,
}

impl Provision for CountersignCall {
    fn name(&self) -> &'static str {
        "fund countersign-call"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by, fund) = (self.emergency, act.post().member, partnership.fund());
        let waiting = fund.emergency(number, now)?;
        // F31: two treasurers of different members: neither a member nor an office can call alone.
        if waiting.by == by {
            return Err(Refusal::CalledByItself { number, member: by }.into());
        }
        // F32: the credential of the treasurer that asked for it holds.
        if !waiting.counts(partnership.members(), now) {
            return Err(Refusal::CalledByNobody { number, member: waiting.by }.into());
        }
        emergency_call::callable(partnership, waiting.total, waiting.entered)?;
        let call = CallNo::after(fund.calls);
        let within = partnership.charter().calls().emergency_within();
        let due = within.map(|within| now.plus(within).next_day().begins());
        let mut events = vec![Event::EmergencyCallMade { number, by, call }.into()];
        events.extend(calls::made(partnership, waiting.total, None, (waiting.entered, due), now)?);
        Ok(events)
    }
}
