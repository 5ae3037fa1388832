//! What each member signed, was asked for, paid, and can still be asked for.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, CurrencyEvent, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("signed_paid_in", "Signed: paid in"),
    column("signed_callable", "Signed: callable"),
    column("called", "Called so far"),
    column("received", "Received"),
    column("still_callable", "Can still be called"),
    column("most", "Can never be asked for more than"),
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
    /// What came from each member, whether it has signed or not.
    received: BTreeMap<MemberCode, Money>,
    /// Receipts that wait for a countersignature.
    entered: BTreeMap<LineNo, EnteredLine>,
}

impl Agreements {
    pub(super) fn new(charter: &Charter) -> Agreements {
        let none = Money::zero(charter.fund().currency());
        Agreements { none, rows: BTreeMap::new(), received: BTreeMap::new(), entered: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::AgreementSigned { member, paid_in, callable } => {
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
            fund::Event::LineEntered { line, .. } => {
                self.entered.insert(line.number, line.clone());
            }
            fund::Event::LineBooked { line, .. } => self.booked(*line),
            fund::Event::Currencies(CurrencyEvent::Converted { line, worth, .. }) => {
                self.comes(*line, Some(*worth));
            }
            _ => {}
        }
    }

    /// A receipt in another currency counts once it is converted.
    fn booked(&mut self, line: LineNo) {
        let own = self.none.currency();
        if self.entered.get(&line).is_some_and(|entered| entered.statement.amount.currency() == own) {
            self.comes(line, None);
        }
    }

    /// What a receipt brought, in the fund's currency.
    fn comes(&mut self, line: LineNo, worth: Option<Money>) {
        let Some(entered) = self.entered.remove(&line) else { return };
        if let Purpose::Receipt { from } = entered.statement.purpose {
            let worth = worth.unwrap_or(entered.statement.amount);
            add(self.received.entry(from).or_insert(self.none), worth);
        }
    }

    pub(super) fn table(&self, charter: &Charter) -> Table {
        let nothing = Row { paid_in: self.none, callable: self.none, called: self.none };
        // A State that left stays in the register with what it signed.
        let signed = self.rows.keys().copied();
        let members: BTreeSet<MemberCode> =
            charter.members().map(|(member, _)| member).chain(signed).collect();
        let row = |member| {
            // A member that signed nothing can be asked for nothing.
            let row = self.rows.get(&member).unwrap_or(&nothing);
            cells(member, row, self.received.get(&member).copied().unwrap_or(self.none))
        };
        Table { name: "agreements", columns: COLUMNS, rows: members.into_iter().map(row).collect() }
    }
}

fn cells(member: MemberCode, row: &Row, received: Money) -> Vec<Cell> {
    vec![
        Cell::text(member.as_str()),
        Cell::Money(row.paid_in),
        Cell::Money(row.callable),
        Cell::Money(row.called),
        Cell::Money(received),
        Cell::money(row.callable.checked_sub(row.called).ok()),
        Cell::money(row.paid_in.checked_add(row.callable).ok()),
    ]
}

fn add(sum: &mut Money, amount: Money) {
    // The books hold the same sums and have admitted them.
    if let Ok(more) = sum.checked_add(amount) {
        *sum = more;
    }
}
