//! The count beside the books: average cost in fractions, what exchanges lost, what was promised.

use std::collections::BTreeMap;

use quorate_ledger::Side;
use quorate_partnership::fund::{CurrencyEvent, Event as Fund};
use quorate_partnership::{Day, Event};

use crate::world::at;

const UNREALISED: u16 = 403;

#[derive(Debug, Default)]
pub(crate) struct Count {
    pub(crate) held: Vec<i128>,
    pub(crate) cost: Vec<i128>,
    /// Of the fund's own currency.
    pub(crate) cash: i128,
    pub(crate) lost: i128,
    /// What exchanges gained and no loss has taken.
    gained: i128,
    pub(crate) promised: i128,
    pub(crate) revalued: u32,
    /// Of a currency, on each day, what its unrealised account moved by; and what the last revaluation of a day said.
    moved: BTreeMap<(String, Day), i128>,
    said: BTreeMap<(String, Day), i128>,
}

impl Count {
    pub(crate) fn new(currencies: usize) -> Count {
        Count { held: vec![0; currencies], cost: vec![0; currencies], ..Count::default() }
    }

    pub(crate) fn hear(&mut self, event: &Event) {
        match event {
            Event::Fund(Fund::Currencies(event)) => self.currency(event),
            Event::Fund(Fund::Posted { entry, effective, .. }) => {
                for leg in entry.legs() {
                    let sign = if leg.side() == Side::Credit { 1 } else { -1 };
                    match leg.account().code() {
                        UNREALISED => {
                            let key = (leg.account().of().to_owned(), *effective);
                            *self.moved.entry(key).or_default() += sign * leg.minor();
                        }
                        15 => self.promised += sign * leg.minor(),
                        100 if entry.book().currency() == crate::world::own() => {
                            self.cash -= sign * leg.minor();
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn currency(&mut self, event: &CurrencyEvent) {
        match event {
            CurrencyEvent::Converted { received, worth, .. } => {
                let at = at(received.currency());
                self.held[at] += received.minor();
                self.cost[at] += worth.minor();
            }
            CurrencyEvent::ConversionTakenBack { received, worth, .. } => {
                let at = at(received.currency());
                self.held[at] -= received.minor();
                self.cost[at] -= worth.minor();
            }
            CurrencyEvent::Exchanged { sold, bought, cost, .. } => {
                let at = at(sold.currency());
                assert_eq!(cost.minor(), nearest(self.cost[at] * sold.minor(), self.held[at]));
                self.held[at] -= sold.minor();
                self.cost[at] -= cost.minor();
                // Gains bear losses as long as there is something of them; the rest takes authority.
                let result = self.gained + bought.minor() - cost.minor();
                self.gained = result.max(0);
                self.lost -= result.min(0);
            }
            CurrencyEvent::Revalued { day, held, cost, worth, .. } => {
                let pair = format!("{}-{}", held.currency(), cost.currency());
                self.said.insert((pair, *day), worth.minor() - cost.minor());
                self.revalued += 1;
            }
            _ => {}
        }
    }

    /// What stands as unrealised at the end of each day is what the last revaluation of it said, and in the end nothing.
    pub(crate) fn every_revaluation_is_unwound(&self) {
        let pairs: std::collections::BTreeSet<&String> = self.moved.keys().map(|(pair, _)| pair).collect();
        for pair in pairs {
            let sum = |until: Day| -> i128 {
                self.moved.range((pair.clone(), Day(0))..=(pair.clone(), until)).map(|(_, moved)| moved).sum()
            };
            assert_eq!(sum(Day(u32::MAX)), 0, "{pair}");
            for ((of, day), said) in &self.said {
                assert!(of != pair || sum(*day) == *said, "{pair} on {day:?}");
            }
        }
    }
}

/// The nearest whole number to a fraction that is not negative, found by trying both beside it; half way the even one.
fn nearest(above: i128, below: i128) -> i128 {
    let low = above / below;
    let (under, over) = (above - low * below, (low + 1) * below - above);
    if under < over || (under == over && low % 2 == 0) { low } else { low + 1 }
}
