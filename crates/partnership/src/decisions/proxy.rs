//! Proxy: a participating member gives its vote on one decision to another, or either ends that. Article: decisions.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_voting::{adopts, blocks};

use super::poll::{Phase, Poll};
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Gives the member's vote on one open decision to another member, by one hop. It counts as the holder's does, if the
/// holder itself votes; the member's own vote, before or after, counts in its place.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Proxy {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// Who holds it; `None` takes it back, or gives back the one that the member holds.
    #[n(1)]
    pub to: Option<MemberCode>,
}

impl Provision for Proxy {
    fn name(&self) -> &'static str {
        "decision proxy"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (decision, member) = (self.decision, act.post().member);
        let poll = partnership.decisions().open_poll(decision, partnership.heard())?;
        poll.asks(decision, member)?;
        let event = match self.to {
            Some(holder) => {
                may_be_given(poll, decision, member, holder)?;
                Event::ProxyGiven { decision, member, holder }
            }
            None => {
                // D19: what is taken back was given; and whoever holds a proxy can give it back, or another could
                // keep it by an unasked one from giving its own vote away.
                let given = poll.holder_for(member).map(|holder| (member, holder));
                let held = || poll.held_by(member).map(|giver| (giver, member));
                let (member, holder) = given.or_else(held).ok_or(Refusal::NoProxy { decision, member })?;
                Event::ProxyEnded { decision, member, holder }
            }
        };
        Ok(partnership.decisions().with_what_follows(act, now, decision, event))
    }
}

fn may_be_given(
    poll: &Poll,
    decision: DecisionNo,
    member: MemberCode,
    holder: MemberCode,
) -> Result<(), Refusal> {
    // D16: to another member that takes part, in a vote.
    if poll.phase() != Phase::Vote || holder == member || !poll.takes_part(holder) {
        return Err(Refusal::NoHolder { decision, holder });
    }
    // D17: one hop, one each.
    let gave = |one| poll.holder_for(one).is_some();
    let holds = |one| poll.held_by(one).is_some();
    if gave(member) || gave(holder) || holds(member) || holds(holder) {
        return Err(Refusal::SecondProxy { decision, member, holder });
    }
    // D18: the two together could neither block nor adopt.
    let pair = poll.seats_of(&[member, holder]);
    let (formula, roll) = (&poll.formula, &poll.roll);
    if blocks(formula, roll, &pair).unwrap_or(true) || adopts(formula, roll, &pair).unwrap_or(true) {
        return Err(Refusal::TooStrongAPair { decision, member, holder });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
