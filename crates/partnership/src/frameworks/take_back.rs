//! Withdraw notice: a party takes its own word on a framework back, and nobody else's. Article: membership.

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

/// Takes one's own word back. What the other parties said stays as reported by them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WithdrawNotice {
    /// The framework.
    #[n(0)]
    pub framework: FrameworkNo,
}

impl Provision for WithdrawNotice {
    fn name(&self) -> &'static str {
        "framework withdraw-notice"
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
        let (framework, by) = (self.framework, act.post().member);
        let known = partnership.frameworks().get(framework)?;
        known.only_party(by)?;
        // R6: what was not said, or taken back before, is not taken back.
        if !known.words.contains_key(&by) {
            return Err(Refusal::NothingSaid(by).into());
        }
        Ok(vec![Event::WordTakenBack { framework, by }.into()])
    }
}
