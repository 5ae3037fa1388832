//! Accept an amendment: a member consents to be bound by an adopted text. Article: amendment.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, Refusal, with_what_follows};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Accepts an adopted text. It comes into force once acceptances are enough by the rule, and binds those that accept.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Accept {
    /// The version that the text becomes.
    #[n(0)]
    pub version: u32,
}

impl Provision for Accept {
    fn name(&self) -> &'static str {
        "member accept-amendment"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Bound
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (member, version) = (act.post().member, self.version);
        let standings = &partnership.members().standings;
        let bond = standings.bound(member).ok_or(Refusal::NotBound(member))?;
        let adopted = standings.adopted.get(&version);
        let behind = version == standings.version && bond.accepted != version;
        // M25: the text in force, or one that waits, and not accepted yet.
        if !behind && adopted.is_none_or(|adopted| adopted.accepted.contains(&member)) {
            return Err(Refusal::NotToAccept { version, member }.into());
        }
        let events = with_what_follows(partnership, Event::AmendmentAccepted { member, version });
        Ok(events.into_iter().map(AnyEvent::from).collect())
    }
}

#[cfg(test)]
mod tests;
