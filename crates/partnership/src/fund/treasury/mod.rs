//! What the fund has, and what it loses: losses are borne in an order, a reserve is kept of income, a call restores what
//! members had paid in, cash is invested, and a budget is spent. Articles: the fund, the reserve, calls, the treasury, the
//! budget.

mod budgets;
mod event;
mod investments;
mod losses;
mod name;
mod refusal;
mod reserve;
mod restore;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::Charter;
use quorate_ledger::{Entry, Money};

pub(crate) use budgets::{budget, budget_ends, budgetable};
pub(super) use budgets::{can_spend, spends, unspent};
pub use event::{Borne, Cause, TreasuryEvent};
use investments::Investment;
pub(super) use investments::{can_invest, divests, invests, stands};
pub(crate) use losses::{bear, regain};
pub(super) use losses::{give_up, gives_way, lost_again, not_lost, not_regained, put_back, take, withdraw};
pub use name::{InvestmentName, InvestmentNameError};
pub use refusal::TreasuryRefusal;
pub(crate) use reserve::year_ends;
pub(crate) use restore::{restorable, restore};

use super::Event;
use super::chart::book;
use crate::agenda::{Agenda, Task};
use crate::event::Event as AnyEvent;
use crate::ids::{LineNo, LossNo};
use crate::moment::{Day, Moment};

/// A loss, and by what it is borne still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Loss {
    #[n(0)]
    cause: Cause,
    #[n(1)]
    borne: Borne,
    /// By what it was borne at first.
    #[n(2)]
    bore: Borne,
}

/// What is true about losses and the reserve.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Treasury {
    /// In the order of their numbers, from 1.
    #[n(0)]
    losses: Vec<Loss>,
    /// What calls to restore asked for, all together; none so far if that is not said.
    #[n(1)]
    restored: Option<Money>,
    /// What of the income was divided already and stays outside the reserve.
    #[n(2)]
    divided: Option<Money>,
    /// When the year is over in which income came that was not divided yet.
    #[n(3)]
    year_ends: Option<Moment>,
    /// Every investment that stands in the books or has come back, by its name.
    #[n(4)]
    investments: BTreeMap<InvestmentName, Investment>,
    /// The years that have a budget and whose expenses can still be entered.
    #[n(5)]
    budgets: BTreeSet<u32>,
}

impl Treasury {
    /// Lets an event happen.
    pub(super) fn apply(&mut self, agenda: &mut Agenda, event: &TreasuryEvent) {
        match event {
            TreasuryEvent::Budgeted { year, ends, .. } => self.budgeted(agenda, *year, *ends),
            TreasuryEvent::BudgetEnded { year, .. } => _ = self.budgets.remove(year),
            TreasuryEvent::Lost { cause, borne, .. } => {
                self.losses.push(Loss { cause: *cause, borne: *borne, bore: *borne });
            }
            TreasuryEvent::Regained { loss, borne, .. } => {
                if let Some(found) = loss.index().and_then(|at| self.losses.get_mut(at)) {
                    found.borne = found.borne.less(*borne).unwrap_or(found.borne);
                }
            }
            TreasuryEvent::PutInReserve { left, .. } => {
                self.divided = Some(*left);
                self.year_ends = None;
            }
            TreasuryEvent::Invested { line, name, amount, .. } => self.invested(*line, *name, *amount),
            TreasuryEvent::Divested { line, name, .. } => self.divested(*line, *name),
            TreasuryEvent::Restored { total, .. } => {
                let so_far = self.restored.unwrap_or(Money::zero(total.currency()));
                self.restored = Some(so_far.checked_add(*total).unwrap_or(so_far));
            }
        }
    }

    /// Where income comes under an article on the reserve, it is divided when the year is over.
    pub(super) fn watch(&mut self, charter: &Charter, agenda: &mut Agenda, at: Moment, entry: &Entry) {
        let comes = entry.book() == book::cash(charter) && losses::income_of(entry) > 0;
        if comes && charter.reserve().is_some() && self.year_ends.is_none() {
            let over = Day::first_of(at.day().year().saturating_add(1)).begins();
            agenda.add(over, Task::YearEnds);
            self.year_ends = Some(over);
        }
    }

    /// What members paid in and bore of losses, as far as it did not come back. In the smallest units.
    fn paid_in_bore(&self) -> i128 {
        self.losses.iter().fold(0, |sum, loss| sum.saturating_add(loss.borne.paid_in.minor()))
    }

    /// Losses that a line of the bank brought, with their numbers.
    fn of_line(&self, line: LineNo) -> impl Iterator<Item = (LossNo, Loss)> {
        self.numbered().filter(move |(_, loss)| loss.cause.line() == Some(line))
    }

    fn numbered(&self) -> impl Iterator<Item = (LossNo, Loss)> {
        self.losses.iter().enumerate().map(|(at, loss)| (LossNo::after(at), *loss))
    }

    /// The next loss as an event.
    fn lost(&self, cause: Cause, on: Day, borne: Borne) -> AnyEvent {
        let loss = LossNo::after(self.losses.len());
        Event::Treasury(TreasuryEvent::Lost { loss, cause, on, borne }).into()
    }
}

#[cfg(test)]
mod tests;
