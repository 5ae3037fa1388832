//! What each member signed, was asked for, paid, and can still be asked for.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, Entry, Money, Side};
use quorate_partnership::{Booked, Event, fund};

use super::column;
use crate::codes::{CALLABLE, INSTALMENTS, NOTES};
use crate::extract::Extract;
use crate::liquidity::paid;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("signed_paid_in", "Signed: paid in"),
    column("signed_callable", "Signed: callable"),
    column("called", "Called so far"),
    column("received", "Received"),
    column("still_callable", "Can still be called"),
    column("most", "Can never be asked for more than"),
    column("not_due", "Paid in: not due yet"),
    column("notes", "Notes held"),
];

#[derive(Clone, Debug)]
struct Row {
    paid_in: Money,
    callable: Money,
    called: Money,
}

/// Contribution agreements by member.
#[derive(Clone, Debug)]
pub(crate) struct Agreements {
    none: Money,
    rows: BTreeMap<MemberCode, Row>,
    /// What stands among the memoranda of members: what can be called, is not due yet, or has a note.
    memoranda: BTreeMap<(u16, MemberCode), Money>,
    /// What came from each member, less what went back to it, in minor units, whether it has signed or not.
    received: BTreeMap<MemberCode, i128>,
}

impl Agreements {
    pub(super) fn new(charter: &Charter) -> Agreements {
        let none = Money::zero(charter.fund().currency());
        let (rows, memoranda, received) = Default::default();
        Agreements { none, rows, memoranda, received }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::AgreementSigned { member, paid_in, callable, .. } => {
                let row = Row { paid_in: *paid_in, callable: *callable, called: self.none };
                self.rows.insert(*member, row);
            }
            fund::Event::Called { parts, .. } => {
                for part in parts {
                    if let Some(row) = self.rows.get_mut(&part.member) {
                        add(&mut row.called, part.amount);
                    }
                }
            }
            fund::Event::Posted { entry, .. } => self.posted(entry),
            _ => {}
        }
    }

    fn posted(&mut self, entry: &Entry) {
        // As the books have it: a line may be taken back, or bring more than what it is for.
        for (member, minor) in paid(entry) {
            let sum = self.received.entry(member).or_default();
            *sum = sum.saturating_add(minor);
        }
        let BookId::Memoranda(currency) = entry.book() else { return };
        for leg in entry.legs() {
            let (Ok(member), Ok(amount)) =
                (leg.account().of().parse::<MemberCode>(), Money::new(leg.minor(), currency))
            else {
                continue;
            };
            let stands = self.memoranda.entry((leg.account().code(), member)).or_insert(self.none);
            let next = match leg.side() {
                Side::Debit => stands.checked_add(amount),
                Side::Credit => stands.checked_sub(amount),
            };
            *stands = next.unwrap_or(*stands);
        }
    }

    fn stands(&self, code: u16, member: MemberCode) -> Cell {
        Cell::amount(self.memoranda.get(&(code, member)).copied().unwrap_or(self.none))
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let nothing = Row { paid_in: self.none, callable: self.none, called: self.none };
        // A State that left stays in the register with what it signed.
        let signed = self.rows.keys().copied();
        let members: BTreeSet<MemberCode> =
            charter.members().map(|(member, _)| member).chain(signed).collect();
        let row = |member| {
            // A member that signed nothing can be asked for nothing.
            let row = self.rows.get(&member).unwrap_or(&nothing);
            self.cells(member, row)
        };
        Table { name: "agreements", columns: COLUMNS, rows: members.into_iter().map(row).collect() }
    }
}

impl Agreements {
    /// What each State signed, paid in and callable, in minor units.
    pub(crate) fn signed(&self) -> impl Iterator<Item = (MemberCode, i128)> + use<'_> {
        self.rows
            .iter()
            .map(|(member, row)| (*member, row.paid_in.minor().saturating_add(row.callable.minor())))
    }

    /// What came from all, less what went back, in minor units.
    pub(crate) fn received(&self) -> i128 {
        self.received.values().fold(0, |sum, minor| sum.saturating_add(*minor))
    }

    fn cells(&self, member: MemberCode, row: &Row) -> Vec<Cell> {
        let received = self.received.get(&member).copied().unwrap_or_default();
        vec![
            Cell::text(member.as_str()),
            Cell::amount(row.paid_in),
            Cell::amount(row.callable),
            Cell::amount(row.called),
            Cell::money(Money::new(received, self.none.currency()).ok()),
            self.stands(CALLABLE, member),
            Cell::money(row.paid_in.checked_add(row.callable).ok()),
            self.stands(INSTALMENTS, member),
            self.stands(NOTES, member),
        ]
    }
}

fn add(sum: &mut Money, amount: Money) {
    // The books hold the same sums and have admitted them.
    if let Ok(more) = sum.checked_add(amount) {
        *sum = more;
    }
}
