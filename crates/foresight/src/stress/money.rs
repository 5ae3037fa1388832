//! What members pay, what is called of them, and what is exchanged.

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::run::{Call, Run};
use super::shock::Calls;
use crate::rehearsal::{Plays as _, acts, moves};

impl Run<'_> {
    /// Something is due from a member: it pays it so late as it is assumed to, unless it pays nothing more.
    pub(super) fn means_to_pay(&mut self, member: MemberCode, minor: i128) {
        if minor > 0 && !self.shock.defaults.contains(&member) {
            let day = self.day.saturating_add(self.shock.late(member));
            self.pays.entry(day).or_default().push((member, minor));
        }
    }

    /// Members pay what they mean to pay by today.
    pub(super) fn pay(&mut self) {
        while let Some(due) = self.pays.first_entry().filter(|entry| *entry.key() <= self.day) {
            for (member, minor) in due.remove() {
                let (principal, interest) = self.figures().owes(member);
                // Whoever pays all that it owes pays the interest with it.
                let all = principal.saturating_add(interest);
                let amount = if minor >= principal { all } else { minor };
                if let Ok(amount) = Money::new(amount, self.world.currency())
                    && amount.is_positive()
                {
                    self.books_receipt(member, amount);
                }
            }
        }
    }

    fn books_receipt(&mut self, from: MemberCode, amount: Money) {
        let (day, reference) = (self.rehearsal.now().day(), self.reference());
        self.books_line(|| acts::enter_receipt(from, amount, day, &reference));
    }

    /// Two treasurers of different members book a line of the bank: the first two of which no rule refuses it.
    pub(super) fn books_line(&mut self, line: impl Fn() -> Option<acts::Act>) -> bool {
        let bound = self.bound();
        self.heard.line = None;
        let first = bound.iter().copied().find(|member| self.does(*member, line()));
        let (Some(first), Some(number)) = (first, self.heard.line) else { return false };
        let mut others = bound.into_iter().filter(|member| *member != first);
        others.any(|member| self.does(member, Some(acts::countersign_line(number))))
    }

    /// What is missing is called, one call at a time.
    pub(super) fn calls(&mut self) {
        if let Some(call) = &self.call {
            let (decision, adopted) = (call.decision, call.adopted);
            if adopted.is_none() {
                return;
            }
            self.call = None;
            if adopted == Some(true) {
                let mut bound = self.bound().into_iter();
                bound.find(|member| self.does(*member, Some(acts::execute(decision))));
            }
        }
        let left = self.can_be_called(|_| true);
        let wanted = match self.calls {
            Calls::None => 0,
            Calls::All if self.day == 0 => left,
            Calls::All => 0,
            Calls::AsNeeded => self.lacks(),
        };
        // Whoever is in default is called like all others, and nobody counts on it.
        let paying = self.can_be_called(|member| self.is_counted_on(*member));
        self.outcome.beyond = self.outcome.beyond.max(wanted.saturating_sub(paying));
        let total = Money::new(wanted.min(left), self.world.currency());
        let Some(total) = total.ok().filter(|total| total.is_positive()) else { return };
        let Some(mover) = self.bound().first().copied() else { return };
        let decision = self.decides(mover, acts::call(total));
        self.call = decision.map(|decision| Call { decision, adopted: None });
    }

    /// What those of them whom a call binds have left to be called for.
    fn can_be_called(&self, of: impl Fn(&MemberCode) -> bool) -> i128 {
        let figures = self.figures();
        let called = self.world.called.iter().filter(|member| of(member));
        called.fold(0, |sum, member| sum.saturating_add(figures.callable(*member)))
    }

    /// Whether the others count on what is to come of a member: it is not in default now, nor behind since before day 0.
    fn is_counted_on(&self, member: MemberCode) -> bool {
        let is_behind = self.world.behind.contains(&member) && self.figures().owes(member).0 > 0;
        !is_behind && !self.rehearsal.partnership().fund().in_default(member)
    }

    /// What is missing, in money, for all that is promised, known and not approved, and is to be paid soon enough that a call is
    /// to be moved: beyond what is available and what is to come of members that are not in default.
    fn lacks(&self) -> i128 {
        let until = self.day.saturating_add(self.world.plan.assumed.call_ahead);
        let waits = self.helps.iter().filter(|help| help.waits(self.day) && help.first_by() <= until);
        let need = waits.fold(0_i128, |sum, help| sum.saturating_add(help.amount()));
        let figures = self.figures();
        let paying = self.world.members.iter().filter(|member| self.is_counted_on(**member));
        let owed = paying.fold(0_i128, |sum, member| sum.saturating_add(figures.still_comes(*member)));
        let soon = |day: u32| day > self.day && day <= until;
        let ahead =
            self.world.ahead.iter().filter(|(day, member, _)| soon(*day) && self.is_counted_on(*member));
        let to_come = ahead.fold(owed, |sum, (_, _, minor)| sum.saturating_add(*minor));
        let counts = self.world.charter().fund().paid_in_counts();
        let Some(share) = counts else { return 0 };
        let (of, over) = (i128::from(share.numerator()), i128::from(share.denominator()));
        let counted = to_come.saturating_mul(of).checked_div(over).unwrap_or_default();
        let there = figures.liquidity().authority.saturating_sub(figures.short());
        let lacks = need.saturating_sub(there).saturating_sub(counted).max(0);
        // Rounded up: so much money makes so much authority.
        let money = lacks.saturating_mul(over).saturating_add(of.saturating_sub(1));
        money.checked_div(of).unwrap_or_default()
    }

    /// Everything in other currencies is exchanged for so many per mille less than it had cost. Whether anything was.
    pub(super) fn exchanges(&mut self, fall: u32) -> bool {
        let mut any = false;
        for (sold, cost) in self.figures().abroad() {
            let kept = i128::from(1_000_u32.saturating_sub(fall));
            let bought = cost.minor().saturating_mul(kept).checked_div(1_000).unwrap_or_default();
            let Ok(bought) = Money::new(bought, cost.currency()) else { continue };
            let (day, reference) = (self.rehearsal.now().day(), self.reference());
            if self.books_line(|| moves::enter_exchange(sold, bought, day, &reference)) {
                any = true;
                let lost = cost.minor().saturating_sub(bought.minor());
                self.outcome.lost = self.outcome.lost.saturating_add(lost);
            }
        }
        any
    }
}
