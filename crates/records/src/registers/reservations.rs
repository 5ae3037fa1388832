//! Reservations, and what others object to them.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Booked, Event, Moment, Wording};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("state", "State"),
    column("article", "Article"),
    column("stage", "Stage"),
    column("en", "English"),
    column("fr", "French"),
    column("objections", "Objections"),
    column("made_at", "Made at"),
    column("confirmed_at", "Confirmed at"),
    column("withdrawn_at", "Withdrawn at"),
];

#[derive(Clone, Debug)]
struct Row {
    state: MemberCode,
    article: u16,
    wording: Wording,
    made: Moment,
    confirmed: Option<Moment>,
    withdrawn: Option<Moment>,
    /// Whether each objection precludes entry into force between the two.
    objections: BTreeMap<MemberCode, bool>,
}

/// Reservations in the order in which they were made, withdrawn ones too.
#[derive(Clone, Debug)]
pub(crate) struct Reservations {
    rows: Vec<Row>,
    /// The places of those that stand.
    standing: BTreeMap<(MemberCode, u16), usize>,
}

impl Reservations {
    pub(super) fn new(_: &Charter) -> Reservations {
        Reservations { rows: Vec::new(), standing: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Members(event) = &booked.event else { return };
        let at = booked.fell_due.unwrap_or(booked.at);
        match event {
            E::Instrument(event) => self.hear_of(event, at),
            E::Ratified { member } | E::Acceded { member, .. } => self.confirm(*member, at),
            E::Left { member } => {
                let of: Vec<u16> = self.of(*member).map(|(article, _)| article).collect();
                of.into_iter().for_each(|article| self.withdraw(*member, article, at));
                for row in &mut self.rows {
                    row.objections.remove(member);
                }
            }
            _ => {}
        }
    }

    fn hear_of(&mut self, event: &I, at: Moment) {
        match event {
            I::Reserved { member, article, wording } => {
                self.standing.insert((*member, *article), self.rows.len());
                self.rows.push(Row {
                    state: *member,
                    article: *article,
                    wording: wording.clone(),
                    made: at,
                    confirmed: None,
                    withdrawn: None,
                    objections: BTreeMap::new(),
                });
            }
            I::ConsentGiven { member, .. } => self.confirm(*member, at),
            I::ReservationWithdrawn { member, article } => self.withdraw(*member, *article, at),
            I::Objected { by, member, article, precludes } => {
                if let Some(row) = self.row(*member, *article) {
                    row.objections.insert(*by, *precludes);
                }
            }
            I::ObjectionWithdrawn { by, member, article } => {
                if let Some(row) = self.row(*member, *article) {
                    row.objections.remove(by);
                }
            }
            _ => {}
        }
    }

    fn row(&mut self, state: MemberCode, article: u16) -> Option<&mut Row> {
        self.rows.get_mut(*self.standing.get(&(state, article))?)
    }

    fn of(&self, state: MemberCode) -> impl Iterator<Item = (u16, usize)> + use<'_> {
        let of = self.standing.range((state, 0)..=(state, u16::MAX));
        of.map(|((_, article), place)| (*article, *place))
    }

    /// A consent confirms what was reserved before.
    fn confirm(&mut self, state: MemberCode, at: Moment) {
        let places: Vec<usize> = self.of(state).map(|(_, place)| place).collect();
        for place in places {
            if let Some(row) = self.rows.get_mut(place) {
                row.confirmed.get_or_insert(at);
            }
        }
    }

    fn withdraw(&mut self, state: MemberCode, article: u16, at: Moment) {
        if let Some(row) = self.row(state, article) {
            row.withdrawn = Some(at);
        }
        self.standing.remove(&(state, article));
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "reservations",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let stage = match (row.withdrawn, row.confirmed) {
        (Some(_), _) => "withdrawn",
        (None, Some(_)) => "confirmed",
        (None, None) => "made",
    };
    let objections = row.objections.iter().map(|(by, precludes)| match precludes {
        true => format!("{by}, not in force between the two"),
        false => format!("{by}"),
    });
    let objections: Vec<String> = objections.collect();
    let moment = |moment: Option<Moment>| moment.map_or(Cell::Empty, Cell::At);
    vec![
        Cell::text(row.state.as_str()),
        Cell::Number(u64::from(row.article)),
        Cell::text(stage),
        Cell::shown(row.wording.en()),
        Cell::shown(row.wording.fr()),
        Cell::words(objections.join("; ")),
        Cell::At(row.made),
        moment(row.confirmed),
        moment(row.withdrawn),
    ]
}
