//! Confirm: a party gives its word to what was reported of its framework. Article: membership.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::FrameworkNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Confirms the newest report of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Confirm {
    /// The framework.
    #[n(0)]
    pub framework: FrameworkNo,
    /// The report: the notice is 1, each update one more.
    #[n(1)]
    pub version: u32,
}

impl Provision for Confirm {
    fn name(&self) -> &'static str {
        "framework confirm"
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
        let (framework, by, version) = (self.framework, act.post().member, self.version);
        let known = partnership.frameworks().get(framework)?;
        known.only_party(by)?;
        known.is_newest(version)?;
        // R5: once.
        if known.stands(by) {
            return Err(Refusal::ConfirmedAlready(by).into());
        }
        Ok(vec![Event::Confirmed { framework, by, version }.into()])
    }
}
