//! What members announced; none of it binds.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, LeavingEvent, Standing};
use quorate_partnership::{Booked, Event, Phrase};

use super::column;
use crate::extract::Extract;
use crate::plan::{Plan as Summary, Share};
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("standing", "Standing"),
    column("amount", "Amount"),
    column("source", "Known from"),
    column("entered_by", "Entered by"),
];

#[derive(Clone, Debug)]
struct Row {
    by: MemberCode,
    standing: Standing,
    amount: Option<Money>,
    source: Phrase,
}

/// The latest indication of each member.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    rows: BTreeMap<MemberCode, Row>,
}

impl Plan {
    pub(super) fn new(_: &Charter) -> Plan {
        Plan { rows: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Fund(fund::Event::Indicated { of, by, standing, amount, source }) = &booked.event {
            let row = Row { by: *by, standing: *standing, amount: *amount, source: source.clone() };
            self.rows.insert(*of, row);
        }
        if let Event::Fund(fund::Event::Leaving(LeavingEvent::IndicationEnded { of })) = &booked.event {
            self.rows.remove(of);
        }
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let cells = |(member, _): (MemberCode, _)| match self.rows.get(&member) {
            Some(row) => vec![
                Cell::text(member.as_str()),
                Cell::text(row.standing.name()),
                Cell::money(row.amount),
                Cell::text(row.source.as_str()),
                Cell::text(row.by.as_str()),
            ],
            None => vec![
                Cell::text(member.as_str()),
                Cell::text(NOT_STATED),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
            ],
        };
        Table { name: "plan", columns: COLUMNS, rows: charter.members().map(cells).collect() }
    }

    /// What is known of a member: announced or expected, and how much.
    pub(crate) fn stated(&self, member: MemberCode) -> Option<(&'static str, Option<Money>)> {
        self.rows.get(&member).map(|row| (row.standing.name(), row.amount))
    }

    /// What each State announced, where an amount is known, in minor units.
    pub(crate) fn announced(&self) -> impl Iterator<Item = (MemberCode, i128)> + use<'_> {
        let announced = self.rows.iter().filter(|(_, row)| row.standing == Standing::Announced);
        announced.filter_map(|(member, row)| Some((*member, row.amount?.minor())))
    }

    /// The plan in figures, those that announced most first.
    pub(crate) fn summary(&self, charter: &Charter) -> Summary {
        let target = charter.fund().target();
        let none = Money::zero(target.currency());
        let announced = self.rows.values().filter(|row| row.standing == Standing::Announced);
        let mut amounts = announced.filter_map(|row| row.amount);
        let announced = amounts.try_fold(none, Money::checked_add).ok();
        let open = announced.and_then(|announced| target.checked_sub(announced).ok());
        let open = open.map(|open| if open.is_negative() { none } else { open });
        let share = |(member, _): (MemberCode, _)| match self.rows.get(&member) {
            Some(row) => Share {
                member,
                standing: row.standing.name(),
                amount: row.amount,
                source: Some(row.source.as_str().into()),
            },
            None => Share { member, standing: NOT_STATED, amount: None, source: None },
        };
        let mut shares: Vec<Share> = charter.members().map(share).collect();
        shares.sort_by_key(|share| {
            let amount = core::cmp::Reverse(share.amount.map(Money::minor));
            (amount, share.standing == NOT_STATED, share.member)
        });
        Summary { target, announced, open, shares }
    }
}

const NOT_STATED: &str = "not stated";
