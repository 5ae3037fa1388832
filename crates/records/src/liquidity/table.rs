//! The ladder and the capacity as registers.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::ladder::{Ladder, Liquidity, Rung};
use super::worst::Smallest;
use crate::registers::column;
use crate::table::{Cell, Column, Table};

const RUNGS: &[Column] = &[
    column("days", "In days"),
    column("until", "Until"),
    column("cash", "Own cash"),
    column("invested", "Invested, back by then"),
    column("owed", "Owed by then"),
    column("defaulted", "In default"),
    column("approved", "Approved"),
    column("left", "Left"),
    column("payable", "Payable"),
    column("without_one", "Worst one"),
    column("left_without_one", "Left then"),
    column("without_two", "Worst two"),
    column("left_without_two", "Left then"),
    column("cash_alone", "If nobody pays"),
    column("smallest", "Hangs on"),
];

const CAPACITIES: &[Column] = &[
    column("defaulting", "Defaulting"),
    column("worst", "Worst"),
    column("authority", "Authority"),
    column("left", "Left"),
    column("capacity", "Could be newly approved"),
    column("callable", "A call could bring"),
];

impl Ladder {
    /// The ladder as rows and columns, a row a horizon.
    #[must_use]
    pub fn table(&self, liquidity: &Liquidity) -> Table {
        let rows = self.rungs.iter().map(|rung| row(rung, liquidity)).collect();
        Table { name: "liquidity", columns: RUNGS, rows }
    }
}

fn row(rung: &Rung, liquidity: &Liquidity) -> Vec<Cell> {
    let money = |minor| Cell::money(liquidity.money(minor));
    let (one, two) = (rung.without(1), rung.without(2));
    vec![
        Cell::Number(u64::from(rung.days)),
        Cell::On(rung.until),
        money(rung.cash),
        money(rung.invested),
        money(rung.owed()),
        money(rung.defaulted),
        money(rung.approved),
        money(rung.left()),
        Cell::text(if rung.is_payable() { "yes" } else { "no" }),
        Cell::words(codes(&one.members)),
        money(one.left),
        Cell::words(codes(&two.members)),
        money(two.left),
        money(rung.on_cash_alone()),
        Cell::text(smallest(&rung.smallest())),
    ]
}

fn smallest(smallest: &Smallest) -> String {
    match smallest {
        Smallest::Nobody => "short though all pay".into(),
        Smallest::Members(members) => codes(members),
        Smallest::More(count) => format!("{count} members"),
        Smallest::None => "none".into(),
    }
}

fn codes(members: &[MemberCode]) -> String {
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    codes.join(" ")
}

/// What could be newly approved, a row for nobody that defaults, the worst one, and the worst two.
pub(crate) fn capacity(liquidity: &Liquidity, defaults: &BTreeSet<MemberCode>) -> Table {
    let money = |minor| Cell::money(liquidity.money(minor));
    let row = |defaulting: usize| {
        let found = liquidity.capacity(defaulting, defaults);
        vec![
            Cell::Number(u64::try_from(defaulting).unwrap_or(u64::MAX)),
            Cell::words(codes(&found.worst.members)),
            money(found.authority),
            money(found.worst.left),
            money(found.capacity),
            money(found.callable),
        ]
    };
    Table { name: "capacity", columns: CAPACITIES, rows: (0..=2).map(row).collect() }
}
