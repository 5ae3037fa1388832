//! Whom each member accredited.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_partnership::members;
use quorate_partnership::{Booked, Event, Moment, PublicKey};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("office", "Office"),
    column("key", "Key"),
    column("from", "From"),
    column("until", "Until"),
    column("ended", "Ended"),
];

#[derive(Clone, Debug)]
struct Row {
    member: MemberCode,
    office: Office,
    key: PublicKey,
    from: Moment,
    until: Moment,
    ended: Option<Moment>,
}

/// Credentials in the order in which they were given.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    rows: Vec<Row>,
}

impl Credentials {
    pub(super) fn new(_: &Charter) -> Credentials {
        Credentials { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Members(members::Event::Accredited { member, key, office, from, until }) => {
                self.end(*key, *office, booked.at);
                let (member, key, office) = (*member, *key, *office);
                self.rows.push(Row { member, office, key, from: *from, until: *until, ended: None });
            }
            Event::Members(members::Event::Revoked { key, office, .. }) => self.end(*key, *office, booked.at),
            _ => {}
        }
    }

    fn end(&mut self, key: PublicKey, office: Office, at: Moment) {
        for row in
            self.rows.iter_mut().filter(|row| row.key == key && row.office == office && row.ended.is_none())
        {
            row.ended = Some(at);
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::text(row.member.as_str()),
                Cell::text(row.office.name()),
                Cell::shown(Some(row.key)),
                Cell::At(row.from),
                Cell::At(row.until),
                row.ended.map_or(Cell::Empty, Cell::At),
            ]
        };
        Table { name: "credentials", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}
