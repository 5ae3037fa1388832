//! What came out, as CSV: whole numbers, codes of members and hexadecimal digits, in which nothing is to be quoted.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

use quorate_charter::MemberCode;

use super::results::Ran;
use super::spread::{MEASURES, Spread};
use super::study::Study;

mod counted;
mod read_run;

pub use counted::{Of, blocs, read_blocs, read_spread, read_totals, spread, totals};
pub use read_run::Said;

/// Of all runs, how many per mille do not exceed the value.
pub const QUANTILES: [u64; 5] = [50, 250, 500, 750, 950];

/// How every line of a table ends.
pub const ENDS: &str = "\r\n";

const RUN: [&str; 26] = [
    "run",
    "seed",
    "requests",
    "paid",
    "blocked",
    "open",
    "hours-mean",
    "hours-longest",
    "calls",
    "payments",
    "withheld",
    "defaults",
    "bound",
    "left",
    "greatest-votes",
    "greatest-money",
    "greatest-capability",
    "blocs",
    "bloc-votes",
    "bloc-money",
    "bloc-capability",
    "commands",
    "refused",
    "refused-by",
    "balanced",
    "record",
];

fn members(study: &Study) -> impl Iterator<Item = MemberCode> {
    study.charter().members().map(|(member, _)| member)
}

/// A line of a table, of cells in which nothing is to be quoted.
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    format!("{}{ENDS}", cells.join(","))
}

/// The heading of the table of runs.
#[must_use]
pub fn heading(study: &Study) -> String {
    let of = |member: MemberCode| ["votes", "money", "capability"].map(|what| format!("{what}-{member}"));
    let shares = members(study).flat_map(of);
    line(RUN.map(str::to_owned).into_iter().chain(shares))
}

/// A run as a line of it.
#[must_use]
pub fn run(study: &Study, ran: &Ran) -> String {
    let known = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
    let left: Vec<String> = ran.left.iter().map(ToString::to_string).collect();
    let refused: Vec<String> = ran.refused.iter().map(|(rule, count)| format!("{rule}:{count}")).collect();
    let greatest = ran.greatest();
    let bloc = ran.greatest_bloc;
    let cells: [&dyn Display; 26] = [
        &ran.number,
        &format!("{:016x}", ran.seed),
        &ran.requests,
        &ran.paid(),
        &ran.blocked,
        &ran.open,
        &known(ran.mean_hours()),
        &known(ran.hours.iter().max().copied()),
        &ran.calls,
        &ran.payments,
        &ran.withheld,
        &ran.defaults,
        &ran.shares.len(),
        &left.join(" "),
        &greatest.votes,
        &greatest.money,
        &greatest.capability,
        &stood(ran),
        &bloc.votes,
        &bloc.money,
        &bloc.capability,
        &ran.commands,
        &ran.refusals(),
        &refused.join(" "),
        &ran.balanced,
        &ran.record,
    ];
    let shares = members(study).flat_map(|member| {
        let share = ran.shares.get(&member).copied().unwrap_or_default();
        [share.votes, share.money, share.capability].map(|part| part.to_string())
    });
    line(cells.map(ToString::to_string).into_iter().chain(shares))
}

/// Who stood with whom at the end: the first bloc, and the second behind a stroke.
fn stood(ran: &Ran) -> String {
    let Some(blocs) = ran.quarters.last().and_then(|quarter| quarter.blocs.as_ref()) else {
        return String::new();
    };
    let codes =
        |second: bool| blocs.bloc(second).map(|member| member.to_string()).collect::<Vec<_>>().join(" ");
    match codes(true) {
        second if second.is_empty() => codes(false),
        second => format!("{}|{second}", codes(false)),
    }
}

/// How the runs spread, a line for each quarter and measure.
#[must_use]
pub fn quarters(study: &Study, spread: &Spread) -> String {
    let names = ["quarter", "measure", "runs"].map(str::to_owned).into_iter();
    let mut text = line(names.chain(QUANTILES.map(|per_mille| format!("q{per_mille:03}"))));
    for quarter in 0..study.scenario().quarters() {
        let at = usize::try_from(quarter).unwrap_or(usize::MAX);
        for measure in &MEASURES {
            let first = [
                quarter.saturating_add(1).to_string(),
                measure.name.to_owned(),
                spread.runs(at, measure).to_string(),
            ];
            let value = |per_mille: u64| spread.quantile(at, measure, per_mille);
            let values = QUANTILES.map(|per_mille| value(per_mille).map(|value| value.to_string()));
            text.push_str(&line(first.into_iter().chain(values.map(Option::unwrap_or_default))));
        }
    }
    text
}
