//! What members have signed or been called for and is not due yet: it falls due by time alone. Article: contributions.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;

use super::about::{About, Asked};
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::dues::Dues;
use super::event::Event;
use super::{DueOf, Fund, Refusal, amounts};
use crate::agenda::{Agenda, Task};
use crate::event::Event as AnyEvent;
use crate::ids::CallNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;

/// The most days on which an agreement or a note may fall due.
pub const MAX_INSTALMENTS: usize = 100;

/// An amount that falls due with the beginning of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Instalment {
    /// The day.
    #[n(0)]
    pub day: Day,
    /// How much.
    #[n(1)]
    pub amount: Money,
}

/// Something that will fall due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Scheduled {
    #[n(0)]
    pub(super) at: Moment,
    #[n(1)]
    pub(super) amount: Money,
    #[n(2)]
    pub(super) of: DueOf,
    /// What of it counts already towards commitment authority.
    #[n(3)]
    pub(super) counted: Money,
}

/// F19: instalments are of more than nothing, on days to come, each after the one before, and of a number that can be
/// read. What they come to.
pub(super) fn instalments(charter: &Charter, list: &[Instalment], today: Day) -> Result<Money, Refusal> {
    let none = Money::zero(charter.fund().currency());
    if list.is_empty() || list.len() > MAX_INSTALMENTS {
        return Err(Refusal::Instalments(list.len()));
    }
    let mut before = today;
    let mut sum = none;
    for instalment in list {
        amounts::positive_in_fund_currency(charter, instalment.amount)?;
        if instalment.day <= before {
            return Err(Refusal::InstalmentDay);
        }
        before = instalment.day;
        sum = sum.checked_add(instalment.amount)?;
    }
    Ok(sum)
}

/// The earliest of what falls due from a member by now.
pub(crate) fn falls_due(partnership: &Partnership, member: MemberCode) -> Vec<AnyEvent> {
    let (charter, fund, now) = (partnership.charter(), partnership.fund(), partnership.moment());
    let scheduled = fund.scheduled(member);
    let Some(at) = scheduled.first().map(|first| first.at).filter(|at| *at <= now) else { return Vec::new() };
    let due: Vec<Scheduled> = scheduled.iter().copied().take_while(|next| next.at == at).collect();
    book(charter, fund, member, &due, at.day()).unwrap_or_default()
}

fn book(
    charter: &Charter,
    fund: &Fund,
    member: MemberCode,
    due: &[Scheduled],
    day: Day,
) -> Result<Vec<AnyEvent>, Refusal> {
    let fell = |next: &Scheduled| Event::FellDue { member, amount: next.amount, of: next.of }.into();
    let mut events: Vec<AnyEvent> = due.iter().map(fell).collect();
    let (mut dues, mut bookings) = (Dues::new(charter, fund), Bookings::new(fund, day));
    let (cash, memoranda, of) = (book::cash(charter), book::memoranda(charter), member.as_str());
    for next in due {
        let (about, memorandum) = match next.of {
            DueOf::Agreement => (About::Agreement { of: member }, Some(account::NOT_DUE)),
            DueOf::Note => (About::Note { of: member, counted: next.counted }, Some(account::NOTES)),
            DueOf::Call { call, decision } => (About::Call { call, decision }, None),
            DueOf::StepUp { call, of } => (About::StepUp { call, of }, None),
        };
        if let Some(code) = memorandum {
            bookings.post(moved(memoranda, (account::CONTRA, ""), (code, of), next.amount)?, about);
        }
        if next.of == DueOf::Agreement {
            let paid_in = moved(cash, (account::RECEIVABLE, of), (account::PAID_IN, of), next.amount)?;
            bookings.post(paid_in, about);
        }
        // F21: time alone brings it.
        dues.fall_due(member, next.amount, (account::RECEIVABLE, about), &mut bookings)?;
    }
    events.extend(bookings.admitted()?);
    Ok(events)
}

impl Fund {
    /// What will fall due from a member, the earliest first.
    pub(super) fn scheduled(&self, member: MemberCode) -> &[Scheduled] {
        self.schedule.get(&member).map_or(&[], Vec::as_slice)
    }

    /// When the next thing falls due from anyone.
    #[cfg(test)]
    pub(super) fn scheduled_next(&self) -> Option<Moment> {
        self.schedule.values().filter_map(|list| list.first()).map(|next| next.at).min()
    }

    pub(super) fn falls_due_at(&mut self, agenda: &mut Agenda, member: MemberCode, next: Scheduled) {
        agenda.add(next.at, Task::FallsDue(member));
        let list = self.schedule.entry(member).or_default();
        let place = list.partition_point(|other| other.at <= next.at);
        list.insert(place, next);
    }

    /// What a member signed to pay in on days to come.
    pub(super) fn instalments<'i>(
        &mut self,
        agenda: &mut Agenda,
        member: MemberCode,
        list: impl Iterator<Item = &'i Instalment>,
        of: DueOf,
    ) {
        for next in list {
            let (at, amount, counted) = (next.day.begins(), next.amount, Money::zero(next.amount.currency()));
            self.falls_due_at(agenda, member, Scheduled { at, amount, of, counted });
        }
    }

    /// What a note is to be paid by.
    pub(super) fn encashments(
        &mut self,
        agenda: &mut Agenda,
        member: MemberCode,
        list: &[Instalment],
        counts: &[Money],
    ) {
        for (next, counted) in list.iter().zip(counts) {
            let (at, amount, of) = (next.day.begins(), next.amount, DueOf::Note);
            self.falls_due_at(agenda, member, Scheduled { at, amount, of, counted: *counted });
        }
    }

    /// What the others are asked for a member in default, if it is not due at once.
    pub(super) fn asked(
        &mut self,
        agenda: &mut Agenda,
        (call, of): (CallNo, MemberCode),
        parts: &[Asked],
        due: Option<Moment>,
    ) {
        let Some(at) = due else { return };
        for part in parts {
            let (amount, counted) = (part.amount, Money::zero(part.amount.currency()));
            let next = Scheduled { at, amount, of: DueOf::StepUp { call, of }, counted };
            self.falls_due_at(agenda, part.member, next);
        }
    }

    /// It fell due: it is ahead no more.
    pub(super) fn fell_due(&mut self, member: MemberCode, amount: Money, of: DueOf) {
        let Some(list) = self.schedule.get_mut(&member) else { return };
        if let Some(place) = list.iter().position(|next| next.of == of && next.amount == amount) {
            list.remove(place);
        }
        if list.is_empty() {
            self.schedule.remove(&member);
        }
    }

    /// What a member signed to pay in, the earliest first up to this sum, is not ahead any more: a note stands for it.
    pub(super) fn noted(&mut self, member: MemberCode, amount: Money) {
        let Some(list) = self.schedule.get_mut(&member) else { return };
        let mut left = amount.minor();
        for next in list.iter_mut().filter(|next| next.of == DueOf::Agreement) {
            let minor = next.amount.minor().min(left);
            left = left.saturating_sub(minor);
            let rest = Money::new(next.amount.minor().saturating_sub(minor), next.amount.currency());
            next.amount = rest.unwrap_or(next.amount);
        }
        list.retain(|next| next.amount.is_positive());
        if list.is_empty() {
            self.schedule.remove(&member);
        }
    }
}

#[cfg(test)]
mod tests;
