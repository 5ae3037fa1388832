//! Countersign a rate of exchange: a treasurer of another member, and it is on record. Article: currencies.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{CurrencyEvent, CurrencyRefusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund::Event;
use crate::ids::RateNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Countersigns a rate that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CountersignRate {
    /// The rate.
    #[n(0)]
    pub rate: RateNo,
}

impl Provision for CountersignRate {
    fn name(&self) -> &'static str {
        "fund countersign-rate"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    /// What money is worth is for one who has a voice to say, as that it came.
    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by) = (self.rate, act.post().member);
        let rate = partnership.fund().currencies.waiting(number, now)?;
        // F58: two treasurers of different members.
        if rate.by() == by {
            return Err(CurrencyRefusal::SameMember { rate: number, member: by }.into());
        }
        // F59: the credential of the treasurer that entered it holds.
        if !rate.counts(partnership.members(), now) {
            return Err(CurrencyRefusal::EnteredByNobody { rate: number, member: rate.by() }.into());
        }
        Ok(vec![Event::Currencies(CurrencyEvent::RateRecorded { rate: number, by }).into()])
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::commands::{accredit, countersign_rate, rate, revoke};
    use crate::exercise::keys::public;
    use crate::exercise::stages::CURRENCIES;
    use crate::exercise::{CHARTER, DAY, Exercise, NOON, Real};
    use crate::genesis::Nature;

    fn entered() -> Exercise {
        let mut x = Exercise::of_currencies();
        x.accept("FRA/treasurer", rate("EUR", "USD", "1.0842", NOON.day()));
        x
    }

    #[test]
    fn f57_the_rate_exists_waits_and_is_in_time() {
        let mut x = entered();
        for unknown in [0, 2] {
            x.refuse("DEU/treasurer", countersign_rate(unknown), "F57");
        }
        let lapses = Moment(NOON.0 + 5 * DAY);
        x.clone().at(Moment(lapses.0 - 1)).accept("DEU/treasurer", countersign_rate(1));
        for late in [lapses, Moment(lapses.0 + 1)] {
            let mut x = x.clone();
            x.at(late).refuse("DEU/treasurer", countersign_rate(1), "F57");
            let lapsed = Event::Currencies(CurrencyEvent::RateLapsed { rate: RateNo(1) }).into();
            assert!(x.booked().iter().any(|booked| booked.event == lapsed && booked.by.is_none()));
        }
        x.accept("DEU/treasurer", countersign_rate(1));
        x.refuse("GBR/treasurer", countersign_rate(1), "F57");
        assert_eq!(x.partnership.next_deadline(), None);
    }

    #[test]
    fn f58_two_treasurers_of_different_members() {
        let mut x = entered();
        x.refuse("FRA/treasurer", countersign_rate(1), "F58");
        x.accept("DEU/treasurer", countersign_rate(1));
    }

    #[test]
    fn f59_a_rate_counts_while_the_credential_of_the_treasurer_that_entered_it_holds() {
        for goes in [true, false] {
            let mut real = Real::under(Nature::Real, &[CHARTER, CURRENCIES].concat());
            let until = Moment(real.next().0 + DAY);
            real.accept("FRA/root", accredit(public("second"), Office::Treasurer, real.next(), until));
            real.accept_by("second", "FRA/treasurer", rate("EUR", "USD", "1.0842", NOON.day()));
            if goes {
                real.accept("FRA/root", revoke(public("second"), Office::Treasurer));
                real.refuse("DEU/treasurer", countersign_rate(1), "F59");
            } else {
                real.accept("DEU/treasurer", countersign_rate(1));
            }
        }
    }
}
