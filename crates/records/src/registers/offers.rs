//! What members offer in kind, and how far it has come.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::cases::{Event as Cases, InKindEvent as E};
use quorate_partnership::{Booked, Event, NeedNo, OfferNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("offer", "Offer"),
    column("need", "Need"),
    column("by", "By"),
    column("how", "How"),
    column("offered", "Offered"),
    column("matched", "Matched"),
    column("accepted", "Accepted"),
    column("value", "Worth, all of it"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    offer: OfferNo,
    need: NeedNo,
    by: MemberCode,
    lent: bool,
    offered: u64,
    matched: Option<u64>,
    accepted: Option<u64>,
    value: Option<Money>,
    stage: &'static str,
}

/// Offers in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Offers {
    rows: Vec<Row>,
}

impl Offers {
    pub(super) fn new(_: &Charter) -> Offers {
        Offers { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Cases(Cases::InKind(event)) = &booked.event else { return };
        match event {
            E::Needed { .. } => {}
            E::Offered { offer, need, by, quantity, lent, value, .. } => self.rows.push(Row {
                offer: *offer,
                need: *need,
                by: *by,
                lent: *lent,
                offered: *quantity,
                matched: None,
                accepted: None,
                value: *value,
                stage: "open",
            }),
            E::Withdrawn { offer, .. } => self.change(*offer, |row| row.stage = "withdrawn"),
            E::Matched { offer, quantity, .. } => self.change(*offer, |row| {
                row.matched = Some(*quantity);
                row.stage = "matched";
            }),
            E::Delivered { offer, .. } => self.change(*offer, |row| row.stage = "delivered"),
            E::Accepted { offer, quantity, .. } => self.change(*offer, |row| {
                row.accepted = Some(*quantity);
                row.stage = "accepted";
            }),
            E::Returned { offer, .. } => self.change(*offer, |row| row.stage = "returned"),
        }
    }

    fn change(&mut self, offer: OfferNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(&mut self.rows, offer.0) {
            change(row);
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let number = |number: Option<u64>| number.map_or(Cell::Empty, Cell::Number);
        let cells = |row: &Row| {
            vec![
                Cell::Number(u64::from(row.offer.0)),
                Cell::Number(u64::from(row.need.0)),
                Cell::text(row.by.as_str()),
                Cell::text(if row.lent { "lent" } else { "given" }),
                Cell::Number(row.offered),
                number(row.matched),
                number(row.accepted),
                Cell::money(row.value),
                Cell::text(row.stage),
            ]
        };
        Table {
            name: "offers",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
