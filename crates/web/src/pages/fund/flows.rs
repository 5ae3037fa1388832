//! Where the money came from and where it went: as bands, as a table, and as a file.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_ledger::Money;
use quorate_records::{Flows, Register, Way, csv, words};

use super::grouped;
use crate::error;
use crate::parts::{self, End, Head, Pattern, sankey, sheet, source};
use crate::visit::{Page, Visit};

/// The flows as a file.
pub(crate) async fn take_away(visit: Visit) -> Response {
    if !visit.records.charter().has_fund() {
        return error::nowhere().await;
    }
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"flows.csv\"");
    ([kind, name], csv(&visit.records.flows().table())).into_response()
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    let flows = page.records().flows();
    let (from, to) = (came(page, &flows), went(page, &flows));
    html! {
        section #flows {
            (parts::heading(page, &page.t("flows"), Register::BankLines))
            @if from.is_empty() { p.none { (page.t("flows-none")) } }
            @else {
                p { (says(page, &from, &to)) }
                p.soft { (page.t("flows-says")) }
                (sankey(&page.t("flows-picture"), &says(page, &from, &to), &from, &to))
                ul.legend {
                    li { span.key.solid {} (page.t("flows-solid")) }
                    li { span.key.hatched {} (page.t("flows-hatched")) }
                    li { span.key.empty {} (page.t("flows-empty")) }
                }
                (table(page, &flows))
                p.forms { (page.t("chart-table")) " " a href=(page.to("/fund/flows.csv")) download { "CSV" } }
            }
        }
    }
}

fn end(label: String, minor: i128, flows: &Flows, pattern: Pattern) -> End {
    let says = Money::new(minor, flows.currency).map(words::amount).unwrap_or_default();
    End { label, says, minor, pattern }
}

/// What a way is, in words.
fn name(page: &Page<'_>, way: Way) -> String {
    match way {
        Way::Member(member) => member.to_string(),
        Way::Case(case) => page.with("case-title", &[("number", &case.0.to_string())]),
        Way::CameBack(case) => page.with("flows-back", &[("number", &case.0.to_string())]),
        other => page.told(other.name()),
    }
}

fn came(page: &Page<'_>, flows: &Flows) -> Vec<End> {
    flows.came().map(|(way, minor)| end(name(page, way), minor, flows, Pattern::Solid)).collect()
}

/// What went, and what of the rest is held for others, set aside, and free.
fn went(page: &Page<'_>, flows: &Flows) -> Vec<End> {
    let mut ends: Vec<End> =
        flows.went().map(|(way, minor)| end(name(page, way), minor, flows, Pattern::Solid)).collect();
    let rest = flows.at_the_bank;
    let [held, aside, free] = at_the_bank(page, rest);
    let kept = [
        ("flows-held", held, Pattern::Empty),
        ("flows-aside", aside, Pattern::Hatched),
        ("flows-free", free, Pattern::Empty),
    ];
    ends.extend(
        kept.into_iter()
            .filter(|(_, minor, _)| *minor > 0)
            .map(|(key, minor, pattern)| end(page.t(key), minor, flows, pattern)),
    );
    ends
}

/// Of what is at the bank: held for others, set aside for what was approved, and free.
fn at_the_bank(page: &Page<'_>, cash: i128) -> [i128; 3] {
    let liquidity = page.records().liquidity();
    let prepaid = liquidity.prepaid.values().fold(0_i128, |sum, minor| sum.saturating_add(*minor));
    let held = liquidity.held.saturating_add(prepaid).clamp(0, cash.max(0));
    let own = cash.saturating_sub(held).max(0);
    let aside = liquidity.approved.clamp(0, own);
    [held, aside, own.saturating_sub(aside)]
}

/// The picture in a sentence.
fn says(page: &Page<'_>, from: &[End], to: &[End]) -> String {
    let list = |ends: &[End]| {
        let each: Vec<String> = ends.iter().map(|end| format!("{} {}", end.label, end.says)).collect();
        each.join("; ")
    };
    page.with("flows-told", &[("from", &list(from)), ("to", &list(to))])
}

fn table(page: &Page<'_>, flows: &Flows) -> Markup {
    let heads: [Head; 3] =
        [(page.t("flows-way"), false), (page.t("flows-came"), true), (page.t("flows-went"), true)];
    let row = |(way, net): &(Way, i128)| {
        let amount = grouped(page, net.saturating_abs());
        let label = html! { (name(page, *way)) };
        let label = match way {
            Way::Case(case) | Way::CameBack(case) => {
                html! { a href=(page.to(&format!("/cases/{}", case.0))) { (label) } }
            }
            Way::Member(member) => source(page, Register::BankLines, member.as_str(), &label),
            _ => source(page, Register::BankLines, "", &label),
        };
        if *net > 0 { vec![label, amount, html! {}] } else { vec![label, html! {}, amount] }
    };
    let mut rows: Vec<Vec<Markup>> = flows.ways.iter().map(row).collect();
    let [held, aside, free] = at_the_bank(page, flows.at_the_bank);
    for (key, minor) in [("flows-held", held), ("flows-aside", aside), ("flows-free", free)] {
        let label = source(page, Register::Accounts, "", &html! { (page.t(key)) });
        rows.push(vec![label, html! {}, grouped(page, minor)]);
    }
    let sum = |ways: &mut dyn Iterator<Item = (Way, i128)>| {
        ways.fold(0_i128, |sum, (_, minor)| sum.saturating_add(minor))
    };
    let (all, gone) = (sum(&mut flows.came()), sum(&mut flows.went()));
    let together = html! { strong { (page.told("Together")) } };
    rows.push(vec![together, grouped(page, all), grouped(page, gone.saturating_add(flows.at_the_bank))]);
    sheet(page, &page.t("flows"), &heads, &rows)
}
