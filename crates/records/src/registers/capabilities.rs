//! Capabilities, and what they rely on, as each member declares it of itself.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::capabilities::{self, Days, Named, Thing};
use quorate_partnership::{Booked, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("thing", "Thing"),
    column("member", "Declared by"),
    column("what", "What it is"),
    column("kind", "Kind"),
    column("needs", "Needs"),
    column("one_of", "And of each group one"),
    column("in_hands_of", "In the hands of"),
    column("supplier", "Supplier"),
    column("lasts", "Goes on without for, days"),
    column("replaced_in", "Can be had otherwise after, days"),
    column("cost", "Cost of that"),
    column("confidence", "Confidence"),
    column("source", "Source"),
    column("version", "Version"),
    column("at", "As of"),
    column("stands", "Stands"),
    column("audience", "Audience"),
];

/// What a member declared, as it stands or stood when it was withdrawn.
#[derive(Clone, Debug)]
struct Row {
    by: MemberCode,
    version: u32,
    thing: Thing,
    at: Moment,
    stands: bool,
}

/// Things in the order in which they were first declared, each in its newest version; withdrawn ones included.
#[derive(Clone, Debug)]
pub(crate) struct Capabilities {
    rows: Vec<Row>,
    standing: BTreeMap<Named, usize>,
}

impl Capabilities {
    pub(super) fn new(_: &Charter) -> Capabilities {
        Capabilities { rows: Vec::new(), standing: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use capabilities::Event as E;
        let Event::Capabilities(event) = &booked.event else { return };
        match event {
            E::Declared { by, version, thing } => {
                let row = Row {
                    by: *by,
                    version: *version,
                    thing: Thing::clone(thing),
                    at: booked.at,
                    stands: true,
                };
                let named = Named { of: *by, name: thing.name.clone() };
                match self.standing.get(&named).and_then(|at| self.rows.get_mut(*at)) {
                    Some(before) => *before = row,
                    None => {
                        self.standing.insert(named, self.rows.len());
                        self.rows.push(row);
                    }
                }
            }
            E::Withdrawn { by, name } => {
                let named = Named { of: *by, name: name.clone() };
                if let Some(row) = self.standing.remove(&named).and_then(|at| self.rows.get_mut(at)) {
                    row.stands = false;
                }
            }
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "capabilities",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }

    /// Every thing that stands, with whose it is, in the order of their names.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (MemberCode, &Thing)> {
        self.standing.values().filter_map(|at| self.rows.get(*at)).map(|row| (row.by, &row.thing))
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let Row { by, version, thing, at, stands } = row;
    // What only stands for the things of which it is made has no stock, no replacement and no cost but theirs.
    let own = thing.is_held();
    let groups: Vec<String> = thing.one_of.iter().map(|group| named(group, " | ")).collect();
    vec![
        Cell::text(format!("{by}/{}", thing.name)),
        Cell::text(by.as_str()),
        Cell::text(format!("{}", thing.what)),
        Cell::text(thing.kind.name()),
        Cell::words(named(&thing.needs, ", ")),
        Cell::words(groups.join("; ")),
        Cell::state(thing.in_hands_of),
        Cell::shown(thing.supplier.as_ref()),
        if own || thing.lasts != Days::Known(0) { days(thing.lasts, "for ever") } else { Cell::Empty },
        if own || thing.replaced_in != Days::Endless {
            days(thing.replaced_in, "never")
        } else {
            Cell::Empty
        },
        match thing.cost {
            Some(cost) => Cell::shown(Some(cost.with_code())),
            None if own => Cell::text("not public"),
            None => Cell::Empty,
        },
        Cell::text(thing.confidence.name()),
        Cell::text(thing.source.as_str()),
        Cell::Number(u64::from(*version)),
        Cell::At(*at),
        Cell::text(if *stands { "yes" } else { "withdrawn" }),
        Cell::text(thing.audience.name()),
    ]
}

/// What is not public is told as that: an empty cell would be taken for none.
fn days(days: Days, endless: &'static str) -> Cell {
    match days {
        Days::Known(days) => Cell::Number(u64::from(days)),
        Days::Endless => Cell::text(endless),
        Days::NotPublic => Cell::text("not public"),
    }
}

fn named(things: &[Named], between: &str) -> String {
    let names: Vec<String> = things.iter().map(|thing| format!("{thing}")).collect();
    names.join(between)
}
