//! Suspend and restore: a member's voice rests by a decision of the others, after it was heard. Article: suspension.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Rule};

use super::Event;
use super::effect::Provides;
use super::standing::{On, Refusal, enough, with_what_follows};
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Suspends a member, for at most as long as the article says. It takes the voice: votes, drafts, requests for help
/// and signatures on payments; never the node, nor what the member signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Suspend {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
}

/// Lifts a suspension before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Restore {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
}

impl Provides for Suspend {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.suspension().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Suspension
    }

    fn concerned(&self) -> Option<MemberCode> {
        Some(self.member)
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let bond = partnership.members().standings.bound(self.member);
        // M18: it is bound and not suspended.
        match bond {
            Some(bond) if bond.suspended.is_none() => Ok(()),
            _ => Err(Refusal::NotToSuspend(self.member)),
        }
    }

    fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        let (member, charter) = (self.member, partnership.charter());
        let bond = partnership.members().standings.bound(member).ok_or(Refusal::NotToSuspend(member))?;
        // M10: the text that the member accepted says for how long.
        let at_most = bond.terms.at_most.ok_or(Refusal::NoArticle(On::Suspension))?;
        let voices = partnership.members().seats().voices;
        let left = voices.iter().filter(|voice| **voice != member).count();
        // M20: enough are left to decide on help to any other member.
        if !enough(left, charter) {
            return Err(Refusal::TooFewLeft { member });
        }
        Ok(vec![Event::Suspended { member, until: now.plus(at_most), decision }])
    }
}

impl Provides for Restore {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.suspension().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Suspension
    }

    fn concerned(&self) -> Option<MemberCode> {
        Some(self.member)
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let bond = partnership.members().standings.bound(self.member);
        // M19: there is a suspension to lift.
        match bond {
            Some(bond) if bond.suspended.is_some() => Ok(()),
            _ => Err(Refusal::NotSuspended(self.member)),
        }
    }

    fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        let restored = Event::Restored { member: self.member, decision: Some(decision) };
        Ok(with_what_follows(partnership, restored))
    }
}

/// The end of a suspension's time.
pub(crate) fn suspension_ends(partnership: &Partnership, member: MemberCode) -> Vec<Event> {
    let until = partnership.members().standings.of.get(&member).and_then(|bond| bond.suspended);
    if until.is_some_and(|until| until <= partnership.moment()) {
        with_what_follows(partnership, Event::Restored { member, decision: None })
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
