//! Restore: a call for what members had paid in and bore as a loss, by a rule of its own, and for no more. Article: calls.

use alloc::vec::Vec;

use quorate_ledger::Money;

use super::{TreasuryEvent, TreasuryRefusal};
use crate::event::Event as AnyEvent;
use crate::fund::calls::{call, callable_sum};
use crate::fund::{Event, Refusal};
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Whether a call to restore this sum could be made on those who had signed at this moment.
pub(crate) fn restorable(partnership: &Partnership, total: Money, opened: Moment) -> Result<(), Refusal> {
    // F73: the charter says by which rule.
    partnership.charter().calls().restore_rule().ok_or(TreasuryRefusal::NothingRestores)?;
    callable_sum(partnership, total, opened)?;
    // F74: what was paid in and bore losses, less what came back and what was asked for already, and no more.
    let treasury = &partnership.fund().treasury;
    let asked = treasury.restored.map_or(0, Money::minor);
    let left = Money::new(treasury.paid_in_bore().saturating_sub(asked).max(0), total.currency())?;
    if total.minor() > left.minor() {
        return Err(TreasuryRefusal::BeyondLosses { total, left }.into());
    }
    Ok(())
}

/// What an adopted call to restore does: it is a call, and is remembered as one that restores.
pub(crate) fn restore(
    partnership: &Partnership,
    total: Money,
    decision: DecisionNo,
    opened: Moment,
    now: Moment,
) -> Result<Vec<AnyEvent>, crate::refusal::Refusal> {
    restorable(partnership, total, opened)?;
    let mut events = call(partnership, total, decision, opened, now)?;
    if let Some(AnyEvent::Fund(Event::Called { call, .. })) = events.first() {
        let restored = Event::Treasury(TreasuryEvent::Restored { call: *call, total });
        events.insert(1, restored.into());
    }
    Ok(events)
}
