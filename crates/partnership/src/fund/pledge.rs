//! Pledge: what a member promises in public, before it is law. Article: contributions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;
use quorate_voting::Ratio;

use super::about::About;
use super::event::Event;
use super::{Bookings, Refusal, amounts, pledges};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// What a pledge depends on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Condition {
    /// Something named: "subject to appropriation".
    #[n(0)]
    Words(#[n(0)] Phrase),
    /// It comes to at most this share of what the others together pledged or signed.
    #[n(1)]
    Matching(#[n(0)] Ratio),
}

/// Puts one's own member's pledge on record, in the place of the one before. It has no legal effect, and nothing can be
/// promised to anyone against it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Pledge {
    /// How much, if it is known; of a matching pledge, at most.
    #[n(0)]
    pub amount: Option<Money>,
    /// What it depends on, if on anything.
    #[n(1)]
    pub condition: Option<Condition>,
    /// The day with whose beginning it lapses by itself, if it does.
    #[n(2)]
    pub lapses: Option<Day>,
}

impl Provision for Pledge {
    fn name(&self) -> &'static str {
        "fund pledge"
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
        let (member, charter) = (act.post().member, partnership.charter());
        if let Some(amount) = self.amount {
            amounts::positive_in_fund_currency(charter, amount)?;
            // F15: what is pledged can always be added up.
            amounts::within_target(charter, amount)?;
        }
        // F17: a day that has begun is no day on which something will lapse.
        if self.lapses.is_some_and(|day| day <= now.day()) {
            return Err(Refusal::DayNotAhead.into());
        }
        let pledge = self.clone();
        let mut bookings = Bookings::new(partnership.fund(), now.day());
        partnership.fund().take_back_pledge(member, &mut bookings);
        if let Some(amount) = self.amount {
            bookings.post(pledges::entry(charter, member, amount)?, About::Pledge { of: member });
        }
        let mut events = vec![Event::Pledged { member, pledge }.into()];
        events.extend(bookings.admitted()?);
        Ok(events)
    }
}

#[cfg(test)]
#[path = "pledge/tests.rs"]
mod tests;
