//! How amounts, members and promises are told.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_foresight::stress::{LAST_DAY, Outcome, World};
use quorate_records::{Cell, words};

use super::Found;
use crate::failure::Failure;
use crate::present::{together, visible};

/// An amount of the fund's currency for a sentence.
pub(super) fn amount(world: &World, minor: i128) -> String {
    world.money(minor).map_or_else(|| "more than can be written".into(), words::amount)
}

/// The same for a table.
pub(super) fn cell(world: &World, minor: i128) -> Cell {
    Cell::money(world.money(minor))
}

/// Sets of members, each by its codes.
pub(super) fn sets<'s>(sets: impl IntoIterator<Item = &'s BTreeSet<MemberCode>>) -> String {
    let each: Vec<String> = sets.into_iter().map(together).collect();
    each.join("; ")
}

/// The name of what is promised, or asked for beside it, at a place.
pub(super) fn promise(outcome: &Outcome, place: usize) -> String {
    outcome.served.get(place).map(|served| served.name.clone()).unwrap_or_default()
}

/// What of the promises is not paid in time, part by part: `rebuilding 1 (day 200, never paid)`.
pub(super) fn failing(outcome: &Outcome) -> Vec<String> {
    let mut told = Vec::new();
    for served in &outcome.served {
        let many = served.tranches.len() > 1;
        for (number, tranche) in (1_usize..).zip(&served.tranches) {
            if tranche.is_in_time() {
                continue;
            }
            let part = if many { format!(" {number}") } else { String::new() };
            let paid = tranche
                .paid
                .map_or(format!("not paid by day {LAST_DAY}"), |day| format!("paid on day {day}"));
            told.push(format!("{}{part} (by day {}: {paid})", served.name, tranche.by));
        }
    }
    told
}

/// Who pays nothing more: `AAA pays nothing more`, `AAA and BBB pay nothing more`.
pub(super) fn pay_nothing(set: &[MemberCode]) -> String {
    let pay = if set.len() == 1 { "pays" } else { "pay" };
    format!("{} {pay} nothing more", together(set))
}

/// What is called of each member more than if nothing goes wrong; of whoever pays nothing more it is not told.
pub(super) fn called(
    found: &Found,
    without: &BTreeSet<MemberCode>,
    outcome: &Outcome,
) -> Vec<(MemberCode, i128)> {
    let calm = |member: MemberCode| found.calm().map_or(0, |calm| calm.called(member));
    let more = outcome.called.iter().map(|(member, minor)| (*member, minor.saturating_sub(calm(*member))));
    more.filter(|(member, minor)| *minor > 0 && !without.contains(member)).collect()
}

/// A name that a file of dependencies does not have.
pub(super) fn unknown(file: &str, name: &str) -> Failure {
    let what = format!("{} has no State, supplier or thing `{}`", visible(file), visible(name));
    Failure::usage(what, "under [withholding], `by` names States, suppliers or things of that file")
}
