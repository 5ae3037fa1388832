//! Calls on what members signed as callable: in proportion, to the unit, and never beyond. Article: contributions.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Account, Money, ProRata, ProRataError};

use super::about::{About, Part};
use super::amounts::positive_in_fund_currency;
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::dues::Dues;
use super::event::Event;
use super::schedule::Scheduled;
use super::{DueOf, Fund, Refusal};
use crate::agenda::Agenda;
use crate::event::Event as AnyEvent;
use crate::ids::{CallNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Whether a call of this sum could be made on those who had signed at this moment.
pub(crate) fn callable_sum(partnership: &Partnership, total: Money, opened: Moment) -> Result<(), Refusal> {
    positive_in_fund_currency(partnership.charter(), total)?;
    let signed = signed(partnership, opened);
    let left: Vec<i128> = left(partnership, &signed)?.into_iter().map(|left| left.minor()).collect();
    let left = Money::new(left.iter().fold(0_i128, |sum, part| sum.saturating_add(*part)), total.currency())?;
    // F13: members are called for what they had signed when the vote was opened, and for no more.
    if total.minor() > left.minor() { Err(Refusal::BeyondSigned { total, left }) } else { Ok(()) }
}

/// What an adopted call does: the part of each member that had signed when the vote was opened becomes due. Who
/// signs later owes nothing of it: what it signs is for the calls to come.
pub(crate) fn call(
    partnership: &Partnership,
    total: Money,
    decision: DecisionNo,
    opened: Moment,
    now: Moment,
) -> Result<Vec<AnyEvent>, crate::refusal::Refusal> {
    callable_sum(partnership, total, opened)?;
    let due = partnership.charter().calls().due_within().map(|within| now.plus(within).next_day().begins());
    made(partnership, total, Some(decision), (opened, due), now)
}

/// The call, of those who had signed at this moment, due at that.
pub(super) fn made(
    partnership: &Partnership,
    total: Money,
    decision: Option<DecisionNo>,
    (opened, due): (Moment, Option<Moment>),
    now: Moment,
) -> Result<Vec<AnyEvent>, crate::refusal::Refusal> {
    let call = CallNo::after(partnership.fund().calls);
    let parts = parts(partnership, total, opened)?;
    let mut events = vec![Event::Called { call, decision, total, parts: parts.clone(), due }.into()];
    events.extend(entries(partnership, &parts, (About::Call { call, decision }, due), now)?);
    Ok(events)
}

/// What those whom a call binds had signed as callable when its vote was opened. Whoever left, or has not accepted the
/// text under which it is made, is asked for nothing new.
fn signed(partnership: &Partnership, opened: Moment) -> Vec<(MemberCode, Money)> {
    let mut signed = partnership.fund().signed_callable(opened);
    signed.retain(|(member, _)| partnership.members().is_called(*member));
    signed
}

/// Each member's part: in proportion to what each signed; or, if that would ask someone for more than it has
/// left, in proportion to what each has left. So a member that was called for all it signed stops nobody's call.
fn parts(partnership: &Partnership, total: Money, opened: Moment) -> Result<Vec<Part>, Refusal> {
    let fund = partnership.fund();
    let signed = signed(partnership, opened);
    let left = left(partnership, &signed)?;
    let (by_signed, next) = carried_on(fund, &signed, total)?;
    let fits = by_signed.iter().zip(&left).all(|(part, left)| *part <= units(*left));
    let shares = if fits {
        by_signed.into_iter().zip(next).collect()
    } else {
        // A part is at most its weight, since the total is at most the sum of the weights: nobody beyond what is left.
        let by_left = ProRata::new(weights(left.iter().copied()))?.share(units(total))?.parts;
        by_left.into_iter().zip(fund.residuals(&signed)).collect::<Vec<(u64, i64)>>()
    };
    let part = |((member, _), (share, residual)): (&(MemberCode, Money), (u64, i64))| {
        let amount = Money::new(i128::from(share), total.currency())?;
        Ok(Part { member: *member, amount, residual })
    };
    signed.iter().zip(shares).map(part).collect()
}

/// Parts in proportion to what was signed, and what rounding then owes each. It is carried from call to call. Where
/// it is not even among just these members, because others were called with them before, these begin anew, and what
/// was carried is kept for a call on all: the books of the cents stop nobody's call.
fn carried_on(
    fund: &Fund,
    signed: &[(MemberCode, Money)],
    total: Money,
) -> Result<(Vec<u64>, Vec<i64>), Refusal> {
    let by_signed = weights(signed.iter().map(|(_, callable)| *callable));
    match ProRata::with_residuals(by_signed.clone(), fund.residuals(signed)) {
        Ok(series) => {
            let shares = series.share(units(total))?;
            Ok((shares.parts, shares.next.residuals().to_vec()))
        }
        Err(ProRataError::ResidualSum { .. } | ProRataError::Ahead { .. }) => {
            Ok((ProRata::new(by_signed)?.share(units(total))?.parts, fund.residuals(signed)))
        }
        Err(error) => Err(error.into()),
    }
}

fn weights(amounts: impl Iterator<Item = Money>) -> Vec<u64> {
    amounts.map(units).collect()
}

/// The smallest units of an amount that is not negative.
fn units(amount: Money) -> u64 {
    u64::try_from(amount.minor()).unwrap_or_default()
}

/// What each member can still be called for.
fn left(partnership: &Partnership, signed: &[(MemberCode, Money)]) -> Result<Vec<Money>, Refusal> {
    let (books, memoranda) = (partnership.fund().books(), book::memoranda(partnership.charter()));
    let left = |(member, callable): &(MemberCode, Money)| {
        let account = Account::new(account::CALLABLE, member.as_str())?;
        Ok(Money::new(books.available(&memoranda, &account).unwrap_or_default(), callable.currency())?)
    };
    signed.iter().map(left).collect()
}

fn entries(
    partnership: &Partnership,
    parts: &[Part],
    (about, due): (About, Option<Moment>),
    now: Moment,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (mut dues, mut bookings) = (Dues::new(charter, fund), Bookings::new(fund, now.day()));
    let cash = book::cash(charter);
    for part in parts.iter().filter(|part| part.amount.is_positive()) {
        let of = part.member.as_str();
        if due.is_some() {
            let asked = moved(cash, (account::RECEIVABLE, of), (account::PAID_IN, of), part.amount)?;
            bookings.post(asked, about);
        } else {
            dues.fall_due(part.member, part.amount, (account::PAID_IN, about), &mut bookings)?;
        }
        let called =
            moved(book::memoranda(charter), (account::CONTRA, ""), (account::CALLABLE, of), part.amount)?;
        bookings.post(called, about);
    }
    bookings.admitted()
}

impl Fund {
    /// A call was made: rounding is carried on, and parts with a day to come are ahead.
    pub(super) fn called(&mut self, agenda: &mut Agenda, event: &Event) {
        let Event::Called { call, decision, parts, due, .. } = event else { return };
        self.calls = self.calls.saturating_add(1);
        for part in parts {
            self.residuals.insert(part.member, part.residual);
        }
        self.bound.insert(*call, parts.iter().map(|part| part.member).collect());
        let of = DueOf::Call { call: *call, decision: *decision };
        for part in parts.iter().filter(|part| part.amount.is_positive()) {
            if let Some(at) = *due {
                let counted = Money::zero(part.amount.currency());
                self.falls_due_at(agenda, part.member, Scheduled { at, amount: part.amount, of, counted });
            }
        }
    }

    /// What each member had signed as callable when a vote was opened, in the order of the codes; members without
    /// any are left out.
    fn signed_callable(&self, opened: Moment) -> Vec<(MemberCode, Money)> {
        let stood =
            self.agreements.iter().filter(|(_, agreement)| agreement.signed <= opened && !agreement.ended);
        let callable = stood.map(|(member, agreement)| (*member, agreement.callable));
        callable.filter(|(_, callable)| callable.is_positive()).collect()
    }

    /// What rounding owes each of these members from the calls before.
    fn residuals(&self, signed: &[(MemberCode, Money)]) -> Vec<i64> {
        signed.iter().map(|(member, _)| self.residuals.get(member).copied().unwrap_or_default()).collect()
    }
}

#[cfg(test)]
mod tests;
