//! Joint procurements: what members buy together for a case, in shares. Each signs for itself, and nobody is bound before
//! all that are named have signed. A share is its member's own expense, told here as a memorandum: no money of the fund
//! moves by anything in this room. Article: assessments.

mod accept;
mod command;
mod contract;
mod deliver;
mod end;
mod event;
mod link;
mod propose;
mod refusal;
mod sign;
#[cfg(test)]
mod tests;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use accept::Accept;
pub use command::Command;
pub use contract::Contract;
pub use deliver::Deliver;
pub use end::End;
pub use event::Event;
pub use link::{Link, Linked};
pub use propose::{MAX_OPEN, MAX_SHARES, MAX_SIGN_DAYS, Propose, Share};
pub use refusal::Refusal;
pub use sign::Sign;

use super::Frameworks;
use crate::agenda::{Agenda, Task};
use crate::ids::{CaseNo, OfferNo, PaymentNo, ProcurementNo};
use crate::moment::{Day, Moment};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
enum Stage {
    /// Not signed by all that are named.
    #[n(0)]
    Proposed,
    /// It binds all that are named.
    #[n(1)]
    InEffect,
    /// The lead has a contract.
    #[n(2)]
    Contracted,
    /// The lead says that it is there.
    #[n(3)]
    Delivered,
    /// It lapsed, was accepted by all, or ended otherwise.
    #[n(4)]
    Over,
}

impl Stage {
    const fn name(self) -> &'static str {
        match self {
            Stage::Proposed => "proposed",
            Stage::InEffect => "in effect",
            Stage::Contracted => "contracted",
            Stage::Delivered => "delivered",
            Stage::Over => "over",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Procurement {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    lead: MemberCode,
    #[n(2)]
    case: CaseNo,
    #[n(3)]
    stage: Stage,
    /// Until when it can be signed.
    #[n(4)]
    until: Moment,
    /// Who has a share.
    #[n(5)]
    shares: BTreeSet<MemberCode>,
    #[n(6)]
    signed: BTreeSet<MemberCode>,
    #[n(7)]
    accepted: BTreeSet<MemberCode>,
    /// The day of its effect, or once there is a contract, that of the contract.
    #[n(8)]
    since: Option<Day>,
}

impl Procurement {
    /// R79: only who has a share speaks for it.
    fn has_share(&self, member: MemberCode) -> Result<(), Refusal> {
        if self.shares.contains(&member) { Ok(()) } else { Err(Refusal::NoShare(member)) }
    }

    fn leads(&self) -> MemberCode {
        if self.stage == Stage::Proposed { self.by } else { self.lead }
    }

    /// R83: what comes later did not happen earlier.
    fn not_before(&self, on: Day) -> Result<(), Refusal> {
        if self.since.is_some_and(|since| on < since) { Err(Refusal::TooEarly) } else { Ok(()) }
    }

    /// R80: the lead leads; before all have signed there is only who proposed it.
    fn only_by(&self, member: MemberCode) -> Result<(), Refusal> {
        let only = self.leads();
        if only == member { Ok(()) } else { Err(Refusal::OnlyBy(only)) }
    }
}

/// What is true about joint procurements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Procurements {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Procurement>,
    /// How many of a member's proposals wait to be signed.
    #[n(1)]
    open: BTreeMap<MemberCode, u32>,
    /// Offers that belong to one.
    #[n(2)]
    offers: BTreeSet<OfferNo>,
    /// Payments that belong to one.
    #[n(3)]
    payments: BTreeSet<PaymentNo>,
}

impl Procurements {
    /// One that stands at one of these stages.
    fn at(&self, number: ProcurementNo, stages: &[Stage]) -> Result<&Procurement, Refusal> {
        let found = number.index().and_then(|at| self.list.get(at));
        // R78: it exists, and what is to be done is the next step.
        let at = found.filter(|procurement| stages.contains(&procurement.stage));
        at.ok_or_else(|| Refusal::NotAt {
            procurement: number,
            stage: stages.first().map_or("", |s| s.name()),
        })
    }

    fn change(&mut self, number: ProcurementNo, change: impl FnOnce(&mut Procurement)) {
        if let Some(procurement) = number.index().and_then(|at| self.list.get_mut(at)) {
            change(procurement);
        }
    }

    /// It is no longer to be signed.
    fn leaves_proposed(&mut self, number: ProcurementNo, to: Stage, agenda: &mut Agenda) {
        let Some(procurement) = number.index().and_then(|at| self.list.get_mut(at)) else { return };
        if procurement.stage == Stage::Proposed {
            agenda.remove(procurement.until, Task::ProcurementLapses(number));
            if let Some(open) = self.open.get_mut(&procurement.by) {
                *open = open.saturating_sub(1);
            }
        }
        procurement.stage = to;
    }

    pub(super) fn apply(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        match event {
            Event::Proposed { procurement, by, text, until } => {
                agenda.add(*until, Task::ProcurementLapses(*procurement));
                let open = self.open.entry(*by).or_default();
                *open = open.saturating_add(1);
                self.list.push(Procurement {
                    by: *by,
                    lead: text.lead,
                    case: text.case,
                    stage: Stage::Proposed,
                    until: *until,
                    shares: text.shares.iter().map(|share| share.member).collect(),
                    signed: BTreeSet::new(),
                    accepted: BTreeSet::new(),
                    since: None,
                });
            }
            Event::Signed { procurement, by } => self.change(*procurement, |p| {
                p.signed.insert(*by);
            }),
            Event::TookEffect { procurement } => {
                self.leaves_proposed(*procurement, Stage::InEffect, agenda);
                self.change(*procurement, |p| p.since = Some(at.day()));
            }
            Event::Lapsed { procurement }
            | Event::Completed { procurement }
            | Event::Ended { procurement, .. } => self.leaves_proposed(*procurement, Stage::Over, agenda),
            Event::Contracted { procurement, on, .. } => {
                self.change(*procurement, |p| (p.stage, p.since) = (Stage::Contracted, Some(*on)));
            }
            Event::Linked { to: Linked::Offer(offer), .. } => {
                self.offers.insert(*offer);
            }
            Event::Linked { to: Linked::Payment(payment), .. } => {
                self.payments.insert(*payment);
            }
            Event::Delivered { procurement, .. } => self.change(*procurement, |p| p.stage = Stage::Delivered),
            Event::Accepted { procurement, by } => self.change(*procurement, |p| {
                p.accepted.insert(*by);
            }),
        }
    }
}

/// The end of the time in which a procurement can be signed; nothing if it is moot.
pub(crate) fn lapses(frameworks: &Frameworks, procurement: ProcurementNo) -> Option<Event> {
    let proposed = frameworks.procurement.at(procurement, &[Stage::Proposed]).is_ok();
    proposed.then_some(Event::Lapsed { procurement })
}
