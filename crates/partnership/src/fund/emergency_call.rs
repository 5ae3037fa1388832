//! Call in an emergency: one member's treasurer asks for what approved help lacks in cash. It is in force when a treasurer
//! of another member has countersigned. Article: calls.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::{Account, Money};

use super::chart::{account, book};
use super::event::Event;
use super::{Refusal, calls};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::EmergencyNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Asks for an emergency call of this sum.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EmergencyCall {
    /// The sum of the parts.
    #[n(0)]
    pub total: Money,
}

impl Provision for EmergencyCall {
    fn name(&self) -> &'static str {
        "fund emergency-call"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        callable(partnership, self.total, now)?;
        let number = EmergencyNo::after(partnership.fund().emergencies.len());
        let (by, total) = (act.post().member, self.total);
        let until = now.plus(partnership.charter().payments().countersign_within());
        Ok(vec![Event::EmergencyCallEntered { number, by, total, until }.into()])
    }
}

/// Whether an emergency call of this sum could be made as things are, on those who had signed at this moment; asked when
/// it is entered and again when it is countersigned.
pub(super) fn callable(partnership: &Partnership, total: Money, entered: Moment) -> Result<(), Refusal> {
    // F28: the charter provides for it.
    if partnership.charter().calls().emergency_within().is_none() {
        return Err(Refusal::NoEmergencyCalls);
    }
    calls::callable_sum(partnership, total, entered)?;
    // F29: for what approved help lacks in cash now, and for nothing beyond it.
    let lacks = lacks(partnership)?;
    if total.minor() > lacks.minor() { Err(Refusal::BeyondNeed { total, lacks }) } else { Ok(()) }
}

/// What attested tranches of approved cases that have not been paid need, less the cash that nothing is set aside from
/// and that no State that left is owed, and less what emergency calls have asked for and is still to come.
fn lacks(partnership: &Partnership) -> Result<Money, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let needed = partnership.cases().to_be_paid();
    let cash = fund.books().available(&book::cash(charter), &Account::new(account::CASH, "")?);
    let own = cash.unwrap_or_default().saturating_sub(fund.owed_to_those_that_left(charter));
    let lacks = needed.saturating_sub(own).saturating_sub(fund.coming_in_emergency());
    Ok(Money::new(lacks.max(0), charter.fund().currency())?)
}

#[cfg(test)]
#[path = "emergency_call/tests.rs"]
mod tests;
