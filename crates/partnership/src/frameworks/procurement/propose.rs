//! Propose: a member with a share lays a text before the others that are named. It binds nobody. Article: assessments.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices, Period};
use quorate_ledger::Money;

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::frameworks::assessments::{PathwayKind, Refusal as AssessmentRefusal};
use crate::ids::{CaseNo, ProcurementNo};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// The most members that buy together.
pub const MAX_SHARES: usize = 32;
/// The most of a member's proposals that wait to be signed.
pub const MAX_OPEN: u32 = 20;
/// The longest time in which a text can be signed, in days.
pub const MAX_SIGN_DAYS: u32 = 365;

/// A member's share, in parts of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Share {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// How many parts.
    #[n(1)]
    pub parts: u32,
}

/// Proposes to buy together. It does not sign.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Propose {
    /// What is bought.
    #[n(0)]
    pub title: Phrase,
    /// The member that makes the contract.
    #[n(1)]
    pub lead: MemberCode,
    /// In which way it is bought.
    #[n(2)]
    pub pathway: PathwayKind,
    /// For which case.
    #[n(3)]
    pub case: CaseNo,
    /// How many parts the whole has.
    #[n(4)]
    pub whole: u32,
    /// Who bears which part of it.
    #[n(5)]
    pub shares: Vec<Share>,
    /// What it costs at most.
    #[n(6)]
    pub total: Money,
    /// The last day on which it can be signed.
    #[n(7)]
    pub sign_by: Day,
    /// For whom it is.
    #[n(8)]
    pub audience: Audience,
}

impl Propose {
    /// Whether the shares can be.
    fn is_shared(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let named: BTreeSet<MemberCode> = self.shares.iter().map(|share| share.member).collect();
        // R71: two members or more, and not too many, each once, each a member.
        let once = named.len() == self.shares.len() && (2..=MAX_SHARES).contains(&named.len());
        if !once || !named.iter().all(|member| partnership.charter().member(*member).is_some()) {
            return Err(Refusal::Named);
        }
        // R72: nobody's share is nothing, and together they are the whole.
        let sum = self.shares.iter().fold(0_u64, |sum, share| sum.saturating_add(u64::from(share.parts)));
        if sum != u64::from(self.whole) || self.shares.iter().any(|share| share.parts == 0) {
            return Err(Refusal::NotWhole { sum, whole: self.whole });
        }
        // R73: who makes the contract bears a part of it.
        if named.contains(&self.lead) { Ok(()) } else { Err(Refusal::LeadHasNone(self.lead)) }
    }
}

impl Provision for Propose {
    fn name(&self) -> &'static str {
        "procurement propose"
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
        // R40: the charter has the article.
        if partnership.charter().assessments().is_none() {
            return Err(AssessmentRefusal::NoArticle.into());
        }
        let (procurements, by) = (&partnership.frameworks().procurement, act.post().member);
        // R70: the case is there and not closed.
        if !partnership.cases().is_open(self.case) {
            return Err(Refusal::NoOpenCase(self.case).into());
        }
        self.is_shared(partnership)?;
        // R74: nobody proposes what only others are to pay.
        if self.shares.iter().all(|share| share.member != by) {
            return Err(Refusal::ProposesForOthers(by).into());
        }
        // R75: it costs something.
        if !self.total.is_positive() {
            return Err(Refusal::CostsNothing.into());
        }
        // R76: there is time to sign it, and not for ever.
        let today = now.day();
        if self.sign_by < today || self.sign_by.0.saturating_sub(today.0) > MAX_SIGN_DAYS {
            return Err(Refusal::SignBy.into());
        }
        // R77: so many proposals of a member wait at most.
        if procurements.open.get(&by).is_some_and(|open| *open >= MAX_OPEN) {
            return Err(Refusal::TooMany.into());
        }
        let procurement = ProcurementNo::after(procurements.list.len());
        let until = Period::of_hours(24).map_or(now, |day| self.sign_by.begins().plus(day));
        Ok(vec![Event::Proposed { procurement, by, text: self.clone(), until }.into()])
    }
}
