//! Lodge a note: a promise to pay on named days, in the place of money that the member signed to pay in. Article:
//! contributions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_ledger::Money;

use super::about::About;
use super::amounts::{counted, lesser};
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::currencies::grant;
use super::dues::Dues;
use super::event::Event;
use super::{DueOf, Fund, Instalment, Refusal, late, schedule};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// The longest term of a note, in days: ten years.
const MAX_NOTE_DAYS: u32 = 3_653;

/// Lodges a note of one's own member. It is for as much as its encashments come to.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LodgeNote {
    /// When the note is to be paid, and how much on each day.
    #[n(0)]
    pub encashments: Vec<Instalment>,
}

impl Provision for LodgeNote {
    fn name(&self) -> &'static str {
        "fund lodge-note"
    }

    /// A note is an instrument, as the agreement is.
    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        // F19: its days and amounts.
        let amount = schedule::instalments(partnership.charter(), &self.encashments, now.day())?;
        // F20: a promise for ever is none.
        let last = self.encashments.last().map_or(0, |last| last.day.0);
        if last.saturating_sub(now.day().0) > MAX_NOTE_DAYS {
            return Err(Refusal::NoteTerm.into());
        }
        let none = Money::zero(partnership.charter().fund().currency());
        let (due, ahead) = partnership.fund().to_be_paid_in(member, none)?;
        let left = due.checked_add(ahead).map_err(Refusal::from)?;
        // F20: a note stands for money that the member signed to pay in and has not paid.
        if amount.minor() > left.minor() {
            return Err(Refusal::BeyondPaidIn { amount, left }.into());
        }
        let from_due = lesser(amount, due);
        Ok(self.book(partnership, member, (amount, from_due), now)?)
    }
}

impl LodgeNote {
    /// What of each encashment counts before it is paid, rounded down.
    fn counts(&self, partnership: &Partnership) -> Result<Vec<Money>, Refusal> {
        let share = partnership.charter().fund().notes_count();
        self.encashments.iter().map(|next| counted(share, next.amount)).collect()
    }

    fn book(
        &self,
        partnership: &Partnership,
        member: MemberCode,
        (amount, from_due): (Money, Money),
        now: Moment,
    ) -> Result<Vec<AnyEvent>, Refusal> {
        let (charter, fund, of) = (partnership.charter(), partnership.fund(), member.as_str());
        let (cash, memoranda) = (book::cash(charter), book::memoranda(charter));
        let counts = self.counts(partnership)?;
        let none = Money::zero(charter.fund().currency());
        let sum = counts.iter().try_fold(none, |sum, counts| sum.checked_add(*counts))?;
        let about = About::Note { of: member, counted: sum };
        let (mut dues, mut bookings) = (Dues::new(charter, fund), Bookings::new(fund, now.day()));
        if from_due.is_positive() {
            bookings.post(moved(cash, (account::RECEIVABLE, of), (account::DUE, of), from_due)?, about);
            let interest = late::on_payment(charter, dues.noted(member, from_due).iter(), now.day())?;
            dues.charge(member, interest, about, &mut bookings)?;
        }
        let ahead = amount.checked_sub(from_due)?;
        if ahead.is_positive() {
            bookings.post(moved(memoranda, (account::CONTRA, ""), (account::NOT_DUE, of), ahead)?, about);
            bookings.post(moved(cash, (account::RECEIVABLE, of), (account::PAID_IN, of), ahead)?, about);
        }
        bookings.post(moved(memoranda, (account::NOTES, of), (account::CONTRA, ""), amount)?, about);
        grant(charter, sum, None, about, &mut bookings)?;
        let encashments = self.encashments.clone();
        let lodged = Event::NoteLodged { member, amount, from_due, encashments, counts };
        let mut events = vec![lodged.into()];
        events.extend(bookings.admitted()?);
        Ok(events)
    }
}

impl Fund {
    /// What a member signed to pay in, has not paid and is not in default on: what of it is due, and what is still to fall
    /// due.
    fn to_be_paid_in(&self, member: MemberCode, none: Money) -> Result<(Money, Money), Refusal> {
        let owed = self.owed.of(member).filter(|item| item.of == DueOf::Agreement && !item.defaulted);
        let due = owed.map(|item| item.amount).try_fold(none, Money::checked_add)?;
        let ahead = self.scheduled(member).iter().filter(|next| next.of == DueOf::Agreement);
        let ahead = ahead.map(|next| next.amount).try_fold(none, Money::checked_add)?;
        Ok((due, ahead))
    }
}

#[cfg(test)]
#[path = "lodge_note/tests.rs"]
mod tests;
