//! A withdrawal takes effect: what the State pledged ends, and where the text that it accepted says so, its share is fixed.

use alloc::vec::Vec;

use quorate_charter::{MemberCode, Settlement};
use quorate_ledger::Money;

use super::{LeavingEvent, reckoning};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::amounts::lesser;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::dues::Dues;
use crate::fund::event::Event;
use crate::fund::{Ending, Instalment, Refusal, treasury};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// What it brings to the fund that a State leaves at this moment.
pub(crate) fn leaves(partnership: &Partnership, member: MemberCode, at: Moment) -> Vec<AnyEvent> {
    book(partnership, member, at).unwrap_or_default()
}

fn book(partnership: &Partnership, member: MemberCode, at: Moment) -> Result<Vec<AnyEvent>, Refusal> {
    let fund = partnership.fund();
    let mut bookings = Bookings::new(fund, at.day());
    let mut events = Vec::new();
    // F69: nothing that the State said it would give stands any more.
    if fund.has_pledged(member) {
        fund.take_back_pledge(member, &mut bookings);
        events.push(Event::PledgeEnded { member, ending: Ending::Left }.into());
    }
    if let Some(indication) = fund.indications.get(&member) {
        if let Some((number, entry)) = &indication.entry {
            bookings.reverse(*number, entry, About::Indication { of: member });
        }
        events.push(Event::Leaving(LeavingEvent::IndicationEnded { of: member }).into());
    }
    // F65: on the terms of the text that it accepted, whatever text is in force.
    if let Some(terms) = partnership.members().settlement(member) {
        let settled = settle(partnership, member, (terms, at), &mut bookings)?;
        events.extend(settled.map(|settled| Event::Leaving(settled).into()));
    }
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// Fixes its share, sets off what the State owes and divides the rest; nothing for a State that paid nothing in.
fn settle(
    partnership: &Partnership,
    member: MemberCode,
    (terms, left): (Settlement, Moment),
    bookings: &mut Bookings<'_>,
) -> Result<Option<LeavingEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let reckoning = reckoning::of(partnership, member, left)?;
    if !reckoning.paid.checked_add(reckoning.due)?.is_positive() {
        return Ok(None);
    }
    let mut dues = Dues::new(charter, fund);
    // What is not set off leaves with it, and there is no more than the fund has.
    let there = Money::new(reckoning::net(fund, charter)?.max(0), reckoning.net.currency())?;
    let share = lesser(reckoning.share()?, dues.all_due(member)?.checked_add(there)?);
    let about = About::Settlement { of: member };
    let of = member.as_str();
    let mut rest = share;
    if share.is_positive() {
        let owed = moved(book::cash(charter), (account::PAID_IN, of), (account::SETTLEMENT, of), share)?;
        bookings.post(owed, about);
        // F66: what the State owes is set off first, the oldest first, as if it had paid it.
        rest = dues.set_off(member, share, about, bookings)?;
        let counted = lesser(share, reckoning.paid.checked_add(reckoning.due)?);
        treasury::gives_way(charter, counted, about, bookings)?;
    }
    let open: Vec<_> = partnership.cases().open().collect();
    let mut instalments = divided(rest, terms, left)?;
    if open.is_empty() {
        instalments.retain(|instalment| instalment.amount.is_positive());
    }
    Ok(Some(LeavingEvent::Settled { member, left, reckoning, share, instalments, open }))
}

/// Equal parts, what is left over of whole units in the first; each falls due once its period is over.
fn divided(rest: Money, terms: Settlement, left: Moment) -> Result<Vec<Instalment>, Refusal> {
    let parts = i128::from(terms.instalments());
    let equal = rest.minor().checked_div(parts).unwrap_or_default();
    let over = rest.minor().checked_rem(parts).unwrap_or_default();
    let mut at = left;
    let mut instalments = Vec::new();
    for number in 0..parts {
        at = at.plus(terms.every());
        let minor = equal.saturating_add(i128::from(number < over));
        let amount = Money::new(minor, rest.currency())?;
        instalments.push(Instalment { day: at.next_day(), amount });
    }
    Ok(instalments)
}
