//! What members pledged, and what a matching pledge comes to now. None of it binds.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, Condition, Pledge};
use quorate_partnership::{Booked, Event};
use quorate_voting::Ratio;

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("amount", "Pledged"),
    column("condition", "Condition"),
    column("comes_to", "Comes to now"),
    column("lapses", "Lapses on"),
];

/// The pledge of each member that has one.
#[derive(Clone, Debug)]
pub(crate) struct Pledges {
    none: Money,
    rows: BTreeMap<MemberCode, Pledge>,
    /// What each member signed, paid in and callable together.
    signed: BTreeMap<MemberCode, Money>,
}

impl Pledges {
    pub(super) fn new(charter: &Charter) -> Pledges {
        let none = Money::zero(charter.fund().currency());
        Pledges { none, rows: BTreeMap::new(), signed: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::Pledged { member, pledge } => {
                self.rows.insert(*member, pledge.clone());
            }
            fund::Event::PledgeEnded { member, .. } => {
                self.rows.remove(member);
            }
            fund::Event::PledgeReduced { member, left } => {
                if let Some(pledge) = self.rows.get_mut(member) {
                    pledge.amount = Some(*left);
                }
            }
            fund::Event::AgreementSigned { member, paid_in, callable, .. } => {
                if let Ok(signed) = paid_in.checked_add(*callable) {
                    self.signed.insert(*member, signed);
                }
            }
            _ => {}
        }
    }

    /// What a member pledged, in words, and what that comes to now; nothing if it has no pledge.
    pub(crate) fn stated(&self, member: MemberCode) -> Option<(String, Option<Money>)> {
        let pledge = self.rows.get(&member)?;
        let mut what = String::from("pledged");
        if let Some(said) = pledge.condition.as_ref().map(said) {
            what.push_str(&format!(", {said}"));
        }
        if let Some(day) = pledge.lapses {
            what.push_str(&format!(", lapses on {}", words::day(day)));
        }
        Some((what, self.comes_to(member, pledge)))
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |(member, pledge): (&MemberCode, &Pledge)| {
            vec![
                Cell::text(member.as_str()),
                Cell::money(pledge.amount),
                condition(pledge.condition.as_ref()),
                Cell::money(self.comes_to(*member, pledge)),
                pledge.lapses.map_or(Cell::Empty, Cell::On),
            ]
        };
        Table {
            name: "pledges",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }

    /// What a pledge comes to as things are; nothing is said where the amount is unknown.
    fn comes_to(&self, member: MemberCode, pledge: &Pledge) -> Option<Money> {
        match &pledge.condition {
            Some(Condition::Matching(share)) => {
                let matches = part(self.of_the_others(member)?, *share)?;
                let most = pledge.amount.unwrap_or(matches);
                Some(if most.minor() < matches.minor() { most } else { matches })
            }
            _ => pledge.amount,
        }
    }

    /// What the others together pledged or signed. What is unknown adds nothing, and what itself depends on others
    /// counts for nobody: two that match each other would lift each other.
    fn of_the_others(&self, member: MemberCode) -> Option<Money> {
        let stands = |pledge: &Pledge| !matches!(pledge.condition, Some(Condition::Matching(_)));
        let pledged = self.rows.iter().filter(|(of, pledge)| **of != member && stands(pledge));
        let pledged = pledged.filter_map(|(_, pledge)| pledge.amount);
        let signed = self.signed.iter().filter(|(of, _)| **of != member).map(|(_, signed)| *signed);
        pledged.chain(signed).try_fold(self.none, Money::checked_add).ok()
    }
}

/// A share of an amount, rounded down.
fn part(amount: Money, share: Ratio) -> Option<Money> {
    // An amount has at most 10^18 units and a share at most 10^9 parts: the product fits.
    let minor = amount.minor().checked_mul(i128::from(share.numerator()))?;
    Money::new(minor.checked_div(i128::from(share.denominator()))?, amount.currency()).ok()
}

fn condition(condition: Option<&Condition>) -> Cell {
    condition.map_or(Cell::Empty, |condition| Cell::text(said(condition)))
}

fn said(condition: &Condition) -> String {
    match condition {
        Condition::Words(words) => words.as_str().into(),
        Condition::Matching(share) => format!(
            "at most {}/{} of what the others pledged or signed",
            share.numerator(),
            share.denominator()
        ),
    }
}
