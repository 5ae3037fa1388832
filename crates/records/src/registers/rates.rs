//! Rates of exchange on record.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::fund::{self, CurrencyEvent, EnteredRate};
use quorate_partnership::{Booked, Event, RateNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("rate", "Rate"),
    column("currency", "Of one"),
    column("worth", "Worth"),
    column("in_currency", "In"),
    column("day", "Day"),
    column("kind", "Kind"),
    column("source", "Source"),
    column("entered_by", "Entered by"),
    column("countersigned_by", "Countersigned by"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    rate: EnteredRate,
    countersigned: Option<MemberCode>,
    stage: &'static str,
}

/// Rates in the order in which they were entered.
#[derive(Clone, Debug)]
pub(crate) struct Rates {
    rows: Vec<Row>,
}

impl Rates {
    pub(super) fn new(_: &Charter) -> Rates {
        Rates { rows: Vec::new() }
    }

    fn row(&mut self, number: RateNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(fund::Event::Currencies(event)) = &booked.event else { return };
        match event {
            CurrencyEvent::RateEntered { rate, .. } => {
                self.rows.push(Row { rate: rate.clone(), countersigned: None, stage: "waits" });
            }
            CurrencyEvent::RateRecorded { rate, by } => {
                if let Some(row) = self.row(*rate) {
                    row.countersigned = Some(*by);
                    row.stage = "on record";
                }
            }
            CurrencyEvent::RateLapsed { rate } => {
                if let Some(row) = self.row(*rate) {
                    row.stage = "lapsed";
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "rates",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let said = &row.rate.said;
    vec![
        Cell::Number(u64::from(row.rate.number.0)),
        Cell::text(said.rate.base().code()),
        Cell::text(format!("{}", said.rate)),
        Cell::text(said.rate.quote().code()),
        Cell::On(said.day),
        Cell::text(said.kind.name()),
        Cell::text(said.source.as_str()),
        Cell::text(row.rate.by.as_str()),
        Cell::shown(row.countersigned),
        Cell::text(row.stage),
    ]
}
