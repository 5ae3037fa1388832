//! Default: by time alone, when a due has grown as old as the article says. Where the charter says so, the others are
//! asked for what was not paid of a call, each within what it signed. Articles: contributions, calls.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Account, Filled, Money, fill};

use super::about::{About, Asked};
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::dues::Dues;
use super::event::Event;
use super::{Fund, Item, Refusal, late};
use crate::event::Event as AnyEvent;
use crate::ids::CallNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;

/// A due has grown too old at this moment: the member is in default on it. It is not asked what has grown old since,
/// before the next block: that comes at its own moment.
pub(crate) fn defaults(partnership: &Partnership, member: MemberCode, at: Moment) -> Vec<AnyEvent> {
    let Some(after) = partnership.charter().contributions().default_after() else { return Vec::new() };
    // F25: what is as old as the article allows, and not in default already; the oldest first, each on its own day.
    let mut owed = partnership.fund().owed.of(member).filter(|item| !item.defaulted);
    let Some(since) = owed.next().map(|item| item.since) else { return Vec::new() };
    if since.plus(after) > at {
        return Vec::new();
    }
    let owed = partnership.fund().owed.of(member);
    let old: Vec<Item> = owed.filter(|item| !item.defaulted && item.since == since).copied().collect();
    in_default(partnership, member, &old, since.plus(after).day()).unwrap_or_default()
}

fn in_default(
    partnership: &Partnership,
    member: MemberCode,
    old: &[Item],
    day: Day,
) -> Result<Vec<AnyEvent>, Refusal> {
    let now = partnership.moment();
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let owed = sum(charter.fund().currency(), old.iter())?;
    let interest = late::on_default(charter, old.iter(), day)?;
    let (mut dues, mut bookings) = (Dues::new(charter, fund), Bookings::new(fund, day));
    dues.charge(member, interest, About::Default { of: member }, &mut bookings)?;
    let mut events: Vec<AnyEvent> = vec![Event::InDefault { member, owed, interest, day }.into()];
    if charter.calls().step_up() {
        let calls: BTreeSet<CallNo> = old.iter().filter_map(|item| item.of.call()).collect();
        let since = old.iter().map(|item| item.since).max().unwrap_or(now);
        let asked = Vec::new();
        let mut asks = Asks { partnership, debtor: member, since, now, dues, bookings, asked };
        for call in calls {
            let total =
                sum(charter.fund().currency(), old.iter().filter(|item| item.of.call() == Some(call)))?;
            events.push(asks.step_up(call, total)?.into());
        }
        bookings = asks.bookings;
    }
    events.extend(bookings.admitted()?);
    Ok(events)
}

fn sum<'i>(
    currency: quorate_ledger::Currency,
    mut items: impl Iterator<Item = &'i Item>,
) -> Result<Money, Refusal> {
    Ok(items.try_fold(Money::zero(currency), |sum, item| sum.checked_add(item.amount))?)
}

/// A member that can be asked: what it signed, and what it has left to be called for.
struct Other {
    member: MemberCode,
    signed: Money,
    left: Money,
}

/// What the others are asked at one default.
struct Asks<'p> {
    partnership: &'p Partnership,
    debtor: MemberCode,
    /// Since when the debtor owed what it is in default on.
    since: Moment,
    now: Moment,
    dues: Dues<'p>,
    bookings: Bookings<'p>,
    /// What each was asked at this default so far: it has that much less left for the next call.
    asked: Vec<Asked>,
}

impl Asks<'_> {
    /// F26: what was not paid of a call is asked of the others that it bound and that are not in default themselves, in
    /// proportion to what each signed, and of none beyond what it has left. What nobody has left is said.
    fn step_up(&mut self, call: CallNo, total: Money) -> Result<Event, Refusal> {
        let others = self.others(call)?;
        let units = |amount: Money| u64::try_from(amount.minor()).unwrap_or_default();
        let weights: Vec<u64> = others.iter().map(|other| units(other.signed)).collect();
        let caps: Vec<u64> = others.iter().map(|other| units(other.left)).collect();
        let Filled { parts, shortfall } = fill(&weights, &caps, units(total))?;
        let money = |minor: u64| Money::new(i128::from(minor), total.currency());
        let mut asked = Vec::new();
        for (other, part) in others.iter().zip(parts).filter(|(_, part)| *part > 0) {
            asked.push(Asked { member: other.member, amount: money(part)? });
        }
        let (of, due) = (self.debtor, self.partnership.charter().calls().due_within());
        let due = due.map(|within| self.now.plus(within).next_day().begins());
        self.book(call, &asked, due)?;
        self.asked.extend(asked.iter().copied());
        Ok(Event::SteppedUp { call, of, total, parts: asked, shortfall: money(shortfall)?, due })
    }

    /// The others, in the order of their codes.
    fn others(&self, call: CallNo) -> Result<Vec<Other>, Refusal> {
        let (fund, members) = (self.partnership.fund(), self.partnership.members());
        let mut others = Vec::new();
        for member in fund.bound.get(&call).into_iter().flatten().copied() {
            let asked = member != self.debtor && !self.defaults_too(member) && members.is_called(member);
            if let Some(agreement) =
                fund.agreements.get(&member).filter(|agreement| asked && !agreement.ended)
            {
                others.push(Other { member, signed: agreement.callable, left: self.left(member)? });
            }
        }
        Ok(others)
    }

    /// Whether a member is in default itself, or is so from the same moment: nobody is asked by the order of the codes.
    fn defaults_too(&self, member: MemberCode) -> bool {
        let owed = &self.partnership.fund().owed;
        owed.in_default(member) || owed.of(member).any(|item| item.since <= self.since)
    }

    fn left(&self, member: MemberCode) -> Result<Money, Refusal> {
        let charter = self.partnership.charter();
        let account = Account::new(account::CALLABLE, member.as_str())?;
        let left = self.partnership.fund().books().available(&book::memoranda(charter), &account);
        let left = Money::new(left.unwrap_or_default(), charter.fund().currency())?;
        let asked = self.asked.iter().filter(|asked| asked.member == member).map(|asked| asked.amount);
        Ok(asked.into_iter().try_fold(left, Money::checked_sub)?)
    }

    fn book(&mut self, call: CallNo, asked: &[Asked], due: Option<Moment>) -> Result<(), Refusal> {
        let charter = self.partnership.charter();
        let (cash, memoranda) = (book::cash(charter), book::memoranda(charter));
        let (debtor, about) = (self.debtor.as_str(), About::StepUp { call, of: self.debtor });
        for part in asked {
            let of = part.member.as_str();
            let owes = moved(cash, (account::RECOVERABLE, debtor), (account::DUE, debtor), part.amount)?;
            self.bookings.post(owes, about);
            let drawn = moved(memoranda, (account::CONTRA, ""), (account::CALLABLE, of), part.amount)?;
            self.bookings.post(drawn, about);
            if due.is_some() {
                let asks = moved(cash, (account::RECEIVABLE, of), (account::REIMBURSABLE, of), part.amount)?;
                self.bookings.post(asks, about);
            } else {
                let against = (account::REIMBURSABLE, about);
                self.dues.fall_due(part.member, part.amount, against, &mut self.bookings)?;
            }
        }
        Ok(())
    }
}

impl Fund {
    /// Whether a call bound a member under the agreement that is in force: only what was called under it comes back to be
    /// called again.
    pub(super) fn is_bound_by(&self, call: CallNo, member: MemberCode) -> bool {
        let in_force = self.agreements.get(&member).is_some_and(|agreement| !agreement.ended);
        in_force && self.bound.get(&call).is_some_and(|bound| bound.contains(&member))
    }

    /// A member signs, anew if it had left: no call before binds what it signs.
    pub(super) fn bound_no_more(&mut self, member: MemberCode) {
        for bound in self.bound.values_mut() {
            bound.retain(|other| *other != member);
        }
    }
}

#[cfg(test)]
mod tests;
