//! Currencies other than the fund's: rates on record, money that came in them, and what it is worth. Article: currencies.

mod buffer;
mod correct;
mod countersign_rate;
mod enter_rate;
mod event;
mod exchange;
mod exposure;
mod positions;
mod rates;
mod receipt;
mod refusal;
mod revalue;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_ledger::Currency;

pub(super) use buffer::{Kept, grant, pair, rounded_up};
pub(super) use correct::{comes_again, taken_back};
pub use countersign_rate::CountersignRate;
pub use enter_rate::{EnterRate, RateKind};
pub use event::{CurrencyEvent, EnteredRate};
pub(super) use exchange::exchange;
pub(crate) use exposure::covers;
use positions::{Moved, Units};
pub(crate) use rates::lapses;
use rates::{OnRecord, Stage};
pub(super) use receipt::{acceptable, receipt};
pub use refusal::CurrencyRefusal;
pub use revalue::Revalue;

use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{LineNo, RateNo};
use crate::moment::Day;

/// What is true about other currencies than the fund's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Currencies {
    /// Every rate that was entered, in the order of their numbers, from 1.
    #[n(0)]
    rates: Vec<OnRecord>,
    /// Of each currency and day, the rate that came on record last.
    #[n(1)]
    latest: BTreeMap<(Currency, Day), RateNo>,
    /// The same of closing rates alone.
    #[n(2)]
    closing: BTreeMap<(Currency, Day), RateNo>,
    /// What came and left of each currency on each value date, and what it cost.
    #[n(3)]
    moved: BTreeMap<(Currency, Day), Moved>,
    /// What stands as unrealised on a day for a currency.
    #[n(4)]
    revalued: BTreeMap<(Currency, Day), Units>,
}

impl Currencies {
    /// Lets an event happen. What a line says is passed with the events that a line brings.
    pub(super) fn apply(
        &mut self,
        agenda: &mut Agenda,
        event: &CurrencyEvent,
        by: Option<&By>,
        value_date: impl Fn(LineNo) -> Option<Day>,
    ) {
        match event {
            CurrencyEvent::RateEntered { rate, until } => {
                agenda.add(*until, Task::RateLapses(rate.number));
                let key = by.and_then(|by| by.key);
                self.rates.push(OnRecord::entered(rate.clone(), key, *until));
            }
            CurrencyEvent::RateRecorded { rate, .. } => self.recorded(agenda, *rate),
            CurrencyEvent::RateLapsed { rate } => self.set(*rate, Stage::Lapsed),
            CurrencyEvent::Converted { line, received, worth, .. } => {
                if let Some(day) = value_date(*line) {
                    self.moves(received.currency(), day, received.minor(), worth.minor());
                }
            }
            CurrencyEvent::ConversionTakenBack { line, received, worth } => {
                if let Some(day) = value_date(*line) {
                    let left = |minor: i128| minor.saturating_neg();
                    self.moves(received.currency(), day, left(received.minor()), left(worth.minor()));
                }
            }
            CurrencyEvent::Exchanged { line, sold, cost, .. } => {
                if let Some(day) = value_date(*line) {
                    let left = |minor: i128| minor.saturating_neg();
                    self.moves(sold.currency(), day, left(sold.minor()), left(cost.minor()));
                }
            }
            CurrencyEvent::Revalued { day, held, cost, worth, .. } => {
                let unrealised = Units(worth.minor().saturating_sub(cost.minor()));
                self.revalued.insert((held.currency(), *day), unrealised);
            }
        }
    }
}

#[cfg(test)]
mod tests;
