//! Calls, a row a member: its part, what it paid, what the others gave for it and it for others.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, DueOf, Item, Owed, PaidByLines};
use quorate_partnership::{Booked, CallNo, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("call", "Call"),
    column("member", "Member"),
    column("part", "Part"),
    column("due", "Due"),
    column("paid", "Paid"),
    column("stepped_up", "Asked of the others"),
    column("shortfall", "Asked of nobody"),
    column("for_others", "Asked for others"),
    column("paid_for_others", "Paid for others"),
];

#[derive(Clone, Copy, Debug)]
struct Row {
    part: Money,
    due: Moment,
    paid: Money,
    stepped_up: Money,
    shortfall: Money,
    for_others: Money,
    paid_for_others: Money,
}

/// The parts of each call.
#[derive(Clone, Debug)]
pub(crate) struct Calls {
    none: Money,
    rows: BTreeMap<(CallNo, MemberCode), Row>,
    owed: Owed,
    by_lines: PaidByLines,
}

impl Calls {
    pub(super) fn new(charter: &Charter) -> Calls {
        let none = Money::zero(charter.fund().currency());
        Calls { none, rows: BTreeMap::new(), owed: Owed::default(), by_lines: PaidByLines::default() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::Called { call, parts, due, .. } => {
                for part in parts {
                    let row = self.row((*call, part.member));
                    (row.part, row.due) = (part.amount, due.unwrap_or(booked.at));
                }
            }
            fund::Event::SteppedUp { call, of, total, parts, shortfall, .. } => {
                let row = self.row((*call, *of));
                add(&mut row.stepped_up, *total);
                row.stepped_up = row.stepped_up.checked_sub(*shortfall).unwrap_or(row.stepped_up);
                add(&mut row.shortfall, *shortfall);
                for part in parts {
                    add(&mut self.row((*call, part.member)).for_others, part.amount);
                }
            }
            fund::Event::InDefault { member, owed, day, .. } => {
                self.owed.defaults(*member, *owed, *day);
            }
            fund::Event::LineIdentified { line, .. } | fund::Event::LineTakenBack { line, .. } => {
                for (member, item) in self.by_lines.end(*line) {
                    self.owed.owes_again(member, item, booked.at);
                    if let Some(paid) = self.paid(member, item) {
                        *paid = paid.checked_sub(item.amount).unwrap_or(*paid);
                    }
                }
            }
            fund::Event::Posted { entry, about, effective, reverses: None, .. } => {
                let paid = self.owed.note(entry, about, booked.at, *effective);
                self.by_lines.note(about, &paid);
                for (member, item) in paid {
                    if let Some(paid) = self.paid(member, item) {
                        add(paid, item.amount);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a member has paid of the call that a due is of, if it is of one.
    fn paid(&mut self, member: MemberCode, item: Item) -> Option<&mut Money> {
        let row = self.row((item.of.call()?, member));
        Some(match item.of {
            DueOf::StepUp { .. } => &mut row.paid_for_others,
            _ => &mut row.paid,
        })
    }

    fn row(&mut self, of: (CallNo, MemberCode)) -> &mut Row {
        let none = self.none;
        self.rows.entry(of).or_insert(Row {
            part: none,
            due: Moment(0),
            paid: none,
            stepped_up: none,
            shortfall: none,
            for_others: none,
            paid_for_others: none,
        })
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |((call, member), row): (&(CallNo, MemberCode), &Row)| {
            vec![
                Cell::Number(u64::from(call.0)),
                Cell::text(member.as_str()),
                Cell::amount(row.part),
                Cell::At(row.due),
                Cell::amount(row.paid),
                Cell::amount(row.stepped_up),
                Cell::amount(row.shortfall),
                Cell::amount(row.for_others),
                Cell::amount(row.paid_for_others),
            ]
        };
        Table {
            name: "calls",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect::<Vec<_>>(),
        }
    }
}

fn add(sum: &mut Money, amount: Money) {
    // The books hold the same sums and have admitted them.
    if let Ok(more) = sum.checked_add(amount) {
        *sum = more;
    }
}
