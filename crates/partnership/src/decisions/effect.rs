//! What a decision does once it is adopted and executed.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Interest, MemberCode, Period, Rule, Term};
use quorate_ledger::Money;

use super::{Refusal as DecisionRefusal, party};
use crate::event::Event;
use crate::ids::{CaseNo, DecisionNo, EffectHash, hash};
use crate::members::StandingRefusal;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal;
use crate::{cases, fund, members, wire};

/// What a decision does. Each effect belongs to the room that judges it, when it is tabled and again when it
/// is executed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Effect {
    /// Approve a case of assistance: commitment authority is set aside for its tranches.
    #[n(0)]
    Assist {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Call this sum from the members, in proportion to what each signed as callable.
    #[n(1)]
    Call {
        /// The sum.
        #[n(0)]
        total: Money,
    },
    /// Name a member a party to the dispute about a case: it takes part in no decision on the case that is opened
    /// after.
    #[n(2)]
    NameParty {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
    },
    /// Change the standing of a member, or the charter's text.
    #[n(3)]
    Members(#[n(0)] members::Effect),
    /// Give up what is outstanding of a loan.
    #[n(20)]
    WriteOff {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Call this sum for what members had paid in and bore as losses.
    #[n(30)]
    Restore {
        /// The sum.
        #[n(0)]
        total: Money,
    },
    /// Set this much commitment authority aside for what the administration spends in a year.
    #[n(31)]
    Budget {
        /// The year.
        #[n(0)]
        year: u32,
        /// How much.
        #[n(1)]
        amount: Money,
    },
    /// End a guarantee before its term: what nobody claimed is free again.
    #[n(21)]
    ReleaseGuarantee {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Find that the beneficiary of a case broke a term that it signed: nothing more is paid.
    #[n(24)]
    FindBreach {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The term.
        #[n(1)]
        term: Term,
    },
    /// Find that the breach is over.
    #[n(25)]
    EndBreach {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// What is decided on the relation to another body.
    #[n(45)]
    Relation(#[n(0)] cases::RelationEffect),
}

impl Effect {
    /// The case that the decision is about.
    #[must_use]
    pub fn case(&self) -> Option<CaseNo> {
        match self {
            Effect::Assist { case }
            | Effect::NameParty { case, .. }
            | Effect::WriteOff { case }
            | Effect::ReleaseGuarantee { case }
            | Effect::FindBreach { case, .. }
            | Effect::EndBreach { case } => Some(*case),
            Effect::Relation(effect) => Some(effect.case()),
            _ => None,
        }
    }

    /// O3: what a decision does with money or help needs a fund.
    fn has_fund(&self, charter: &Charter) -> Result<(), Refusal> {
        match self {
            Effect::Members(_) => Ok(()),
            _ if charter.has_fund() => Ok(()),
            _ => Err(Refusal::NoFund("decision table")),
        }
    }

    /// The rule by which a decision with this effect is taken.
    ///
    /// # Errors
    /// O3, M10, D20 or C41, if the charter has no article on it.
    pub fn rule<'c>(&self, charter: &'c Charter) -> Result<&'c Rule, Refusal> {
        self.has_fund(charter)?;
        match self {
            Effect::Assist { .. }
            | Effect::WriteOff { .. }
            | Effect::ReleaseGuarantee { .. }
            | Effect::EndBreach { .. } => Ok(charter.cases().rule()),
            // C41: where the charter has the article, the rule leaves the beneficiary out.
            Effect::FindBreach { .. } => {
                charter.financing().ok_or(cases::FinancingRefusal::NoArticle)?;
                Ok(charter.cases().rule())
            }
            Effect::Call { .. } => Ok(charter.calls().rule()),
            // F73: the charter says by which rule.
            Effect::Restore { .. } => {
                Ok(charter.calls().restore_rule().ok_or(fund::TreasuryRefusal::NothingRestores)?)
            }
            // F80: the charter says by which rule.
            Effect::Budget { .. } => Ok(charter
                .budget()
                .map(quorate_charter::BudgetArticle::rule)
                .ok_or(fund::TreasuryRefusal::NoBudgets)?),
            // D20: the charter says by which rule.
            Effect::NameParty { .. } => {
                Ok(charter.cases().party_rule().ok_or(DecisionRefusal::NobodyIsNamed)?)
            }
            Effect::Relation(effect) => effect.rule(charter),
            Effect::Members(effect) => Ok(effect.rule(charter)?),
        }
    }

    /// Who has this interest in the effect.
    pub(super) fn interested(&self, partnership: &Partnership, interest: Interest) -> Vec<MemberCode> {
        match (self, interest) {
            (_, Interest::Beneficiary) => {
                self.case().and_then(|case| partnership.cases().beneficiary(case)).into_iter().collect()
            }
            (_, Interest::Party) => {
                self.case().into_iter().flat_map(|case| partnership.cases().parties(case)).collect()
            }
            (Effect::NameParty { member, .. }, Interest::MemberConcerned) => Vec::from([*member]),
            (Effect::Members(effect), Interest::MemberConcerned) => effect.concerned().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a vote on it may be opened yet, as far as the effect's own room goes.
    pub(super) fn may_open(&self, partnership: &Partnership, now: Moment) -> Result<(), Refusal> {
        match self {
            Effect::Assist { case } => cases::may_open(partnership, *case, now),
            _ => Ok(()),
        }
    }

    /// How long someone is heard between the tabling and the opening, as the charter in force says.
    pub(super) fn hearing(&self, charter: &Charter) -> Option<Period> {
        match self {
            Effect::Members(effect) => effect.hearing(charter),
            _ => None,
        }
    }

    /// Who does not take part in a decision with this effect, as things are now.
    pub(super) fn not_taking_part(&self, partnership: &Partnership) -> BTreeSet<MemberCode> {
        let rule = self.rule(partnership.charter());
        let left_out =
            Interest::ALL.into_iter().filter(|of| rule.as_ref().is_ok_and(|rule| rule.leaves_out(*of)));
        left_out.flat_map(|interest| self.interested(partnership, interest)).collect()
    }

    /// The effect with all its terms, the payee's account included, bound by hash.
    pub(super) fn bound(&self, partnership: &Partnership) -> EffectHash {
        let mut terms = wire::bytes(self);
        if let Some(case) = self.case() {
            partnership.cases().append_terms(case, &mut terms);
        }
        match self {
            Effect::Members(effect) => effect.append_terms(partnership, &mut terms),
            Effect::Relation(effect) => effect.append_terms(partnership, &mut terms),
            Effect::FindBreach { case, .. } | Effect::EndBreach { case } => {
                partnership.cases().append_breaches(*case, &mut terms);
            }
            _ => {}
        }
        EffectHash(hash("quorate/effect/1", &[&terms]))
    }

    /// What would happen if the decision, whose vote was opened then, were executed now, as the effect's own room
    /// sees it.
    pub(super) fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        (mover, opened): (MemberCode, Moment),
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        match self {
            Effect::Assist { case } => {
                to_a_member(partnership, *case)?;
                cases::approve(partnership, *case, decision, now)
            }
            Effect::Call { total } => fund::call(partnership, *total, decision, opened, now),
            Effect::Restore { total } => fund::restore(partnership, *total, decision, opened, now),
            Effect::Budget { year, amount } => fund::budget(partnership, (*year, *amount), decision, now),
            Effect::NameParty { case, member } => {
                party::can_be_named(partnership, *case, *member, mover)?;
                Ok(Vec::from([cases::Event::PartyNamed { case: *case, member: *member, decision }.into()]))
            }
            Effect::Members(effect) => effect.carried_out(partnership, decision, now),
            Effect::WriteOff { case } => cases::write_off(partnership, *case, decision, now),
            Effect::ReleaseGuarantee { case } => cases::release(partnership, *case, decision, now),
            Effect::FindBreach { case, term } => {
                self.rule(partnership.charter())?;
                cases::breach_found(partnership, (*case, *term), decision)
            }
            Effect::EndBreach { case } => cases::breach_ends(partnership, *case, decision),
            Effect::Relation(effect) => effect.carried_out(partnership, decision),
        }
    }

    /// Whether the effect's own room would take it as a draft of this mover.
    pub(super) fn tabled(
        &self,
        partnership: &Partnership,
        mover: MemberCode,
        now: Moment,
    ) -> Result<(), Refusal> {
        self.has_fund(partnership.charter())?;
        match self {
            Effect::Assist { case } => {
                cases::approvable(partnership, *case)?;
                to_a_member(partnership, *case)
            }
            Effect::Call { total } => Ok(fund::callable_sum(partnership, *total, now)?),
            Effect::Restore { total } => Ok(fund::restorable(partnership, *total, now)?),
            Effect::Budget { year, amount } => Ok(fund::budgetable(partnership, (*year, *amount), now)?),
            Effect::NameParty { case, member } => party::can_be_named(partnership, *case, *member, mover),
            Effect::Members(effect) => effect.tabled(partnership),
            Effect::WriteOff { case } => cases::repayable(partnership, *case),
            Effect::ReleaseGuarantee { case } => cases::releasable(partnership.cases(), *case, now),
            Effect::FindBreach { case, term } => {
                self.rule(partnership.charter())?;
                cases::breach_can_be_found(partnership, *case, *term)
            }
            Effect::EndBreach { case } => cases::breach_can_end(partnership, *case),
            Effect::Relation(effect) => effect.carried_out(partnership, DecisionNo(0)).map(|_| ()),
        }
    }
}

/// M28: help goes to those whom the charter binds, and to States that are admitted to ask for it.
fn to_a_member(partnership: &Partnership, case: CaseNo) -> Result<(), Refusal> {
    match partnership.cases().beneficiary(case) {
        Some(member) if !partnership.members().may_be_helped(member) => {
            Err(StandingRefusal::BeneficiaryLeft(member).into())
        }
        _ => Ok(()),
    }
}
