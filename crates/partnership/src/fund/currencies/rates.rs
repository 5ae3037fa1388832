//! Rates on record: entered by one member's treasurer, countersigned by another's, never changed.

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period};
use quorate_ledger::{Currency, Rate};

use super::{Currencies, CurrencyEvent, CurrencyRefusal, EnterRate, EnteredRate, RateKind};
use crate::agenda::{Agenda, Task};
use crate::fund::{Event, Fund};
use crate::ids::{PublicKey, RateNo};
use crate::members::Members;
use crate::moment::{Day, Moment};

const HOURS_A_DAY: u64 = 24;

/// How far a rate has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Stage {
    #[n(0)]
    Waits,
    #[n(1)]
    Recorded,
    #[n(2)]
    Lapsed,
}

/// A rate and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct OnRecord {
    #[n(0)]
    entered: EnteredRate,
    /// With which key it was entered; `None` if that is presumed.
    #[n(1)]
    key: Option<PublicKey>,
    #[n(2)]
    until: Moment,
    #[n(3)]
    stage: Stage,
}

impl OnRecord {
    pub(super) fn entered(entered: EnteredRate, key: Option<PublicKey>, until: Moment) -> OnRecord {
        OnRecord { entered, key, until, stage: Stage::Waits }
    }

    /// Whether the credential of the treasurer that entered it still holds.
    pub(super) fn counts(&self, members: &Members, now: Moment) -> bool {
        members.vouches_treasurer(self.entered.by, self.key.as_ref(), now)
    }

    pub(super) fn by(&self) -> MemberCode {
        self.entered.by
    }
}

impl Currencies {
    fn rate(&self, number: RateNo) -> Option<&OnRecord> {
        number.index().and_then(|at| self.rates.get(at))
    }

    /// The rate that waits for a countersignature.
    pub(super) fn waiting(&self, number: RateNo, now: Moment) -> Result<&OnRecord, CurrencyRefusal> {
        // F57: the rate exists, waits and is in time.
        let waits = |rate: &&OnRecord| rate.stage == Stage::Waits && now < rate.until;
        self.rate(number).filter(waits).ok_or(CurrencyRefusal::NoWaitingRate(number))
    }

    /// A rate came on record: of its day, it takes the place of those that came before.
    pub(super) fn recorded(&mut self, agenda: &mut Agenda, number: RateNo) {
        let Some(OnRecord { entered, until, .. }) = self.rate(number) else { return };
        agenda.remove(*until, Task::RateLapses(number));
        let EnterRate { rate, day, kind, .. } = entered.said;
        self.latest.insert((rate.base(), day), number);
        if kind == RateKind::Closing {
            self.closing.insert((rate.base(), day), number);
        }
        self.set(number, Stage::Recorded);
    }

    pub(super) fn set(&mut self, number: RateNo, stage: Stage) {
        if let Some(rate) = number.index().and_then(|at| self.rates.get_mut(at)) {
            rate.stage = stage;
        }
    }

    /// F55: another currency is one that the charter accepts, or that the fund has had.
    pub(super) fn knows(&self, currency: Currency, charter: &Charter) -> Result<(), CurrencyRefusal> {
        let accepted = charter.currencies().is_some_and(|article| article.accepts(currency));
        let known = accepted || self.currencies().any(|had| had == currency);
        known.then_some(()).ok_or(CurrencyRefusal::NotAccepted { given: currency })
    }

    /// The latest rate of a currency on record that is not of a later day than this, and its day.
    pub(super) fn latest(&self, of: Currency, quote: Currency, until: Day) -> Option<(RateNo, Rate, Day)> {
        let days = self.latest.range((of, Day(0))..=(of, until)).rev();
        let mut rates =
            days.filter_map(|((_, day), number)| Some((*number, self.in_quote(*number, quote)?, *day)));
        rates.next()
    }

    /// The closing rate of a currency on record for this very day.
    pub(super) fn closing(&self, of: Currency, quote: Currency, day: Day) -> Option<(RateNo, Rate)> {
        let number = *self.closing.get(&(of, day))?;
        Some((number, self.in_quote(number, quote)?))
    }

    fn in_quote(&self, number: RateNo, quote: Currency) -> Option<Rate> {
        let rate = self.rate(number)?.entered.said.rate;
        (rate.quote() == quote).then_some(rate)
    }
}

/// Whether a rate of one day is too old on another: days are counted whole.
pub(super) fn too_old(rate: Day, on: Day, age: Period) -> bool {
    u64::from(on.0.saturating_sub(rate.0)).saturating_mul(HOURS_A_DAY) > age.hours()
}

/// The end of a rate's time to be countersigned.
pub(crate) fn lapses(fund: &Fund, rate: RateNo) -> Option<Event> {
    let waits = fund.currencies.rate(rate)?.stage == Stage::Waits;
    waits.then_some(Event::Currencies(CurrencyEvent::RateLapsed { rate }))
}
