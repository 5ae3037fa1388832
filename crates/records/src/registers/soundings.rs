//! Soundings: where States are said to lean.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::positions::{self, Leaning};
use quorate_partnership::{Audience, Booked, Event, Moment, SoundingNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("sounding", "Sounding"),
    column("on", "On"),
    column("of", "Of"),
    column("leaning", "Leaning"),
    column("reported_by", "As reported by"),
    column("at", "At"),
    column("replaces", "Replaces"),
    column("stands", "Stands"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: SoundingNo,
    on: String,
    of: MemberCode,
    by: MemberCode,
    leaning: Leaning,
    at: Moment,
    replaces: Option<SoundingNo>,
    stands: bool,
    audience: Audience,
}

/// Soundings in the order in which they were entered, replaced ones included.
#[derive(Clone, Debug)]
pub(crate) struct Soundings {
    rows: Vec<Row>,
}

impl Soundings {
    pub(super) fn new(_: &Charter) -> Soundings {
        Soundings { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Positions(positions::Event::Sounded { sounding, by, of, on, leaning, audience, replaces }) =
            &booked.event
        else {
            return;
        };
        if let Some(before) = replaces.and_then(|number| super::numbered(&mut self.rows, number.0)) {
            before.stands = false;
        }
        self.rows.push(Row {
            number: *sounding,
            on: format!("{on}"),
            of: *of,
            by: *by,
            leaning: *leaning,
            at: booked.at,
            replaces: *replaces,
            stands: true,
            audience: *audience,
        });
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "soundings",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(row.on.as_str()),
        Cell::text(row.of.as_str()),
        Cell::text(row.leaning.name()),
        Cell::shown((row.by != row.of).then_some(row.by)),
        Cell::At(row.at),
        row.replaces.map_or(Cell::Empty, |number| Cell::Number(u64::from(number.0))),
        Cell::text(if row.stands { "yes" } else { "replaced" }),
        Cell::text(row.audience.name()),
    ]
}
