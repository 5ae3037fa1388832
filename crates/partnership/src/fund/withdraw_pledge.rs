//! Withdraw a pledge. It bound nobody, so nobody is asked. Article: contributions.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Refusal;
use super::pledges::{self, Ending};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws the pledge of one's own member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WithdrawPledge {}

impl Provision for WithdrawPledge {
    fn name(&self) -> &'static str {
        "fund withdraw-pledge"
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
        let member = act.post().member;
        // F18: what is withdrawn stands on record.
        if !partnership.fund().has_pledged(member) {
            return Err(Refusal::NotPledged(member).into());
        }
        Ok(pledges::ended(partnership.fund(), member, Ending::Withdrawn, now.day())?)
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::exercise::commands::{pledge, usd, withdraw_pledge};
    use crate::fund::chart::{account, book};

    #[test]
    fn f18_what_is_withdrawn_was_pledged_and_once() {
        let mut x = Exercise::begin();
        x.refuse("GBR/representative", withdraw_pledge(), "F18");
        x.accept("GBR/representative", pledge(Some(usd("5.00"))));
        x.refuse("FRA/representative", withdraw_pledge(), "F18");
        assert_eq!(x.accept("GBR/representative", withdraw_pledge()).len(), 2);
        assert_eq!(x.available(book::memoranda(x.partnership.charter()), account::PLEDGED, "GBR"), 0);
        x.refuse("GBR/representative", withdraw_pledge(), "F18");
        x.accept("GBR/representative", pledge(None));
        assert_eq!(x.accept("GBR/representative", withdraw_pledge()).len(), 1);
    }
}
