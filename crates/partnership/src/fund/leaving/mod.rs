//! What a State that left is owed: its share of what the fund has beyond approved help, fixed once and paid over time.
//! Article: withdrawal.

mod came_free;
mod event;
mod falls_due;
mod leaves;
mod not_from_what_is_owed;
mod reckoning;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, Money};

pub(crate) use came_free::came_free;
pub use event::{LeavingEvent, Reckoning};
pub(crate) use falls_due::settlement_falls_due;
pub(crate) use leaves::leaves;
pub(crate) use not_from_what_is_owed::not_from_what_is_owed;

use super::chart::{account, book};
use super::sums::all_of;
use super::{Fund, Instalment, Refusal};
use crate::agenda::{Agenda, Task};
use crate::ids::CaseNo;
use crate::moment::{Day, Moment};

/// What one withdrawal left: it goes on if the State comes back and leaves again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Settlement {
    #[n(0)]
    left: Moment,
    /// With all that came free since in its `net`.
    #[n(1)]
    reckoning: Reckoning,
    /// What the State was owed, with all that was added since.
    #[n(2)]
    share: Money,
    /// What has not fallen due, the earliest first.
    #[n(3)]
    plan: Vec<Instalment>,
    /// The cases of which it has its share in what comes free.
    #[n(4)]
    open: BTreeSet<CaseNo>,
}

/// What States that left are owed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Settlements {
    /// By State, in the order in which it left.
    #[n(0)]
    of: BTreeMap<MemberCode, Vec<Settlement>>,
}

impl Settlements {
    fn of(&self, member: MemberCode) -> &[Settlement] {
        self.of.get(&member).map_or(&[], Vec::as_slice)
    }

    fn find(&mut self, member: MemberCode, left: Moment) -> Option<&mut Settlement> {
        self.of.get_mut(&member).into_iter().flatten().find(|settlement| settlement.left == left)
    }

    /// What is left of a State's paid-in capital on its account and no share of anybody's: it was counted when it left.
    fn left_behind(&self, member: MemberCode) -> i128 {
        let rest = |settlement: &Settlement| {
            let counted = settlement.reckoning.paid.minor().saturating_add(settlement.reckoning.due.minor());
            counted.saturating_sub(settlement.share.minor())
        };
        self.of(member).iter().map(rest).fold(0, i128::saturating_add)
    }

    /// A State that left and has its share in what comes back on this case.
    pub(super) fn shares_in(&self, case: CaseNo) -> Option<MemberCode> {
        let shares = |of: &[Settlement]| of.iter().any(|settlement| settlement.open.contains(&case));
        self.of.iter().find(|(_, of)| shares(of)).map(|(member, _)| *member)
    }

    /// What of a State's settlements has not fallen due.
    fn ahead(&self, member: MemberCode) -> i128 {
        let plans = self.of(member).iter().flat_map(|settlement| &settlement.plan);
        plans.map(|instalment| instalment.amount.minor()).fold(0, i128::saturating_add)
    }
}

impl Fund {
    /// What has fallen due of a State's settlements, was not set off and not paid.
    pub(super) fn payable(&self, charter: &Charter, member: MemberCode) -> Result<Money, Refusal> {
        let account = Account::new(account::SETTLEMENT, member.as_str())?;
        let owed = self.books().available(&book::cash(charter), &account).unwrap_or_default();
        let payable = owed.saturating_sub(self.settlements.ahead(member)).max(0);
        Ok(Money::new(payable, charter.fund().currency())?)
    }

    /// What all States that left are owed, due or not.
    pub(super) fn owed_to_those_that_left(&self, charter: &Charter) -> i128 {
        all_of(self, book::cash(charter), account::SETTLEMENT)
    }

    /// Lets what happened to a State that left be true.
    pub(super) fn hear_of_leaving(&mut self, agenda: &mut Agenda, event: &LeavingEvent) {
        match event {
            LeavingEvent::IndicationEnded { of } => {
                self.indications.remove(of);
            }
            LeavingEvent::Settled { member, left, reckoning, share, instalments, open } => {
                for instalment in instalments {
                    agenda.add(instalment.day.begins(), Task::SettlementDue(*member));
                }
                let (plan, open) = (instalments.clone(), open.iter().copied().collect());
                let settlement = Settlement { left: *left, reckoning: *reckoning, share: *share, plan, open };
                self.settlements.of.entry(*member).or_default().push(settlement);
            }
            LeavingEvent::Raised { member, left, came, amount, due, .. } => {
                if let Some(settlement) = self.settlements.find(*member, *left) {
                    agenda.add(due.begins(), Task::SettlementDue(*member));
                    settlement.raised(*came, *amount, *due);
                }
            }
            LeavingEvent::FellDue { member, day, .. } => {
                for settlement in self.settlements.of.get_mut(member).into_iter().flatten() {
                    settlement.plan.retain(|instalment| instalment.day != *day);
                }
            }
        }
    }
}

impl Settlement {
    /// Something came free: of all sums the books hold the like and have admitted them.
    fn raised(&mut self, came: Money, amount: Money, due: Day) {
        let with = |sum: Money, more| sum.checked_add(more).unwrap_or(sum);
        self.reckoning.net = with(self.reckoning.net, came);
        self.share = with(self.share, amount);
        match self.plan.iter_mut().find(|instalment| instalment.day == due) {
            Some(instalment) => instalment.amount = with(instalment.amount, amount),
            None => self.plan.push(Instalment { day: due, amount }),
        }
    }
}

#[cfg(test)]
mod tests;
