//! What each member signed, was asked for, paid, and can still be asked for.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, Entry, Money, Side};
use quorate_partnership::fund::{self, CurrencyEvent, EnteredLine, Purpose};
use quorate_partnership::{Booked, Event, LineNo};

use super::column;
use crate::codes::{CALLABLE, INSTALMENTS, NOTES};
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

/// What a booked line says of what came from a member, or went back to it.
#[derive(Clone, Copy, Debug)]
struct Line {
    amount: Money,
    of: Option<MemberCode>,
    came: bool,
}

/// Contribution agreements by member.
#[derive(Clone, Debug)]
pub(crate) struct Agreements {
    none: Money,
    rows: BTreeMap<MemberCode, Row>,
    /// What stands among the memoranda of members: what can be called, is not due yet, or has a note.
    memoranda: BTreeMap<(u16, MemberCode), Money>,
    /// What came from each member, whether it has signed or not.
    received: BTreeMap<MemberCode, Money>,
    /// Receipts that wait for a countersignature.
    entered: BTreeMap<LineNo, EnteredLine>,
    /// Those in the books, which a correction can change.
    booked: BTreeMap<LineNo, Line>,
}

impl Agreements {
    pub(super) fn new(charter: &Charter) -> Agreements {
        let none = Money::zero(charter.fund().currency());
        let (rows, memoranda, received, entered) = Default::default();
        Agreements { none, rows, memoranda, received, entered, booked: BTreeMap::new() }
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
            fund::Event::LineEntered { line, .. } => {
                self.entered.insert(line.number, line.clone());
            }
            fund::Event::LineBooked { line, .. } => self.booked(*line),
            fund::Event::Posted { entry, .. } => self.posted(entry),
            fund::Event::LineIdentified { line, from, .. } => self.corrected(*line, Some(*from)),
            fund::Event::LineTakenBack { line, .. } => self.corrected(*line, None),
            fund::Event::Currencies(CurrencyEvent::Converted { line, worth, .. }) => {
                self.comes(*line, Some(*worth));
            }
            _ => {}
        }
    }

    fn posted(&mut self, entry: &Entry) {
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
        Cell::Money(self.memoranda.get(&(code, member)).copied().unwrap_or(self.none))
    }

    /// A line is in the books, and may be taken back. A receipt in another currency counts once it is converted.
    fn booked(&mut self, line: LineNo) {
        let own = self.none.currency();
        if self.entered.get(&line).is_some_and(|entered| entered.statement.amount.currency() == own) {
            self.comes(line, None);
        }
    }

    /// What a receipt brought, in the fund's currency.
    fn comes(&mut self, line: LineNo, worth: Option<Money>) {
        let Some(entered) = self.entered.remove(&line) else { return };
        let (of, came) = match entered.statement.purpose {
            Purpose::Receipt { from } | Purpose::ReceiptLessFee { from, .. } => (Some(from), true),
            Purpose::Refund { to } | Purpose::Settlement { to } => (Some(to), false),
            Purpose::Unidentified => (None, true),
            _ => return,
        };
        let booked = Line { amount: worth.unwrap_or(entered.statement.amount), of, came };
        self.count(booked, true);
        self.booked.insert(line, booked);
    }

    /// A line is of another member now, or of none.
    fn corrected(&mut self, line: LineNo, from: Option<MemberCode>) {
        let Some(booked) = self.booked.remove(&line) else { return };
        self.count(booked, false);
        if from.is_some() {
            let booked = Line { of: from, ..booked };
            self.count(booked, true);
            self.booked.insert(line, booked);
        }
    }

    fn count(&mut self, line: Line, stands: bool) {
        let Some(member) = line.of else { return };
        let sum = self.received.entry(member).or_insert(self.none);
        if line.came == stands { add(sum, line.amount) } else { take(sum, line.amount) }
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
            self.cells(member, row, self.received.get(&member).copied().unwrap_or(self.none))
        };
        Table { name: "agreements", columns: COLUMNS, rows: members.into_iter().map(row).collect() }
    }
}

impl Agreements {
    fn cells(&self, member: MemberCode, row: &Row, received: Money) -> Vec<Cell> {
        vec![
            Cell::text(member.as_str()),
            Cell::Money(row.paid_in),
            Cell::Money(row.callable),
            Cell::Money(row.called),
            Cell::Money(received),
            self.stands(CALLABLE, member),
            Cell::money(row.paid_in.checked_add(row.callable).ok()),
            self.stands(INSTALMENTS, member),
            self.stands(NOTES, member),
        ]
    }
}

fn take(sum: &mut Money, amount: Money) {
    if let Ok(less) = sum.checked_sub(amount) {
        *sum = less;
    }
}

fn add(sum: &mut Money, amount: Money) {
    // The books hold the same sums and have admitted them.
    if let Ok(more) = sum.checked_add(amount) {
        *sum = more;
    }
}
