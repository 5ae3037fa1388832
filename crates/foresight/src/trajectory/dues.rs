//! Calls, and how members pay what they owe.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::DecisionNo;

use super::chance::For;
use super::clock::Todo;
use super::help::Draft;
use super::run::Run;
use crate::rehearsal::{Plays as _, acts};

impl Run<'_> {
    /// A member that supports it moves a call where little is left to be promised, unless one is being voted on. One that
    /// was adopted and is not paid does not hold another back.
    pub(super) fn calls(&mut self) {
        let model = &self.study.scenario.model;
        let (keep, call) = (model.keep, model.call);
        let voted_on = self.drafts.values().any(|draft| draft.about.is_none() && !draft.followed);
        if self.capacity() >= keep.minor() || voted_on {
            return;
        }
        let mover = self.bound().into_iter().find(|member| self.support_of_call(*member) >= 0);
        let Some(mover) = mover else { return };
        if self.does(mover, acts::call(call)) {
            let decision = self.decision;
            self.drafts.insert(decision, Draft::new(None));
            if !self.opens_vote(mover, decision) {
                self.drafts.remove(&decision);
            }
        }
    }

    /// Those in favour carry out an adopted call.
    pub(super) fn carry_call(&mut self, decision: DecisionNo) {
        let first = self.supporters(decision).first().copied();
        let done = first.is_some_and(|member| self.does(member, Some(acts::execute(decision))));
        self.ran.calls = self.ran.calls.saturating_add(u64::from(done));
    }

    /// A member makes up its mind whether it pays in this quarter; if it does, it pays what stands out.
    pub(super) fn pays_or_withholds(&mut self, member: MemberCode) {
        let withholds = self.happens(self.level(member).hazard, For::Hazard, member);
        if let Some(mind) = self.minds.get_mut(&member) {
            (mind.withholds, mind.withheld) = (withholds, false);
        }
        if self.owes(member) > 0 {
            self.falls_due(member);
        }
    }

    /// Something falls due today: the member pays it, on its day.
    pub(super) fn falls_due(&mut self, member: MemberCode) {
        let delay = self.study.scenario.member(member).delay;
        let day = self.days(delay, For::Delay, (member, None));
        self.clock.later(day, Todo::Pay(member));
    }

    /// A member pays all that it owes, unless it withholds in this quarter; two treasurers book it.
    pub(super) fn pays(&mut self, member: MemberCode) {
        let owes = self.owes(member);
        if owes <= 0 {
            return;
        }
        if let Some(mind) = self.minds.get_mut(&member).filter(|mind| mind.withholds) {
            // Several of its days may come in a quarter: it does not pay what it owes in that quarter, and that is one.
            if !core::mem::replace(&mut mind.withheld, true) {
                self.ran.withheld = self.ran.withheld.saturating_add(1);
                self.now.withheld = self.now.withheld.saturating_add(1);
            }
            return;
        }
        let Ok(amount) = Money::new(owes, self.study.charter().fund().currency()) else { return };
        let (day, reference) = (self.rehearsal.now().day(), self.reference());
        let bound: Vec<MemberCode> = self.bound();
        self.line = None;
        let mut enters = bound.iter();
        let first =
            enters.find(|by| self.does(**by, acts::enter_receipt(member, amount, day, &reference))).copied();
        if let Some(first) = first
            && self.countersigns(&bound, first)
        {
            self.ran.payments = self.ran.payments.saturating_add(1);
            // What waited for money may go on now.
            self.retry();
        }
    }
}
