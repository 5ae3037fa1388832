//! Countersign the seal of a period: a treasurer of another member, and the period is sealed. Article: the fund.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Refusal;
use super::event::Event;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::SealNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Countersigns a seal that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CountersignSeal {
    /// The seal.
    #[n(0)]
    pub seal: SealNo,
}

impl Provision for CountersignSeal {
    fn name(&self) -> &'static str {
        "books countersign"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    /// As for a bank line: what both sides signed is in force by the word of one who has a voice.
    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by, fund) = (self.seal, act.post().member, partnership.fund());
        let seal = fund.waiting_seal(number, now)?;
        // F48: two treasurers of different members.
        if seal.by() == by {
            return Err(Refusal::SameSealer { seal: number, member: by }.into());
        }
        // F49: the credential of the treasurer that gave it holds.
        if !seal.counts(partnership.members(), now) {
            return Err(Refusal::SealedByNobody { seal: number, member: seal.by() }.into());
        }
        let until = seal.totals().until;
        fund.still_open(until)?;
        let totals = fund.totals(until);
        // F50: both sign the same totals.
        if totals != *seal.totals() {
            return Err(Refusal::OtherTotals(number).into());
        }
        Ok(vec![Event::Sealed { seal: number, by, totals }.into()])
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests;
