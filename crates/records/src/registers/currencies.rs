//! What the fund holds of other currencies, at what value it stands in the books, and what it is worth.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{BookId, Currency, Entry, Money, Rate, Side};
use quorate_partnership::fund::{self, CurrencyEvent, EnterRate};
use quorate_partnership::{Booked, Day, Event, RateNo};

use super::column;
use crate::codes::KEPT_BACK;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("currency", "Currency"),
    column("accepted", "Accepted"),
    column("held", "Held"),
    column("book_value", "Book value"),
    column("rate", "Latest rate"),
    column("worth", "Of one"),
    column("day", "Of"),
    column("value", "Value at it"),
    column("unrealised", "Unrealised"),
    column("kept_back", "Authority kept back"),
    column("realised", "Realised so far"),
];

/// What came of a currency less what left, in the fund's currency where nothing else is said.
#[derive(Clone, Copy, Debug)]
struct Row {
    held: Money,
    cost: Money,
    realised: Money,
    kept_back: i128,
}

/// Currencies in the order of their codes.
#[derive(Clone, Debug)]
pub(crate) struct Currencies {
    none: Money,
    rows: BTreeMap<Currency, Row>,
    /// Rates that wait.
    entered: BTreeMap<RateNo, EnterRate>,
    /// Of each currency, the rate of the latest day, and of that day the one that came on record last.
    latest: BTreeMap<Currency, (Day, RateNo, Rate)>,
}

impl Currencies {
    pub(super) fn new(charter: &Charter) -> Currencies {
        let none = Money::zero(charter.fund().currency());
        Currencies { none, rows: BTreeMap::new(), entered: BTreeMap::new(), latest: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::Currencies(event)) => self.currency(event),
            Event::Fund(fund::Event::Posted { entry, .. }) => self.keeps(entry),
            _ => {}
        }
    }

    fn row(&mut self, currency: Currency) -> &mut Row {
        let (held, none) = (Money::zero(currency), self.none);
        self.rows.entry(currency).or_insert(Row { held, cost: none, realised: none, kept_back: 0 })
    }

    fn currency(&mut self, event: &CurrencyEvent) {
        match event {
            CurrencyEvent::RateEntered { rate, .. } => {
                self.entered.insert(rate.number, rate.said.clone());
            }
            CurrencyEvent::RateRecorded { rate, .. } => {
                let Some(EnterRate { rate: at, day, .. }) = self.entered.remove(rate) else { return };
                let known = self.latest.get(&at.base());
                if known.is_none_or(|(latest, ..)| *latest <= day) {
                    self.latest.insert(at.base(), (day, *rate, at));
                }
            }
            CurrencyEvent::RateLapsed { rate } => {
                self.entered.remove(rate);
            }
            CurrencyEvent::Converted { received, worth, .. } => {
                let row = self.row(received.currency());
                row.held = row.held.checked_add(*received).unwrap_or(row.held);
                row.cost = row.cost.checked_add(*worth).unwrap_or(row.cost);
            }
            CurrencyEvent::ConversionTakenBack { received, worth, .. } => {
                let row = self.row(received.currency());
                row.held = row.held.checked_sub(*received).unwrap_or(row.held);
                row.cost = row.cost.checked_sub(*worth).unwrap_or(row.cost);
            }
            CurrencyEvent::Exchanged { sold, bought, cost, .. } => {
                let row = self.row(sold.currency());
                row.held = row.held.checked_sub(*sold).unwrap_or(row.held);
                row.cost = row.cost.checked_sub(*cost).unwrap_or(row.cost);
                let gain = bought.checked_sub(*cost).and_then(|gain| row.realised.checked_add(gain));
                row.realised = gain.unwrap_or(row.realised);
            }
            CurrencyEvent::Revalued { .. } => {}
        }
    }

    /// Commitment authority that is kept back, or is not any more.
    fn keeps(&mut self, entry: &Entry) {
        if !matches!(entry.book(), BookId::Authority(_)) {
            return;
        }
        for leg in entry.legs().iter().filter(|leg| leg.account().code() == KEPT_BACK) {
            let of = leg.account().of().split('-').next().unwrap_or_default();
            let Ok(currency) = Currency::from_code(of) else { continue };
            let row = self.row(currency);
            row.kept_back = match leg.side() {
                Side::Credit => row.kept_back.saturating_add(leg.minor()),
                Side::Debit => row.kept_back.saturating_sub(leg.minor()),
            };
        }
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let accepted = charter.currencies().into_iter().flat_map(|article| article.accepted());
        let accepted: BTreeSet<Currency> = accepted.collect();
        let all: BTreeSet<Currency> = accepted.iter().chain(self.rows.keys()).copied().collect();
        let cells = |currency: &Currency| self.cells(*currency, accepted.contains(currency));
        Table { name: "currencies", columns: COLUMNS, rows: all.iter().map(cells).collect() }
    }

    fn cells(&self, currency: Currency, accepted: bool) -> Vec<Cell> {
        let (held, none) = (Money::zero(currency), self.none);
        let unknown = Row { held, cost: none, realised: none, kept_back: 0 };
        let row = self.rows.get(&currency).unwrap_or(&unknown);
        let latest = self.latest.get(&currency);
        let value = latest.and_then(|(_, _, rate)| rate.convert(row.held).ok());
        vec![
            Cell::text(currency.code()),
            Cell::text(if accepted { "yes" } else { "no" }),
            Cell::amount(row.held),
            Cell::amount(row.cost),
            latest.map_or(Cell::Empty, |(_, number, _)| Cell::Number(u64::from(number.0))),
            Cell::shown(latest.map(|(_, _, rate)| format!("{rate}"))),
            latest.map_or(Cell::Empty, |(day, ..)| Cell::On(*day)),
            Cell::money(value),
            Cell::money(value.and_then(|value| value.checked_sub(row.cost).ok())),
            Cell::money(Money::new(row.kept_back, self.none.currency()).ok()),
            Cell::amount(row.realised),
        ]
    }
}
