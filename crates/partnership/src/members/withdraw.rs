//! Withdraw: a member gives notice that it leaves. Article: withdrawal.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, On, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Gives notice of withdrawal. The member is bound, votes and pays as before until it takes effect; then it has no seat,
/// nothing more can be asked of it, and what fell due before stays due.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Withdraw {}

impl Provision for Withdraw {
    fn name(&self) -> &'static str {
        "member withdraw"
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
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        let members = partnership.members();
        // M10: the text that the member accepted lets it leave.
        let bond = members.standings.bound(member).ok_or(Refusal::NotBound(member))?;
        let notice = bond.terms.notice.ok_or(Refusal::NoArticle(On::Withdrawal))?;
        // M14: once.
        if bond.leaves.is_some() {
            return Err(Refusal::Leaving { member }.into());
        }
        Ok(vec![Event::NoticeGiven { member, effective: now.plus(notice) }.into()])
    }
}

#[cfg(test)]
mod tests;
