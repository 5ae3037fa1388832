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

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by) = (self.payment, act.post().member);
        let payment = partnership.cases().waiting(number, now)?;
        partnership.cases().get(payment.case)?.not_by_beneficiary(by)?;
        // C13: the signatures are of different members.
        if payment.signed.contains(&by) {
            return Err(Refusal::SignedAlready(by).into());
        }
        let mut events = vec![Event::Countersigned { payment: number, by }.into()];
        let signatures = payment.signed.len().saturating_add(1);
        let needed = partnership.charter().payments().signatures();
        if signatures >= usize::try_from(needed).unwrap_or(usize::MAX) {
            events.extend(released(partnership, number, now)?);
        }
        Ok(events)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{countersign, instruct, sign, usd};
    use crate::fund::{self, account, book};

    /// A payment of 10.00 of 100.00 that `DEU` instructed in the block before.
    fn instructed() -> Exercise {
        let mut x = Exercise::funded("100.00");
        x.instructed(&["10.00"]);
        x
    }

    #[test]
    fn one_signature_is_too_few_and_two_are_enough() {
        let mut x = instructed();
        let released = |x: &Exercise| {
            x.booked().iter().any(|booked| booked.event == Event::Released { payment: PaymentNo(1) }.into())
        };
        assert!(!released(&x));
        let events = x.accept("FRA/treasurer", countersign(1));
        let (payment, by) = (PaymentNo(1), "FRA".parse().unwrap());
        assert_eq!(
            events[..2],
            [Event::Countersigned { payment, by }.into(), Event::Released { payment }.into()]
        );
        assert!(matches!(
            events[2..],
            [
                AnyEvent::Fund(fund::Event::HoldPosted { .. }),
                AnyEvent::Fund(fund::Event::Posted { .. }),
                AnyEvent::Fund(fund::Event::Held { .. })
            ]
        ));
        let charter = x.partnership.charter();
        assert_eq!(x.available(book::cash(charter), account::CASH, ""), 90_00, "set aside at once");
        assert_eq!(x.available(book::authority(charter), account::COMMITTED, "case-1/tranche-1"), 10_00);
        assert_eq!(x.partnership.next_deadline(), None);
    }

    #[test]
    fn three_signatures_where_the_charter_asks_for_three() {
        let five = crate::exercise::CHARTER
            .replace(
                "[member.DEU]",
                "[member.BEL]\nname = { en = \"Belgium\", fr = \"Belgique\" }\n[member.DEU]",
            )
            .replace("weight = { CAN", "weight = { BEL = 11876844, CAN")
            .replace("signatures = 2", "signatures = 3")
            .replace("able-to-sign = 3", "able-to-sign = 4");
        let mut x = Exercise::under(&five);
        x.accept("GBR/root", sign(usd("100.00"), usd("0")));
        x.received("GBR", usd("100.00"));
        x.instructed(&["10.00"]);
        assert_eq!(x.accept("FRA/treasurer", countersign(1)).len(), 1, "two are too few");
        x.refuse("FRA/treasurer", countersign(1), "C13");
        assert_eq!(x.accept("BEL/treasurer", countersign(1)).len(), 5, "three are enough");
        x.refuse("GBR/treasurer", countersign(1), "C12");
    }

    #[test]
    fn c12_the_instruction_exists_and_waits() {
        let mut x = instructed();
        for unknown in [0, 2] {
            x.refuse("FRA/treasurer", countersign(unknown), "C12");
        }
        x.accept("FRA/treasurer", countersign(1));
        x.refuse("GBR/treasurer", countersign(1), "C12");
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00"]);
        x.refuse("GBR/treasurer", countersign(1), "C12");
    }

    #[test]
    fn c12_an_instruction_waits_until_it_lapses() {
        let x = instructed();
        let lapses = x.partnership.next_deadline().unwrap();
        assert_eq!(lapses, Moment(x.next().0 - 1 + 5 * crate::exercise::DAY));
        x.clone().at(Moment(lapses.0 - 1)).accept("FRA/treasurer", countersign(1));
        for late in [lapses, Moment(lapses.0 + 1)] {
            x.clone().at(late).refuse("FRA/treasurer", countersign(1), "C12");
        }
    }

    #[test]
    fn an_instruction_that_lapsed_sets_free_what_it_held_and_can_be_given_anew() {
        let mut x = instructed();
        let allocated = |x: &Exercise| {
            x.available(book::authority(x.partnership.charter()), account::ALLOCATED, "case-1")
        };
        assert_eq!(allocated(&x), 0);
        let lapses = x.partnership.next_deadline().unwrap();
        let events = x.at(lapses).pass();
        assert_eq!(events[0], Event::InstructionLapsed { payment: PaymentNo(1) }.into());
        assert!(matches!(events[1..], [AnyEvent::Fund(fund::Event::HoldVoided { .. })]));
        assert_eq!(allocated(&x), 10_00);
        x.accept("FRA/treasurer", instruct(1, 1));
        x.refuse("GBR/treasurer", countersign(1), "C12");
        x.accept("GBR/treasurer", countersign(2));
    }

    #[test]
    fn c7_the_beneficiary_does_not_sign_in_its_own_case() {
        instructed().refuse("CAN/treasurer", countersign(1), "C7");
    }

    #[test]
    fn c13_the_signatures_are_of_different_members() {
        let mut x = instructed();
        x.refuse("DEU/treasurer", countersign(1), "C13");
        x.accept("GBR/treasurer", countersign(1));
    }
}
