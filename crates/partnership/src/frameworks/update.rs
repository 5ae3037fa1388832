//! Update: a party reports how far its framework has come. Article: membership.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, Status};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::FrameworkNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Reports another status. It counts as reported by its author until every party has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Update {
    /// The framework.
    #[n(0)]
    pub framework: FrameworkNo,
    /// The report that this one follows.
    #[n(1)]
    pub version: u32,
    /// How far it has come.
    #[n(2)]
    pub status: Status,
}

impl Provision for Update {
    fn name(&self) -> &'static str {
        "framework update"
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
        let (framework, by, status) = (self.framework, act.post().member, self.status);
        let known = partnership.frameworks().get(framework)?;
        known.only_party(by)?;
        known.is_newest(self.version)?;
        // R8: an update says something new; who says the same confirms.
        if known.status == status {
            return Err(Refusal::SameStatus(status.name()).into());
        }
        let version = self.version.saturating_add(1);
        Ok(vec![Event::Updated { framework, by, version, status }.into()])
    }
}
