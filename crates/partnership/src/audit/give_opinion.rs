//! Give an opinion on a sealed period: one a member, in the place of its earlier one. Article: audit.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::independence::independent;
use super::{Event, OpinionKind, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{DocumentHash, OpinionNo};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Gives an opinion on the accounts of a sealed period.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct GiveOpinion {
    /// The last day of the period.
    #[n(0)]
    pub until: Day,
    /// The opinion.
    #[n(1)]
    pub kind: OpinionKind,
    /// The member's opinion that it replaces, if it gave one.
    #[n(2)]
    pub replaces: Option<OpinionNo>,
    /// On what basis it is modified.
    #[n(3)]
    pub basis: Option<Phrase>,
    /// The hash of the auditor's report, if one is attached.
    #[n(4)]
    pub document: Option<DocumentHash>,
}

impl Provision for GiveOpinion {
    fn name(&self) -> &'static str {
        "audit opinion"
    }

    fn offices(&self) -> Offices {
        &[Office::Auditor]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        independent(partnership, act, now)?;
        let (audit, by, until) = (partnership.audit(), act.post().member, self.until);
        // U5: an opinion is on a sealed period: what can still change is nobody's accounts.
        if !partnership.fund().is_period(until) {
            return Err(Refusal::NotSealed.into());
        }
        // U6: one opinion a member and period; a later one names the one that it replaces.
        let standing = audit.standing.get(&(until, by)).copied();
        if self.replaces != standing {
            return Err(Refusal::OtherOpinion { standing }.into());
        }
        // U7: a modified opinion says on what basis.
        if self.kind != OpinionKind::Unmodified && self.basis.is_none() {
            return Err(Refusal::NoBasis(self.kind.name()).into());
        }
        let opinion = OpinionNo::after(audit.opinions);
        let (kind, replaces, basis, document) = (self.kind, self.replaces, self.basis.clone(), self.document);
        Ok(vec![Event::OpinionGiven { opinion, by, until, kind, replaces, basis, document }.into()])
    }
}
