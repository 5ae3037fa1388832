//! What will fall due from members by time alone: under agreements, by notes, of calls.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, DueOf, Instalment};
use quorate_partnership::{Booked, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::liquidity::{Days, Kind};
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] =
    &[column("member", "Member"), column("due", "Falls due"), column("amount", "Amount"), column("of", "Of")];

#[derive(Clone, Copy, Debug)]
struct Row {
    member: MemberCode,
    at: Moment,
    amount: Money,
    of: DueOf,
}

/// What is ahead, the earliest of each member first.
#[derive(Clone, Debug)]
pub(crate) struct Instalments {
    rows: Vec<Row>,
}

impl Instalments {
    pub(super) fn new(_: &Charter) -> Instalments {
        Instalments { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::AgreementSigned { member, instalments, .. } => {
                self.days(*member, instalments.iter().flatten(), DueOf::Agreement);
            }
            fund::Event::NoteLodged { member, amount, from_due, encashments, .. } => {
                self.noted(*member, amount.minor().saturating_sub(from_due.minor()));
                self.days(*member, encashments.iter(), DueOf::Note);
            }
            fund::Event::Called { call, decision, parts, due: Some(at), .. } => {
                let of = DueOf::Call { call: *call, decision: *decision };
                for part in parts.iter().filter(|part| part.amount.is_positive()) {
                    self.add(Row { member: part.member, at: *at, amount: part.amount, of });
                }
            }
            fund::Event::SteppedUp { call, of, parts, due: Some(at), .. } => {
                let of = DueOf::StepUp { call: *call, of: *of };
                for part in parts {
                    self.add(Row { member: part.member, at: *at, amount: part.amount, of });
                }
            }
            fund::Event::FellDue { member, amount, of } => {
                let fell = |row: &Row| (row.member, row.amount, row.of) == (*member, *amount, *of);
                if let Some(place) = self.rows.iter().position(fell) {
                    self.rows.remove(place);
                }
            }
            _ => {}
        }
    }

    fn days<'i>(&mut self, member: MemberCode, list: impl Iterator<Item = &'i Instalment>, of: DueOf) {
        for next in list {
            self.add(Row { member, at: next.day.begins(), amount: next.amount, of });
        }
    }

    fn add(&mut self, row: Row) {
        let place = self.rows.partition_point(|other| (other.member, other.at) <= (row.member, row.at));
        self.rows.insert(place, row);
    }

    /// A note stands for the earliest of what is to be paid in.
    fn noted(&mut self, member: MemberCode, mut left: i128) {
        for row in self.rows.iter_mut().filter(|row| row.member == member && row.of == DueOf::Agreement) {
            let minor = row.amount.minor().min(left);
            left = left.saturating_sub(minor);
            let rest = Money::new(row.amount.minor().saturating_sub(minor), row.amount.currency());
            row.amount = rest.unwrap_or(row.amount);
        }
        self.rows.retain(|row| row.amount.is_positive());
    }

    /// On which days what of each member falls due.
    pub(crate) fn ahead(&self) -> Days {
        let mut days = Days::default();
        for row in &self.rows {
            let kind = match row.of {
                DueOf::Agreement => Kind::Instalment,
                DueOf::Note => Kind::Note,
                DueOf::Call { .. } | DueOf::StepUp { .. } => Kind::Called,
            };
            days.plan(kind, row.member, row.at.day(), row.amount.minor());
        }
        days
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::text(row.member.as_str()),
                Cell::At(row.at),
                Cell::amount(row.amount),
                Cell::text(words::due_of(row.of)),
            ]
        };
        Table {
            name: "instalments",
            columns: COLUMNS,
            rows: part
                .seek(self.rows.len(), self.rows.iter(), &[("due", |row| Some(row.at.0))])
                .map(cells)
                .collect(),
        }
    }
}
