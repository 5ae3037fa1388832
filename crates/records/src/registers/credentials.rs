//! Whom each member accredited.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_partnership::members;
use quorate_partnership::{Booked, Event, Moment, PublicKey};

use super::column;
use crate::extract::Extract;
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
    /// Of each member, the rows of those that were not ended.
    standing: BTreeMap<MemberCode, BTreeMap<(PublicKey, Office), usize>>,
}

impl Credentials {
    pub(super) fn new(_: &Charter) -> Credentials {
        Credentials { rows: Vec::new(), standing: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Members(event) = &booked.event else { return };
        match event {
            members::Event::Accredited { member, key, office, from, until } => {
                let (member, key, office) = (*member, *key, *office);
                let row = Row { member, office, key, from: *from, until: *until, ended: None };
                let at = self.rows.len();
                let replaced = self.of(member).insert((key, office), at);
                self.end(replaced, booked.at);
                self.rows.push(row);
            }
            members::Event::Revoked { member, key, office } => {
                let ended = self.of(*member).remove(&(*key, *office));
                self.end(ended, booked.at);
            }
            members::Event::RootReplaced { member, end_credentials: true, .. }
            | members::Event::KeysReplaced { member, .. }
            | members::Event::Beneficiaries(members::BeneficiaryEvent::Admitted {
                terms: members::AdmitBeneficiary { state: member, .. },
                ..
            })
            | members::Event::Left { member } => {
                let all = core::mem::take(self.of(*member));
                self.end(all.into_values(), booked.at);
            }
            _ => {}
        }
    }

    fn of(&mut self, member: MemberCode) -> &mut BTreeMap<(PublicKey, Office), usize> {
        self.standing.entry(member).or_default()
    }

    /// What was over already did not end now.
    fn end(&mut self, rows: impl IntoIterator<Item = usize>, at: Moment) {
        for row in rows {
            if let Some(row) = self.rows.get_mut(row).filter(|row| at < row.until) {
                row.ended = Some(at);
            }
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
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
        Table {
            name: "credentials",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
