//! Groupings of States, what share of the members is in each, and which States are in several.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Audience, Booked, Event, GroupingNo, Moment, positions};
use quorate_voting::{Ratio, Strictness};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("grouping", "Grouping"),
    column("name", "Name"),
    column("version", "Version"),
    column("states", "States"),
    column("count", "How many"),
    column("members", "Members in it"),
    column("member_count", "How many members"),
    column("of", "Of"),
    column("share", "Share of the members, %"),
    column("source", "Source"),
    column("recorded_by", "Recorded by"),
    column("at", "As of"),
    column("audience", "Audience"),
];

const STATES: &[Column] = &[
    column("state", "State"),
    column("is_member", "Member"),
    column("count", "In how many"),
    column("groupings", "Groupings"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: GroupingNo,
    name: String,
    version: u32,
    states: Vec<MemberCode>,
    source: String,
    by: MemberCode,
    at: Moment,
    audience: Audience,
}

/// Groupings in the order in which they were recorded, each in its newest version.
#[derive(Clone, Debug)]
pub(crate) struct Groupings {
    rows: Vec<Row>,
}

impl Groupings {
    pub(super) fn new(_: &Charter) -> Groupings {
        Groupings { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use positions::Event as E;
        let Event::Positions(event) = &booked.event else { return };
        match event {
            E::GroupingRecorded { grouping, by, name, states, source, audience } => self.rows.push(Row {
                number: *grouping,
                name: format!("{name}"),
                version: 1,
                states: states.clone(),
                source: source.as_str().into(),
                by: *by,
                at: booked.at,
                audience: *audience,
            }),
            E::GroupingRevised { grouping, version, states, source } => {
                if let Some(row) = super::numbered(&mut self.rows, grouping.0) {
                    row.version = *version;
                    row.states.clone_from(states);
                    row.source = source.as_str().into();
                    row.at = booked.at;
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let rows = part.of(self.rows.len(), self.rows.iter()).map(|row| cells(row, charter)).collect();
        Table { name: "groupings", columns: COLUMNS, rows }
    }

    /// Each State that is in a grouping: a row with the groupings that are for everybody, and, where there are others, one for
    /// the members with all of them.
    pub(crate) fn states(&self, charter: &Charter) -> Table {
        let mut of: BTreeMap<MemberCode, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            for state in &row.states {
                of.entry(*state).or_default().push(row);
            }
        }
        let rows = of.into_iter().flat_map(|(state, all)| {
            let public: Vec<&Row> =
                all.iter().copied().filter(|row| row.audience == Audience::Public).collect();
            let some = if public.len() < all.len() { Some((all, Audience::Members)) } else { None };
            let public = Some((public, Audience::Public)).filter(|(rows, _)| !rows.is_empty());
            public
                .into_iter()
                .chain(some)
                .map(move |(rows, audience)| grouped(state, &rows, audience, charter))
        });
        Table { name: "grouped-states", columns: STATES, rows: rows.collect() }
    }
}

fn grouped(state: MemberCode, rows: &[&Row], audience: Audience, charter: &Charter) -> Vec<Cell> {
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    vec![
        Cell::text(state.as_str()),
        Cell::text(if charter.member(state).is_some() { "yes" } else { "no" }),
        Cell::Number(u64::try_from(rows.len()).unwrap_or(u64::MAX)),
        Cell::text(names.join("; ")),
        Cell::text(audience.name()),
    ]
}

fn cells(row: &Row, charter: &Charter) -> Vec<Cell> {
    let count = |of: usize| u64::try_from(of).unwrap_or(u64::MAX);
    let members: Vec<&MemberCode> =
        row.states.iter().filter(|state| charter.member(**state).is_some()).collect();
    let (inside, all) = (count(members.len()), count(charter.members().len()));
    let share = Ratio::percent(100).map(|whole| words::percent(inside, all, whole, Strictness::AtLeast));
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::text(row.name.as_str()),
        Cell::Number(u64::from(row.version)),
        Cell::listed(&row.states, ", "),
        Cell::Number(count(row.states.len())),
        Cell::listed(members, ", "),
        Cell::Number(inside),
        Cell::Number(all),
        share.map_or(Cell::Empty, Cell::text),
        Cell::text(row.source.as_str()),
        Cell::text(row.by.as_str()),
        Cell::At(row.at),
        Cell::text(row.audience.name()),
    ]
}
