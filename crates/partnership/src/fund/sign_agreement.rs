//! Sign a contribution agreement: what the member pays in, and what it can be called for. Article:
//! contributions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_ledger::{Account, Money};

use super::about::About;
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::dues::Dues;
use super::event::Event;
use super::{Instalment, Refusal, amounts, pledges, schedule};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Signs a contribution agreement for one's own member. Nobody can sign for another, and no vote can.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignAgreement {
    /// What the member pays in: due at once, but for what is in instalments.
    #[n(0)]
    pub paid_in: Money,
    /// What the member can be called for, all calls together.
    #[n(1)]
    pub callable: Money,
    /// What of the money paid in falls due on days to come; the rest is due at once.
    #[n(2)]
    pub instalments: Option<Vec<Instalment>>,
}

impl Provision for SignAgreement {
    fn name(&self) -> &'static str {
        "fund sign-agreement"
    }

    /// An agreement is an instrument: a representative's key, stolen or not, signs none.
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
        self.amounts(partnership)?;
        let later = self.later(partnership, now)?;
        // F6: one agreement a member, and a new one for a State that left and came back.
        if partnership.fund().agreements.get(&member).is_some_and(|agreement| !agreement.ended) {
            return Err(Refusal::AlreadySigned(member).into());
        }
        let SignAgreement { paid_in, callable, instalments } = self.clone();
        let signed = Event::AgreementSigned { member, paid_in, callable, instalments };
        let mut events = vec![signed.into()];
        let (charter, fund) = (partnership.charter(), partnership.fund());
        let mut bookings = Bookings::new(fund, now.day());
        self.book(partnership, member, later, &mut bookings)?;
        let together = self.paid_in.checked_add(self.callable).map_err(Refusal::from)?;
        let pledge = pledges::signed(charter, fund, member, together, &mut bookings)?;
        events.extend(pledge.map(AnyEvent::from));
        events.extend(bookings.admitted()?);
        Ok(events)
    }
}

impl SignAgreement {
    fn amounts(&self, partnership: &Partnership) -> Result<(), Refusal> {
        for amount in [self.paid_in, self.callable] {
            amounts::in_fund_currency(partnership.charter(), amount)?;
        }
        // F5: amounts are not negative, and one of them is more than nothing.
        let negative = self.paid_in.is_negative() || self.callable.is_negative();
        if negative || self.paid_in.is_zero() && self.callable.is_zero() {
            return Err(Refusal::NothingSigned);
        }
        // F15: both together are for no more than the target.
        amounts::within_target(partnership.charter(), self.paid_in.checked_add(self.callable)?)
    }

    /// What falls due on days to come.
    fn later(&self, partnership: &Partnership, now: Moment) -> Result<Money, Refusal> {
        let charter = partnership.charter();
        let Some(list) = &self.instalments else { return Ok(Money::zero(charter.fund().currency())) };
        let sum = schedule::instalments(charter, list, now.day())?;
        // F19: instalments are of what is paid in.
        if sum.minor() > self.paid_in.minor() {
            return Err(Refusal::InstalmentsBeyond { sum, paid_in: self.paid_in });
        }
        Ok(sum)
    }

    fn book(
        &self,
        partnership: &Partnership,
        member: MemberCode,
        later: Money,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        let (charter, fund) = (partnership.charter(), partnership.fund());
        let about = About::Agreement { of: member };
        let at_once = self.paid_in.checked_sub(later)?;
        Dues::new(charter, fund).fall_due(member, at_once, (account::PAID_IN, about), bookings)?;
        let of = member.as_str();
        let memoranda = book::memoranda(charter);
        if later.is_positive() {
            let ahead = moved(memoranda, (account::NOT_DUE, of), (account::CONTRA, ""), later)?;
            bookings.post(ahead, about);
        }
        let before = fund.books().available(&memoranda, &Account::new(account::CALLABLE, of)?);
        let before = Money::new(before.unwrap_or_default(), self.callable.currency())?;
        if before.is_positive() {
            let ended = moved(memoranda, (account::CONTRA, ""), (account::CALLABLE, of), before)?;
            bookings.post(ended, about);
        }
        if self.callable.is_positive() {
            let callable = moved(memoranda, (account::CALLABLE, of), (account::CONTRA, ""), self.callable)?;
            bookings.post(callable, about);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{eur, sign, usd};

    #[test]
    fn what_is_paid_in_is_due_and_what_is_callable_can_be_called() {
        let mut x = Exercise::begin();
        let events = x.accept("GBR/root", sign(usd("2.00"), usd("8.00")));
        let (member, paid_in, callable) = ("GBR".parse().unwrap(), usd("2.00"), usd("8.00"));
        let signed = Event::AgreementSigned { member, paid_in, callable, instalments: None };
        assert_eq!(events[0], signed.into());
        assert_eq!(events.len(), 3);
        let charter = x.partnership.charter();
        assert_eq!(x.available(book::cash(charter), account::DUE, "GBR"), 2_00);
        assert_eq!(x.available(book::memoranda(charter), account::CALLABLE, "GBR"), 8_00);
        assert_eq!(x.available(book::authority(charter), account::AVAILABLE, ""), 0, "signed is not paid");
    }

    #[test]
    fn o1_a_stolen_key_of_a_representative_binds_its_member_to_nothing() {
        let mut x = Exercise::begin();
        for office in ["representative", "treasurer", "case-officer", "recovery"] {
            x.refuse(&["GBR/", office].concat(), sign(usd("1.00"), usd("1.00")), "O1");
        }
        x.accept("GBR/root", sign(usd("1.00"), usd("1.00")));
    }

    #[test]
    fn f1_amounts_are_in_the_funds_currency() {
        let mut x = Exercise::begin();
        x.refuse("GBR/root", sign(eur("1.00"), usd("1.00")), "F1");
        x.refuse("GBR/root", sign(usd("1.00"), eur("1.00")), "F1");
    }

    #[test]
    fn f5_amounts_are_not_negative_and_one_is_more_than_nothing() {
        let (nothing, least, below) = (usd("0"), usd("0.01"), usd("-0.01"));
        for (paid_in, callable) in [(nothing, nothing), (below, least), (least, below), (below, below)] {
            Exercise::begin().refuse("GBR/root", sign(paid_in, callable), "F5");
        }
        for (paid_in, callable) in [(least, nothing), (nothing, least), (least, least)] {
            Exercise::begin().accept("GBR/root", sign(paid_in, callable));
        }
    }

    #[test]
    fn f15_no_agreement_is_for_more_than_the_target() {
        let (target, less, least) = (usd("95000000000.00"), usd("94999999999.99"), usd("0.01"));
        Exercise::begin().refuse("GBR/root", sign(target, least), "F15");
        Exercise::begin().refuse("GBR/root", sign(least, target), "F15");
        Exercise::begin().accept("GBR/root", sign(least, less));
        Exercise::begin().accept("GBR/root", sign(target, usd("0")));
    }

    #[test]
    fn f6_one_agreement_a_member() {
        let mut x = Exercise::begin();
        x.accept("GBR/root", sign(usd("1.00"), usd("0")));
        x.refuse("GBR/root", sign(usd("0"), usd("1.00")), "F6");
        x.accept("FRA/root", sign(usd("1.00"), usd("0")));
    }
}
