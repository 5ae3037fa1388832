//! Accept an amendment: a member consents to be bound by an adopted text. Article: amendment.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, Refusal};
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
        let (charter, standings) = (partnership.charter(), &partnership.members().standings);
        let refused = Refusal::NotToAccept { version, member };
        // M25: the text in force, or one that waits, and not accepted yet.
        let bond = standings.bound(member).ok_or(Refusal::NotBound(member))?;
        if version == standings.version && bond.accepted != version {
            return Ok(vec![Event::AmendmentAccepted { member, version }.into()]);
        }
        let adopted = standings.adopted.get(&version).ok_or_else(|| refused.clone())?;
        if adopted.accepted.contains(&member) {
            return Err(refused.into());
        }
        let mut events = vec![Event::AmendmentAccepted { member, version }.into()];
        let mut accepted = adopted.accepted.clone();
        accepted.insert(member);
        if standings.comes_into_force(charter, adopted, &accepted) {
            events.push(Event::AmendmentInForce { version }.into());
        }
        Ok(events)
    }
}

#[cfg(test)]
mod tests;
