//! Where each State stands towards the charter.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Booked, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("name", "Name"),
    column("standing", "Standing"),
    column("since", "Since"),
    column("until", "Until"),
    column("signed", "Signed"),
    column("ratified", "Ratified"),
    column("text", "Accepted text"),
    column("weights", "Weights"),
];

/// What is known of a State. Without an article on entry into force it is bound from the founding, which no event tells.
#[derive(Clone, Debug, Default)]
struct Row {
    name: String,
    invited: bool,
    signed: Option<Moment>,
    ratified: Option<Moment>,
    bound: bool,
    provisional: bool,
    text: u32,
    /// Texts that it accepted and that are not in force.
    waiting: BTreeSet<u32>,
    suspended: Option<Moment>,
    rests: bool,
    leaves: Option<Moment>,
    left: bool,
    since: Option<Moment>,
}

impl Row {
    fn standing(&self, in_force: bool, text: u32) -> &'static str {
        let binds = in_force && self.bound;
        match self {
            Row { left: true, .. } => "left",
            Row { invited: true, .. } => "invited",
            Row { suspended: Some(_), .. } => "suspended",
            Row { rests: true, .. } => "in arrears",
            Row { leaves: Some(_), .. } => "withdrawing",
            _ if binds && self.text < text => "bound by an older text",
            _ if binds => "in force",
            Row { provisional: true, .. } => "provisionally applied",
            Row { signed: Some(_), .. } => "signatory",
            _ => "not signed",
        }
    }
}

/// States in the order of their codes.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    rows: BTreeMap<MemberCode, Row>,
    in_force: bool,
    text: u32,
}

impl Membership {
    pub(super) fn new(charter: &Charter) -> Membership {
        let in_force = charter.entry_into_force().is_none();
        let row = |name: &str| Row { name: name.into(), bound: in_force, text: 1, ..Row::default() };
        let rows = charter.members().map(|(code, member)| (code, row(&member.name().en))).collect();
        Membership { rows, in_force, text: 1 }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Members(event) = &booked.event else { return };
        let at = booked.fell_due.unwrap_or(booked.at);
        match event {
            E::Signed { member, provisionally } => self.change(*member, at, |row| {
                row.signed = Some(at);
                row.provisional = *provisionally;
            }),
            E::Ratified { member } => self.change(*member, at, |row| {
                row.ratified = Some(at);
                row.bound = true;
            }),
            E::Instrument(I::TakesPart { member }) => self.change(*member, at, |row| row.bound = true),
            E::EnteredIntoForce => {
                self.in_force = true;
                self.rows.values_mut().filter(|row| row.bound).for_each(|row| row.since = Some(at));
            }
            E::ProvisionalEnded { member } => self.change(*member, at, |row| row.provisional = false),
            E::NoticeGiven { member, effective } => {
                self.change(*member, at, |row| row.leaves = Some(*effective));
            }
            E::NoticeTakenBack { member, .. } => self.change(*member, at, |row| row.leaves = None),
            E::Left { member } => self.change(*member, at, |row| {
                *row = Row { name: core::mem::take(&mut row.name), left: true, ..Row::default() };
            }),
            E::Invited { terms, .. } => {
                let name = terms.name_en.as_str().into();
                self.rows
                    .insert(terms.member, Row { name, invited: true, since: Some(at), ..Row::default() });
            }
            E::Acceded { member, .. } => {
                let text = self.text;
                self.change(*member, at, |row| {
                    (row.invited, row.bound, row.text) = (false, true, text);
                    (row.signed, row.ratified) = (Some(at), Some(at));
                });
            }
            E::Suspended { member, until, .. } => {
                self.change(*member, at, |row| row.suspended = Some(*until));
            }
            E::Restored { member, .. } => self.change(*member, at, |row| row.suspended = None),
            E::VotesRest { member, .. } => self.change(*member, at, |row| row.rests = true),
            E::VotesReturn { member } => self.change(*member, at, |row| row.rests = false),
            E::AmendmentAccepted { member, version } => self.accepted(*member, *version),
            E::AmendmentInForce { version } => self.text_in_force(*version),
            _ => {}
        }
    }

    fn accepted(&mut self, member: MemberCode, version: u32) {
        let in_force = version == self.text;
        if let Some(row) = self.rows.get_mut(&member) {
            if in_force {
                row.text = version;
            } else {
                row.waiting.insert(version);
            }
        }
    }

    fn text_in_force(&mut self, version: u32) {
        self.text = version;
        for row in self.rows.values_mut() {
            // Of several texts that wait each may be accepted, and only one of them comes into force.
            if core::mem::take(&mut row.waiting).contains(&version) {
                row.text = version;
            }
        }
    }

    fn change(&mut self, member: MemberCode, at: Moment, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.get_mut(&member) {
            change(row);
            row.since = Some(at);
        }
    }

    /// Whether a call decided now would bind this State: it is bound, and by the text in force.
    pub(crate) fn is_called(&self, member: MemberCode) -> bool {
        self.rows.get(&member).is_some_and(|row| {
            let bound = self.in_force && row.bound || row.provisional;
            bound && !row.left && !row.invited && row.text == self.text
        })
    }

    /// Whose standing is anything else than in force, and what it is.
    pub(crate) fn exceptions(&self) -> Vec<(MemberCode, &'static str, Option<Moment>)> {
        let standing = |(member, row): (&MemberCode, &Row)| {
            (*member, row.standing(self.in_force, self.text), row.suspended.or(row.leaves))
        };
        self.rows.iter().map(standing).filter(|(_, standing, _)| *standing != "in force").collect()
    }

    /// Whether a State stands here: as a member, invited, or one that left.
    pub(crate) fn knows(&self, state: MemberCode) -> bool {
        self.rows.contains_key(&state)
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        // An arrangement is in effect and in force for nobody: who takes part is a participant.
        let standing = |row: &Row| match row.standing(self.in_force, self.text) {
            "in force" if charter.is_arrangement() => "participant",
            standing => standing,
        };
        let row = |(member, row): (&MemberCode, &Row)| {
            let moment = |moment: Option<Moment>| moment.map_or(Cell::Empty, Cell::At);
            vec![
                Cell::text(member.as_str()),
                Cell::text(row.name.as_str()),
                Cell::text(standing(row)),
                moment(row.since),
                moment(row.suspended.or(row.leaves)),
                moment(row.signed),
                moment(row.ratified),
                if row.text == 0 { Cell::Empty } else { Cell::Number(u64::from(row.text)) },
                Cell::words(weights(*member, charter)),
            ]
        };
        Table { name: "membership", columns: COLUMNS, rows: self.rows.iter().map(row).collect() }
    }
}

fn weights(member: MemberCode, charter: &Charter) -> String {
    let Some(weights) = charter.member(member).map(quorate_charter::Member::weights) else {
        return String::new();
    };
    let named = charter
        .measures()
        .iter()
        .zip(weights)
        .map(|(measure, weight)| format!("{} {weight}", measure.name()));
    let named: Vec<String> = named.collect();
    named.join(", ")
}
