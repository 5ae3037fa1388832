//! What States declared under the instrument.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Audience, Booked, DeclarationNo, Event, Moment, Wording};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("declaration", "Declaration"),
    column("state", "State"),
    column("audience", "For"),
    column("en", "English"),
    column("fr", "French"),
    column("at", "At"),
];

#[derive(Clone, Debug)]
struct Row {
    number: DeclarationNo,
    state: MemberCode,
    audience: Audience,
    wording: Wording,
    at: Moment,
}

/// Declarations in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Declarations {
    rows: Vec<Row>,
}

impl Declarations {
    pub(super) fn new(_: &Charter) -> Declarations {
        Declarations { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Members(E::Instrument(I::Declared { declaration, member, audience, wording })) =
            &booked.event
        else {
            return;
        };
        let (number, state, audience) = (*declaration, *member, *audience);
        self.rows.push(Row { number, state, audience, wording: wording.clone(), at: booked.at });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::Number(u64::from(row.number.0)),
                Cell::text(row.state.as_str()),
                Cell::text(row.audience.name()),
                Cell::shown(row.wording.en()),
                Cell::shown(row.wording.fr()),
                Cell::At(row.at),
            ]
        };
        Table {
            name: "declarations",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
