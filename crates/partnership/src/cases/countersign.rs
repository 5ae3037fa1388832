//! Countersign: a treasurer of another member signs an instruction; with enough signatures it goes to the
//! bank. Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::payments::released;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::PaymentNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Countersigns an instruction.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Countersign {
    /// The payment.
    #[n(0)]
    pub payment: PaymentNo,
}

impl Provision for Countersign {
    fn name(&self) -> &'static str {
        "payment countersign"
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
        let (number, by) = (self.payment, act.post().member);
        let payment = partnership.cases().waiting(number, now)?;
        let case = partnership.cases().get(payment.case)?;
        case.not_by_beneficiary(by)?;
        case.may_be_paid(payment.case)?;
        case.is_not_funded_twice(payment.case, payment.tranche)?;
        let (count, dropped) = payment.signatories(partnership.members(), now);
        // C13: the signatures are of different members. One that does not count any more can be given again.
        if count.contains(&by) {
            return Err(Refusal::SignedAlready(by).into());
        }
        let signatures = count.len().saturating_add(1);
        let mut events = vec![Event::Countersigned { payment: number, by, dropped }.into()];
        let needed = partnership.charter().payments().signatures();
        if signatures >= usize::try_from(needed).unwrap_or(usize::MAX) {
            events.extend(released(partnership, number, now)?);
        }
        Ok(events)
    }
}

#[cfg(test)]
mod tests;
