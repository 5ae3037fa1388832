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

/// What a member declared, as it stands or stood when it was withdrawn, and since when.
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
                    (row.stands, row.at) = (false, booked.at);
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
        thing.own_lasts().map_or(Cell::Empty, |lasts| days(lasts, "for ever")),
        thing.own_replaced_in().map_or(Cell::Empty, |replaced_in| days(replaced_in, "never")),
        match thing.cost {
            Some(cost) => Cell::shown(Some(cost.with_code())),
            None if thing.is_held() => Cell::text("not public"),
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

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;

    use quorate_partnership::capabilities::{Confidence, Event as E, Kind};
    use quorate_partnership::{Audience, Wording};

    use super::*;

    #[test]
    fn what_is_withdrawn_is_told_with_its_moment_and_declared_again_stands_beside_it() {
        let by: MemberCode = "CAN".parse().unwrap();
        let thing = Thing {
            name: "lift".parse().unwrap(),
            what: Wording::new("lift".parse().ok(), None).unwrap(),
            kind: Kind::Capability,
            needs: Vec::new(),
            one_of: Vec::new(),
            lasts: Days::NotPublic,
            replaced_in: Days::NotPublic,
            confidence: Confidence::Low,
            source: "made up".parse().unwrap(),
            audience: Audience::Public,
            in_hands_of: Some(by),
            supplier: None,
            cost: None,
        };
        let declared = E::Declared { by, version: 1, thing: Box::new(thing) };
        let withdrawn = E::Withdrawn { by, name: "lift".parse().unwrap() };
        let mut register = Capabilities { rows: Vec::new(), standing: BTreeMap::new() };
        for (at, event) in [(1, declared.clone()), (2, withdrawn), (3, declared)] {
            let event = Event::Capabilities(event);
            register.hear(&Booked { height: at, at: Moment(at), fell_due: None, by: None, event });
        }
        let rows = register.rows.iter().map(|row| (row.at, row.stands));
        assert_eq!(rows.collect::<Vec<_>>(), [(Moment(2), false), (Moment(3), true)]);
        let table =
            Table { name: "capabilities", columns: COLUMNS, rows: register.rows.iter().map(cells).collect() };
        assert_eq!(table.find(&["CAN/lift"], "stands"), Some(&Cell::text("yes")));
    }
}
