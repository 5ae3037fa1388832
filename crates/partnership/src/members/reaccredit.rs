//! Reaccredit: new keys for a member that lost its root and its recovery key, unless it objects. Article: lost keys.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period, Rule};

use super::Event;
use super::effect::Provides;
use super::standing::{On, Refusal};
use crate::ids::{DecisionNo, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Gives new root and recovery keys to a member. They wait; while they do, one objection signed with the old root or
/// recovery key voids them: nobody takes the voice of a member that has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Reaccredit {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// Its new root key.
    #[n(1)]
    pub root: PublicKey,
    /// Its new recovery key.
    #[n(2)]
    pub recovery: PublicKey,
}

impl Provides for Reaccredit {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.lost_keys().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::LostKeys
    }

    fn concerned(&self) -> Option<MemberCode> {
        Some(self.member)
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let (member, members) = (self.member, partnership.members());
        // M10: the text that the member accepted says how long it can object.
        self.wait(partnership)?;
        // M16: two sound keys that never stood for it.
        members.are_fit(member, [self.root, self.recovery])?;
        // M26: one at a time, or an objection would not say to which.
        if members.standings.renewals.contains_key(&member) {
            return Err(Refusal::RenewalRuns(member));
        }
        Ok(())
    }

    fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        let Reaccredit { member, root, recovery } = *self;
        let effective = now.plus(self.wait(partnership)?);
        Ok(vec![Event::KeysToBeReplaced { member, root, recovery, effective, decision }])
    }
}

impl Reaccredit {
    /// How long the member can object: as long as the text that it accepted says, or a later one would take its voice.
    fn wait(&self, partnership: &Partnership) -> Result<Period, Refusal> {
        // M7: it has a place in the charter.
        let bond = partnership.members().standings.of.get(&self.member).filter(|bond| !bond.left);
        let bond = bond.ok_or(Refusal::NoPlace(self.member))?;
        bond.terms.wait.ok_or(Refusal::NoArticle(On::LostKeys))
    }
}

/// The end of the wait: the member has not objected.
pub(crate) fn keys_replaced(partnership: &Partnership, member: MemberCode) -> Option<Event> {
    let renewal = partnership.members().standings.renewals.get(&member)?;
    let (root, recovery) = (renewal.root, renewal.recovery);
    (renewal.effective <= partnership.moment()).then_some(Event::KeysReplaced { member, root, recovery })
}
