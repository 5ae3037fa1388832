//! Seal a period; it is in force when another member's treasurer countersigns. Article: the fund.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Refusal;
use super::event::Event;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Proposes the seal of all days until this one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SealPeriod {
    /// The last day of the period.
    #[n(0)]
    pub until: Day,
}

impl Provision for SealPeriod {
    fn name(&self) -> &'static str {
        "books seal"
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
        let fund = partnership.fund();
        // F46: a day is over before it is sealed.
        if self.until >= now.day() {
            return Err(Refusal::DayNotOver.into());
        }
        fund.still_open(self.until)?;
        let (seal, by, totals) = (fund.next_seal(), act.post().member, fund.totals(self.until));
        let lapses = now.plus(partnership.charter().payments().countersign_within());
        Ok(vec![Event::SealProposed { seal, by, totals, lapses }.into()])
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::commands::{countersign_seal, seal};
    use crate::exercise::{DAY, Exercise, NOON};

    #[test]
    fn a_seal_waits_for_another_treasurer_and_seals_nothing_yet() {
        let mut x = Exercise::funded("10.00");
        let lapses = Moment(x.next().0 + 5 * DAY);
        let events = x.accept("FRA/treasurer", seal(Day(NOON.day().0 - 1)));
        assert!(
            matches!(&events[..], [AnyEvent::Fund(Event::SealProposed { lapses: at, .. })] if *at == lapses)
        );
        assert_eq!(x.partnership.fund().sealed_until(), None);
        assert_eq!(x.partnership.next_deadline(), Some(lapses));
    }

    #[test]
    fn f46_a_day_is_over_before_it_is_sealed() {
        let mut x = Exercise::begin();
        let today = NOON.day();
        for early in [today, Day(today.0 + 1), Day(u32::MAX)] {
            x.refuse("FRA/treasurer", seal(early), "F46");
        }
        x.accept("FRA/treasurer", seal(Day(today.0 - 1)));
        x.at(Moment(NOON.0 + DAY / 2 - 1)).refuse("FRA/treasurer", seal(today), "F46");
        x.accept("FRA/treasurer", seal(today));
    }

    #[test]
    fn f45_days_are_sealed_only_forward() {
        let mut x = Exercise::begin();
        let last = Day(NOON.day().0 - 2);
        x.accept("FRA/treasurer", seal(last));
        x.accept("DEU/treasurer", countersign_seal(1));
        for sealed in [Day(0), Day(last.0 - 1), last] {
            x.refuse("FRA/treasurer", seal(sealed), "F45");
        }
        x.accept("FRA/treasurer", seal(Day(last.0 + 1)));
    }
}
