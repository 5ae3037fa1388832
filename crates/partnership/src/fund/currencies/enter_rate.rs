//! Enter a rate of exchange; it is on record when another member's treasurer countersigns it. A rate is never changed: a
//! better one is a rate of its own. Article: currencies.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Rate;

use super::{CurrencyEvent, CurrencyRefusal, EnteredRate};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund::{Event, Refusal};
use crate::ids::RateNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// What kind of rate it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum RateKind {
    /// At which money changed hands at some moment of the day.
    #[n(0)]
    Spot,
    /// At the end of the day, as a source publishes it; revaluations are by these.
    #[n(1)]
    Closing,
    /// That was agreed, with a bank or in an agreement.
    #[n(2)]
    Agreed,
}

impl RateKind {
    /// Every kind.
    pub const ALL: [RateKind; 3] = [RateKind::Spot, RateKind::Closing, RateKind::Agreed];

    /// The kind in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            RateKind::Spot => "spot",
            RateKind::Closing => "closing",
            RateKind::Agreed => "agreed",
        }
    }
}

/// Enters what one unit of a currency was worth in the fund's currency on a day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EnterRate {
    /// The rate, of another currency in the fund's.
    #[n(0)]
    pub rate: Rate,
    /// The day of which it is.
    #[n(1)]
    pub day: Day,
    /// Spot, closing or agreed.
    #[n(2)]
    pub kind: RateKind,
    /// Where it is known from.
    #[n(3)]
    pub source: Phrase,
}

impl Provision for EnterRate {
    fn name(&self) -> &'static str {
        "fund rate"
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
        let (charter, currencies) = (partnership.charter(), &partnership.fund().currencies);
        // F1: what something is worth is told in the fund's currency.
        let (fund, given) = (charter.fund().currency(), self.rate.quote());
        (fund == given).then_some(()).ok_or(Refusal::OtherCurrency { fund, given })?;
        // F55: of a currency that the charter accepts, or that the fund holds.
        currencies.knows(self.rate.base(), charter)?;
        // F56: a rate is of a day that has come.
        if self.day > now.day() {
            return Err(CurrencyRefusal::RateAhead.into());
        }
        let number = RateNo::after(currencies.rates.len());
        let rate = EnteredRate { number, by: act.post().member, said: self.clone() };
        let until = now.plus(charter.payments().countersign_within());
        Ok(vec![Event::Currencies(CurrencyEvent::RateEntered { rate, until }).into()])
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::commands::{eur, rate};
    use crate::exercise::{Exercise, NOON};
    use crate::moment::Day;

    #[test]
    fn f1_a_rate_is_in_the_funds_currency() {
        let mut x = Exercise::of_currencies();
        for quote in ["GBP", "JPY"] {
            x.refuse("FRA/treasurer", rate("EUR", quote, "0.85", NOON.day()), "F1");
        }
        x.accept("FRA/treasurer", rate("EUR", "USD", "1.0842", NOON.day()));
    }

    #[test]
    fn f55_a_rate_is_of_a_currency_that_is_accepted_or_held() {
        let mut x = Exercise::of_currencies();
        x.refuse("FRA/treasurer", rate("JPY", "USD", "0.0067", NOON.day()), "F55");
        for accepted in ["EUR", "GBP"] {
            x.accept("FRA/treasurer", rate(accepted, "USD", "1.1", NOON.day()));
        }
        let mut without = Exercise::begin();
        let refusal = without.refuse("FRA/treasurer", rate("EUR", "USD", "1.1", NOON.day()), "F55");
        assert_eq!(refusal.article(without.partnership.charter()).0, 1, "there is no article on currencies");
        assert_eq!(eur("1").currency().code(), "EUR");
    }

    #[test]
    fn f56_a_rate_is_of_a_day_that_has_come() {
        let mut x = Exercise::of_currencies();
        let today = NOON.day();
        for (day, comes) in [(today.0 - 1, true), (today.0, true), (today.0 + 1, false)] {
            let command = rate("EUR", "USD", "1.0842", Day(day));
            if comes {
                x.accept("FRA/treasurer", command);
            } else {
                x.refuse("FRA/treasurer", command, "F56");
            }
        }
    }
}
