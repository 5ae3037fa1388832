//! What is due and not paid: since when, what interest it has come to, and who is in default.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Money, Side, simple_interest};
use quorate_partnership::fund::{self, Item, Owed, PaidByLines, beyond_grace, unit_days_of};
use quorate_partnership::{Booked, Event, Moment};

use super::column;
use crate::codes::INTEREST;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("of", "Of"),
    column("since", "Due since"),
    column("principal", "Principal"),
    column("interest", "Interest so far"),
    column("standing", "Standing"),
];

/// What each member owes.
#[derive(Clone, Debug)]
pub(crate) struct Arrears {
    none: Money,
    owed: Owed,
    paid: PaidByLines,
    /// Interest that is booked and not paid.
    late: BTreeMap<MemberCode, Money>,
    now: Moment,
}

impl Arrears {
    pub(super) fn new(charter: &Charter) -> Arrears {
        let none = Money::zero(charter.fund().currency());
        Arrears {
            none,
            owed: Owed::default(),
            paid: PaidByLines::default(),
            late: BTreeMap::new(),
            now: Moment(0),
        }
    }

    /// The record has come to this moment: interest goes on, though nothing happens.
    pub(crate) fn reach(&mut self, now: Moment) {
        self.now = now;
    }

    /// What each member owes, item by item.
    pub(crate) fn owed(&self) -> &Owed {
        &self.owed
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        self.now = booked.at;
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::InDefault { member, owed, day, .. } => {
                self.owed.defaults(*member, *owed, *day);
            }
            fund::Event::LineIdentified { line, .. } | fund::Event::LineTakenBack { line, .. } => {
                for (member, item) in self.paid.end(*line) {
                    self.owed.owes_again(member, item, booked.at);
                }
            }
            fund::Event::Posted { entry, about, effective, reverses, .. } => {
                if reverses.is_none() {
                    let paid = self.owed.note(entry, about, booked.at, *effective);
                    self.paid.note(about, &paid);
                }
                for leg in entry.legs().iter().filter(|leg| leg.account().code() == INTEREST) {
                    let (Ok(member), Ok(amount)) =
                        (leg.account().of().parse(), Money::new(leg.minor(), self.none.currency()))
                    else {
                        continue;
                    };
                    let sum = self.late.entry(member).or_insert(self.none);
                    let next = match leg.side() {
                        Side::Debit => sum.checked_add(amount),
                        Side::Credit => sum.checked_sub(amount),
                    };
                    *sum = next.unwrap_or(*sum);
                }
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let mut rows = Vec::new();
        for member in self.owed.members() {
            rows.extend(self.owed.of(member).map(|item| self.row(member, item, charter)));
            if let Some(late) = self.late.get(&member).filter(|late| late.is_positive()) {
                rows.push(vec![
                    Cell::text(member.as_str()),
                    Cell::text("interest booked"),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::amount(*late),
                    Cell::text("due"),
                ]);
            }
        }
        Table { name: "arrears", columns: COLUMNS, rows }
    }

    fn row(&self, member: MemberCode, item: &Item, charter: &Charter) -> Vec<Cell> {
        let today = self.now.day();
        let article = charter.contributions().interest();
        let interest = article.filter(|article| item.defaulted || beyond_grace(*article, item.day, today));
        let minor = interest
            .and_then(|article| simple_interest(unit_days_of(item, today), article.yearly(), article.year()));
        let interest = minor.and_then(|minor| Money::new(minor, self.none.currency()).ok());
        let standing = match (item.advanced, item.defaulted) {
            (true, _) => "in default, asked of the others",
            (false, true) => "in default",
            (false, false) => "due",
        };
        vec![
            Cell::text(member.as_str()),
            Cell::text(words::due_of(item.of)),
            Cell::On(item.day),
            Cell::amount(item.amount),
            Cell::amount(interest.unwrap_or(self.none)),
            Cell::text(standing),
        ]
    }
}
