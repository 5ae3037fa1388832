//! A procurement pathway: a way in which a member buys, for whom, and how long that takes. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_ledger::Money;

use super::particulars::Next;
use super::{Event, Item, Particulars, Refusal, Thing};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// By whom it is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum PathwayKind {
    /// By each State for itself.
    #[n(0)]
    National,
    /// By one State for others too.
    #[n(1)]
    LeadNation,
    /// By several States in one contract.
    #[n(2)]
    Joint,
    /// By an agency of several States.
    #[n(3)]
    Agency,
    /// From another State.
    #[n(4)]
    GovernmentToGovernment,
}

impl PathwayKind {
    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            PathwayKind::National => "national",
            PathwayKind::LeadNation => "lead nation",
            PathwayKind::Joint => "joint",
            PathwayKind::Agency => "agency",
            PathwayKind::GovernmentToGovernment => "government-to-government",
        }
    }
}

/// Says in which way one buys.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Pathway {
    /// By whom it is bought.
    #[n(0)]
    pub kind: PathwayKind,
    /// What is bought.
    #[n(1)]
    pub item: Item,
    /// How many days it takes until there is a contract.
    #[n(2)]
    pub days: u32,
    /// Whether other members can buy by it too.
    #[n(3)]
    pub open: bool,
    /// Whether an end-user certificate is asked.
    #[n(4)]
    pub end_user: bool,
    /// What every assessment says.
    #[n(5)]
    pub particulars: Particulars,
    /// Who can use it.
    #[n(6)]
    pub eligibility: Option<Phrase>,
    /// From which amount on.
    #[n(7)]
    pub from: Option<Money>,
    /// Up to which amount.
    #[n(8)]
    pub to: Option<Money>,
    /// On what an exemption for security rests, where one is claimed: Article 346 TFEU.
    #[n(9)]
    pub exemption: Option<Phrase>,
    /// The State without whose consent nothing goes on to a third.
    #[n(10)]
    pub consent: Option<MemberCode>,
}

impl Pathway {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> Thing {
        Thing::Pathway(self.kind, self.item.clone())
    }

    /// R44: amounts are more than nothing, in one currency, and the lower one is lower.
    fn has_thresholds(&self) -> Result<(), Refusal> {
        let positive = [self.from, self.to].into_iter().flatten().all(|amount| amount.is_positive());
        let ordered = match (self.from, self.to) {
            (Some(from), Some(to)) => from.currency() == to.currency() && from.minor() < to.minor(),
            _ => true,
        };
        if positive && ordered { Ok(()) } else { Err(Refusal::Thresholds) }
    }
}

impl Provision for Pathway {
    fn name(&self) -> &'static str {
        "assessment pathway"
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
        self.particulars.is_dated(partnership, now)?;
        self.has_thresholds()?;
        let Next { assessment, by, ends } = self.particulars.next(partnership, act, &self.about())?;
        Ok(vec![Event::PathwayGiven { assessment, by, pathway: self.clone(), ends }.into()])
    }
}
