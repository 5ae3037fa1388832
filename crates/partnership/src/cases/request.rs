//! Request: a member asks for help. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::financing::is_within;
use super::{Event, Kind, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::CaseNo;
use crate::members::{ForBeneficiary, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// One tranche of the help asked for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Terms {
    /// How much.
    #[n(0)]
    pub amount: Money,
    /// The condition that is attested before it is paid; of pre-financing, what it is for.
    #[n(1)]
    pub condition: Phrase,
    /// Whether it is paid before any condition.
    #[n(2)]
    pub ahead: Option<Ahead>,
}

/// What is paid before any condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Ahead {
    /// Pre-financing: an advance until its use is attested.
    #[n(0)]
    PreFinancing,
}

/// Asks for help for one's own member: what for, to which account, in which tranches.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Request {
    /// What the help is for.
    #[n(0)]
    pub purpose: Phrase,
    /// The account to be paid; a decision binds it.
    #[n(1)]
    pub payee: Phrase,
    /// The tranches, in order.
    #[n(2)]
    pub tranches: Vec<Terms>,
    /// The kind of help; `None` is a grant.
    #[n(3)]
    pub kind: Option<Kind>,
}

impl Provision for Request {
    fn name(&self) -> &'static str {
        "case request"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::Asks
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let charter = partnership.charter();
        // C2: some tranches, unless there is no money in it, and no more than the charter allows.
        let (given, most) = (self.tranches.len(), charter.cases().most_tranches());
        let none = given == 0 && self.kind != Some(Kind::InKind);
        if none || given > usize::try_from(most).unwrap_or(usize::MAX) {
            return Err(Refusal::Tranches { most, given }.into());
        }
        let mut total = Money::zero(charter.fund().currency());
        for tranche in &self.tranches {
            fund::positive_in_fund_currency(charter, tranche.amount)?;
            // C3: the sum is one that the books can hold.
            total = total.checked_add(tranche.amount).map_err(|_| Refusal::TooMuch)?;
        }
        if let Some(kind) = &self.kind {
            kind.is_sound(given, total, charter)?;
        }
        is_within(self, total, charter)?;
        let case = CaseNo::after(partnership.cases().list.len());
        let (beneficiary, request) = (act.post().member, self.clone());
        Ok(vec![Event::Requested { case, beneficiary, request }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{eur, request, usd};

    #[test]
    fn a_member_asks_for_help_for_itself() {
        let mut x = Exercise::begin();
        let asked = |x: &mut Exercise, who: &str| x.accept(who, request(&[usd("10.00")]));
        let events = asked(&mut x, "FRA/representative");
        let AnyEvent::Cases(Event::Requested { case, beneficiary, request }) = &events[0] else {
            panic!("requested")
        };
        assert_eq!((*case, beneficiary.as_str(), request.tranches.len()), (CaseNo(1), "FRA", 1));
        let events = asked(&mut x, "CAN/representative");
        assert!(matches!(events[..], [AnyEvent::Cases(Event::Requested { case: CaseNo(2), .. })]));
    }

    #[test]
    fn c2_some_tranches_and_no_more_than_the_charter_allows() {
        let mut x = Exercise::begin();
        let amounts = [usd("1.00"); 13];
        for (tranches, fits) in [(0, false), (1, true), (11, true), (12, true), (13, false)] {
            if fits {
                x.accept("CAN/representative", request(&amounts[..tranches]));
            } else {
                x.refuse("CAN/representative", request(&amounts[..tranches]), "C2");
            }
        }
    }

    #[test]
    fn c3_the_sum_is_one_that_the_books_can_hold() {
        let mut x = Exercise::begin();
        let half = usd("5000000000000000.00");
        x.accept("CAN/representative", request(&[half, half]));
        x.refuse("CAN/representative", request(&[half, half, usd("0.01")]), "C3");
    }

    #[test]
    fn f1_and_f2_every_tranche_is_something_in_the_funds_currency() {
        let mut x = Exercise::begin();
        x.refuse("CAN/representative", request(&[usd("1.00"), eur("1.00")]), "F1");
        for nothing in ["-0.01", "0"] {
            x.refuse("CAN/representative", request(&[usd("1.00"), usd(nothing)]), "F2");
        }
        x.accept("CAN/representative", request(&[usd("1.00"), usd("0.01")]));
    }
}
