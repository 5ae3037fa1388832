//! The administrative budget: a decision sets commitment authority aside for a year, expenses consume it, and what is unspent
//! goes back by time alone. Article: the budget.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::{Account, Money};

use super::{Treasury, TreasuryEvent, TreasuryRefusal};
use crate::agenda::{Agenda, Task};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::{Event, Refusal, covers, positive_in_fund_currency};
use crate::ids::{DecisionNo, LineNo};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;

/// Whether this much could be set aside for the year, as far as the charter and the calendar say.
pub(crate) fn budgetable(
    partnership: &Partnership,
    (year, amount): (u32, Money),
    now: Moment,
) -> Result<(), Refusal> {
    let charter = partnership.charter();
    // F80: the charter says by which rule.
    charter.budget().ok_or(TreasuryRefusal::NoBudgets)?;
    positive_in_fund_currency(charter, amount)?;
    // F81: a budget is for this year or the next.
    let this = now.day().year();
    if year != this && year != this.saturating_add(1) {
        return Err(TreasuryRefusal::OtherYear { year, this }.into());
    }
    Ok(())
}

/// What an adopted budget does: commitment authority that is available is set aside for the year's expenses.
pub(crate) fn budget(
    partnership: &Partnership,
    (year, amount): (u32, Money),
    decision: DecisionNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, crate::refusal::Refusal> {
    budgetable(partnership, (year, amount), now)?;
    // F61: what is promised is covered at the latest rates.
    covers(partnership, amount)?;
    let charter = partnership.charter();
    let over = Day::first_of(year.saturating_add(1)).begins();
    let ends = charter.budget().map_or(over, |article| over.plus(article.late_lines()));
    let mut bookings = Bookings::new(partnership.fund(), now.day());
    let aside = (account::BUDGET, &*year.to_string());
    let moves = moved(book::authority(charter), (account::AVAILABLE, ""), aside, amount)?;
    bookings.post(moves, About::Budget { year, decision: Some(decision) });
    let budgeted = TreasuryEvent::Budgeted { year, amount, decision, ends };
    let mut events = vec![Event::Treasury(budgeted).into()];
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// Whether an expense of this much could have been made for the year.
pub(in crate::fund) fn can_spend(partnership: &Partnership, year: u32, amount: Money) -> Result<(), Refusal> {
    let left = left(partnership, year)?;
    // F82: no more is spent than is set aside for the year.
    if amount.minor() > left.minor() {
        return Err(TreasuryRefusal::BeyondBudget { year, amount, left }.into());
    }
    Ok(())
}

/// What is set aside for a year and not spent.
fn left(partnership: &Partnership, year: u32) -> Result<Money, Refusal> {
    let charter = partnership.charter();
    let aside = Account::new(account::BUDGET, &year.to_string())?;
    let stands = partnership.fund().books().available(&book::authority(charter), &aside);
    Ok(Money::new(stands.unwrap_or_default(), charter.fund().currency())?)
}

/// What the accounts of a year's expenses are of, among what is consumed.
fn consumed(year: u32) -> String {
    ["budget-", &year.to_string()].concat()
}

/// Money left for an expense of the year.
pub(in crate::fund) fn spends(
    partnership: &Partnership,
    (line, year, amount): (LineNo, u32, Money),
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let (charter, about, of) = (partnership.charter(), About::Line { line }, year.to_string());
    let spent = moved(book::cash(charter), (account::ADMINISTRATION, &of), (account::CASH, ""), amount)?;
    bookings.post(spent, about);
    let consumed = (account::CONSUMED, &*consumed(year));
    bookings.post(moved(book::authority(charter), (account::BUDGET, &of), consumed, amount)?, about);
    Ok(())
}

/// An expense is taken back whose year is closed: what had been set aside for it goes back at once.
pub(in crate::fund) fn unspent(
    partnership: &Partnership,
    (line, year, amount): (LineNo, u32, Money),
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    if !partnership.fund().treasury.budgets.contains(&year) {
        let aside = (account::BUDGET, &*year.to_string());
        let authority = book::authority(partnership.charter());
        bookings.post(moved(authority, aside, (account::AVAILABLE, ""), amount)?, About::Line { line });
    }
    Ok(())
}

/// F83: the time for a year's late lines is over: what is unspent goes back, by time alone.
pub(crate) fn budget_ends(partnership: &Partnership, year: u32, at: Moment) -> Vec<AnyEvent> {
    goes_back(partnership, year, at.day()).unwrap_or_default()
}

fn goes_back(partnership: &Partnership, year: u32, day: Day) -> Result<Vec<AnyEvent>, Refusal> {
    let back = left(partnership, year)?;
    let mut events = vec![Event::Treasury(TreasuryEvent::BudgetEnded { year, back }).into()];
    if back.is_positive() {
        let mut bookings = Bookings::new(partnership.fund(), day);
        let aside = (account::BUDGET, &*year.to_string());
        let authority = book::authority(partnership.charter());
        let moves = moved(authority, aside, (account::AVAILABLE, ""), back)?;
        bookings.post(moves, About::Budget { year, decision: None });
        events.extend(bookings.admitted()?);
    }
    Ok(events)
}

impl Treasury {
    /// A year that has a budget: of several, the first says until when its expenses can be entered.
    pub(super) fn budgeted(&mut self, agenda: &mut Agenda, year: u32, ends: Moment) {
        if self.budgets.insert(year) {
            agenda.add(ends, Task::BudgetEnds(year));
        }
    }
}
