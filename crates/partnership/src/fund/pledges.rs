//! Pledges as they stand, and how they end. Article: contributions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Entry, Money};

use super::about::About;
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::event::Event;
use super::{Fund, Pledge, Refusal};
use crate::agenda::{Agenda, Task};
use crate::event::Event as AnyEvent;
use crate::ids::EntryNo;
use crate::moment::Day;
use crate::partnership::Partnership;

/// How a pledge ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Ending {
    /// The member withdrew it.
    #[n(0)]
    Withdrawn,
    /// Its day came.
    #[n(1)]
    Lapsed,
    /// The member signed as much, or signed where no amount was known.
    #[n(2)]
    Signed,
    /// The State left.
    #[n(3)]
    Left,
}

/// A member's pledge and its entry among the memoranda, if the amount is known.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Pledged {
    #[n(0)]
    pledge: Pledge,
    #[n(1)]
    entry: Option<(EntryNo, Entry)>,
}

/// What a pledge books: a memorandum, and nothing that anyone can be asked for.
pub(super) fn entry(charter: &Charter, member: MemberCode, amount: Money) -> Result<Entry, Refusal> {
    let pledged = (account::PLEDGED, member.as_str());
    moved(book::memoranda(charter), pledged, (account::CONTRA, ""), amount)
}

/// A pledge ends: what it booked is taken back.
pub(super) fn ended(
    fund: &Fund,
    member: MemberCode,
    ending: Ending,
    day: Day,
) -> Result<Vec<AnyEvent>, Refusal> {
    let mut bookings = Bookings::new(fund, day);
    fund.take_back_pledge(member, &mut bookings);
    let mut events = vec![Event::PledgeEnded { member, ending }.into()];
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// The day has come on which a pledge lapses by itself.
pub(crate) fn pledge_lapses(partnership: &Partnership, member: MemberCode) -> Vec<AnyEvent> {
    let (fund, now) = (partnership.fund(), partnership.moment());
    let day = fund.pledges.get(&member).and_then(|pledged| pledged.pledge.lapses);
    match day.filter(|day| day.begins() <= now) {
        Some(day) => ended(fund, member, Ending::Lapsed, day).unwrap_or_default(),
        None => Vec::new(),
    }
}

/// A member signs an agreement for so much: its pledge is worth that much less, and ends with the last of it. Where no
/// amount was known, the agreement says what it came to.
pub(super) fn signed(
    charter: &Charter,
    fund: &Fund,
    member: MemberCode,
    signed: Money,
    bookings: &mut Bookings<'_>,
) -> Result<Option<Event>, Refusal> {
    let Some(pledged) = fund.pledges.get(&member) else { return Ok(None) };
    fund.take_back_pledge(member, bookings);
    let left = pledged.pledge.amount.map(|amount| amount.checked_sub(signed)).transpose()?;
    Ok(Some(match left.filter(|left| left.is_positive()) {
        Some(left) => {
            bookings.post(entry(charter, member, left)?, About::Pledge { of: member });
            Event::PledgeReduced { member, left }
        }
        None => Event::PledgeEnded { member, ending: Ending::Signed },
    }))
}

impl Fund {
    pub(super) fn has_pledged(&self, member: MemberCode) -> bool {
        self.pledges.contains_key(&member)
    }

    /// Takes back what the member's pledge booked, if it booked anything.
    pub(super) fn take_back_pledge(&self, member: MemberCode, bookings: &mut Bookings<'_>) {
        let pledged = self.pledges.get(&member).and_then(|pledged| pledged.entry.as_ref());
        if let Some((number, entry)) = pledged {
            bookings.reverse(*number, entry, About::Pledge { of: member });
        }
    }

    pub(super) fn pledge_made(&mut self, agenda: &mut Agenda, member: MemberCode, pledge: &Pledge) {
        self.pledge_gone(agenda, member);
        if let Some(day) = pledge.lapses {
            agenda.add(day.begins(), Task::PledgeLapses(member));
        }
        self.pledges.insert(member, Pledged { pledge: pledge.clone(), entry: None });
    }

    pub(super) fn pledge_gone(&mut self, agenda: &mut Agenda, member: MemberCode) {
        let gone = self.pledges.remove(&member);
        if let Some(day) = gone.and_then(|pledged| pledged.pledge.lapses) {
            agenda.remove(day.begins(), Task::PledgeLapses(member));
        }
    }

    pub(super) fn pledge_reduced(&mut self, member: MemberCode, left: Money) {
        if let Some(pledged) = self.pledges.get_mut(&member) {
            pledged.pledge.amount = Some(left);
        }
    }

    /// An entry is the one that a pledge booked.
    pub(super) fn pledge_booked(&mut self, member: MemberCode, number: EntryNo, entry: &Entry) {
        if let Some(pledged) = self.pledges.get_mut(&member) {
            pledged.entry = Some((number, entry.clone()));
        }
    }
}
