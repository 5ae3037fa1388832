//! What States that left are owed: its share, what was set off, what has fallen due, what was paid, and what is next.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, Entry, Money, Side};
use quorate_partnership::fund::{self, LeavingEvent};
use quorate_partnership::{Booked, CaseNo, Day, Event, Moment};

use super::column;
use crate::codes::{CASH, PAID_IN, SETTLEMENTS};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("left", "Left"),
    column("share", "Share"),
    column("set_off", "Set off"),
    column("fallen_due", "Fallen due"),
    column("paid", "Paid"),
    column("payable", "Can be paid now"),
    column("ahead", "Still to fall due"),
    column("next", "Next on"),
    column("cases", "Shares in what comes free of"),
];

#[derive(Clone, Debug)]
struct Row {
    left: Moment,
    /// In the smallest units: what it is owed in all, and what of it was set off and paid.
    share: i128,
    set_off: i128,
    paid: i128,
    /// What has not fallen due, by day.
    ahead: BTreeMap<Day, i128>,
    open: BTreeSet<CaseNo>,
}

impl Row {
    fn still_ahead(&self) -> i128 {
        self.ahead.values().fold(0, |sum, minor| sum.saturating_add(*minor))
    }

    fn fallen_due(&self) -> i128 {
        self.share.saturating_sub(self.set_off).saturating_sub(self.still_ahead())
    }
}

/// What a State that left is owed, as a statement tells it.
#[derive(Clone, Debug)]
pub(crate) struct Stated {
    /// What has fallen due and was neither set off nor paid.
    pub(crate) payable: Option<Money>,
    /// What has not fallen due, by day.
    pub(crate) ahead: Vec<(Day, Option<Money>)>,
    /// What was paid of it.
    pub(crate) paid: Option<Money>,
}

/// By State; what it is owed from several withdrawals together.
#[derive(Clone, Debug)]
pub(crate) struct Settlements {
    none: Money,
    rows: BTreeMap<MemberCode, Row>,
}

impl Settlements {
    pub(super) fn new(charter: &Charter) -> Settlements {
        Settlements { none: Money::zero(charter.fund().currency()), rows: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::Leaving(event)) => self.leaving(event),
            Event::Fund(fund::Event::Posted { entry, .. }) => self.posted(entry),
            _ => {}
        }
    }

    fn leaving(&mut self, event: &LeavingEvent) {
        match event {
            LeavingEvent::IndicationEnded { .. } => {}
            LeavingEvent::Settled { member, left, instalments, open, .. } => {
                let none = Row {
                    left: *left,
                    share: 0,
                    set_off: 0,
                    paid: 0,
                    ahead: BTreeMap::new(),
                    open: BTreeSet::new(),
                };
                let row = self.rows.entry(*member).or_insert(none);
                row.left = *left;
                row.open.extend(open);
                for instalment in instalments {
                    add(row.ahead.entry(instalment.day).or_default(), instalment.amount.minor());
                }
            }
            LeavingEvent::Raised { member, amount, due, .. } => {
                if let Some(row) = self.rows.get_mut(member) {
                    add(row.ahead.entry(*due).or_default(), amount.minor());
                }
            }
            LeavingEvent::FellDue { member, day, .. } => {
                if let Some(row) = self.rows.get_mut(member) {
                    row.ahead.remove(day);
                }
            }
        }
    }

    /// The share, what is set off and what is paid stand in the books.
    fn posted(&mut self, entry: &Entry) {
        let BookId::Cash(_) = entry.book() else { return };
        for leg in entry.legs().iter().filter(|leg| leg.account().code() == SETTLEMENTS) {
            let Ok(member) = leg.account().of().parse::<MemberCode>() else { continue };
            let Some(row) = self.rows.get_mut(&member) else { continue };
            let against = entry.legs().iter().find(|other| other.side() != leg.side());
            let less = if leg.side() == Side::Debit { leg.minor() } else { leg.minor().saturating_neg() };
            match against.map(|leg| leg.account().code()) {
                Some(PAID_IN) => add(&mut row.share, less.saturating_neg()),
                Some(CASH) => add(&mut row.paid, less),
                _ => add(&mut row.set_off, less),
            }
        }
    }

    /// What a State is owed, if it left with a share.
    pub(crate) fn stated(&self, member: MemberCode) -> Option<Stated> {
        let row = self.rows.get(&member)?;
        let money = |minor| Money::new(minor, self.none.currency()).ok();
        let ahead =
            row.ahead.iter().filter(|(_, minor)| **minor > 0).map(|(day, minor)| (*day, money(*minor)));
        let payable = money(row.fallen_due().saturating_sub(row.paid));
        Some(Stated { payable, ahead: ahead.collect(), paid: money(row.paid) })
    }

    pub(super) fn table(&self, _: &Charter, _: &Extract) -> Table {
        let money = |minor| Cell::money(Money::new(minor, self.none.currency()).ok());
        let cells = |(member, row): (&MemberCode, &Row)| {
            let next = row.ahead.iter().find(|(_, minor)| **minor > 0).or(row.ahead.iter().next());
            let cases: Vec<String> = row.open.iter().map(|case| format!("{case}")).collect();
            vec![
                Cell::text(member.as_str()),
                Cell::At(row.left),
                money(row.share),
                money(row.set_off),
                money(row.fallen_due()),
                money(row.paid),
                money(row.fallen_due().saturating_sub(row.paid)),
                money(row.still_ahead()),
                next.map_or(Cell::Empty, |(day, _)| Cell::On(*day)),
                Cell::words(cases.join(", ")),
            ]
        };
        Table { name: "settlements", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}

fn add(sum: &mut i128, minor: i128) {
    *sum = sum.saturating_add(minor);
}
