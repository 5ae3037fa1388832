//! What is needed in kind, and what of it is missing.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_partnership::cases::{Event as Cases, InKindEvent as E};
use quorate_partnership::{Booked, CaseNo, Day, Event, NeedNo, OfferNo, Phrase};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("need", "Need"),
    column("case", "Case"),
    column("what", "What"),
    column("quantity", "How many"),
    column("unit", "Unit"),
    column("until", "Until"),
    column("offered", "Offered, not matched"),
    column("matched", "Matched, not accepted"),
    column("accepted", "Accepted"),
    column("missing", "Missing"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    need: NeedNo,
    case: CaseNo,
    what: Phrase,
    quantity: u64,
    unit: Phrase,
    until: Day,
    closed: bool,
}

/// How far an offer has come, as its need sees it.
#[derive(Clone, Copy, Debug)]
enum Stands {
    Open(u64),
    Matched(u64),
    Accepted(u64),
    Ended,
}

/// Needs in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Needs {
    rows: Vec<Row>,
    /// In the order of their numbers.
    offers: Vec<(NeedNo, Stands)>,
}

impl Needs {
    pub(super) fn new(_: &Charter) -> Needs {
        Needs { rows: Vec::new(), offers: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Cases(Cases::InKind(event)) => self.in_kind(event),
            Event::Cases(Cases::Closed { case }) => {
                self.rows.iter_mut().filter(|row| row.case == *case).for_each(|row| row.closed = true);
            }
            _ => {}
        }
    }

    fn in_kind(&mut self, event: &E) {
        match event {
            E::Needed { case, need, what, quantity, unit, until } => {
                let (what, unit) = (what.clone(), unit.clone());
                let (need, case, quantity, until) = (*need, *case, *quantity, *until);
                self.rows.push(Row { need, case, what, quantity, unit, until, closed: false });
            }
            E::Offered { need, quantity, .. } => self.offers.push((*need, Stands::Open(*quantity))),
            E::Withdrawn { offer, .. } => self.stands(*offer, Stands::Ended),
            E::Matched { offer, quantity, .. } => self.stands(*offer, Stands::Matched(*quantity)),
            E::Accepted { offer, quantity, .. } => self.stands(*offer, Stands::Accepted(*quantity)),
            E::Delivered { .. } | E::Returned { .. } => {}
        }
    }

    fn stands(&mut self, offer: OfferNo, stands: Stands) {
        if let Some((_, stood)) = super::numbered(&mut self.offers, offer.0) {
            *stood = stands;
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "needs",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(|row| self.cells(row)).collect(),
        }
    }

    fn cells(&self, row: &Row) -> Vec<Cell> {
        let (mut offered, mut matched, mut accepted) = (0_u64, 0_u64, 0_u64);
        for (_, stands) in self.offers.iter().filter(|(need, _)| *need == row.need) {
            match stands {
                Stands::Open(quantity) => offered = offered.saturating_add(*quantity),
                Stands::Matched(quantity) => matched = matched.saturating_add(*quantity),
                Stands::Accepted(quantity) => accepted = accepted.saturating_add(*quantity),
                Stands::Ended => {}
            }
        }
        let missing = row.quantity.saturating_sub(matched).saturating_sub(accepted);
        vec![
            Cell::Number(u64::from(row.need.0)),
            Cell::Number(u64::from(row.case.0)),
            Cell::text(row.what.as_str()),
            Cell::Number(row.quantity),
            Cell::text(row.unit.as_str()),
            Cell::On(row.until),
            Cell::Number(offered),
            Cell::Number(matched),
            Cell::Number(accepted),
            Cell::Number(missing),
            Cell::text(if row.closed { "closed" } else { "goes on" }),
        ]
    }
}
